package org.amends.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amends.language.json.Labelled;
import org.amends.language.reading.Reader;
import org.amends.language.training.Corpus;

/** The labelled messages beside the tests, and the reader that comes with Amends; both are read once. */
public final class CorpusFolder {

    public static final Path PLACE = Path.of("src/test/resources/corpus");
    public static final Corpus CORPUS = read();
    public static final Reader READER = Reader.standard();

    private CorpusFolder() {}

    private static Corpus read() {
        try {
            return Corpus.read(PLACE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All messages: those to learn from and those to measure with. */
    public static List<Labelled> all() {
        List<Labelled> all = new ArrayList<>(CORPUS.messages());
        all.addAll(CORPUS.held());
        return all;
    }
}
