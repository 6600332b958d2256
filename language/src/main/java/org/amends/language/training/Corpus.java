package org.amends.language.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.amends.language.json.Labelled;
import org.amends.language.json.MessageJson;
import org.amends.language.reading.Tags;
import org.amends.language.text.Language;

/**
 * A folder of labelled messages and tagged sentences: for each language a folder with its code, in which {@code *.jsonl} are
 * messages and {@code sentences-*.tsv} sentences, their tags before a tab. Files that begin with {@code held} are for measuring
 * and are never learned from.
 */
public final class Corpus {

    private static final String HELD = "held";
    private static final Set<String> KNOWN = knownTags();

    /** A sentence and what it says. */
    public record Sentence(String id, Language language, String text, Set<String> tags) {}

    private final List<Labelled> messages = new ArrayList<>();
    private final List<Labelled> held = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();

    private Corpus() {}

    private static Set<String> knownTags() {
        Set<String> known = new HashSet<>(Tags.all());
        known.add("-");
        return known;
    }

    /**
     * Reads a folder.
     *
     * @throws IllegalArgumentException if a line cannot be read; the message names file and line
     */
    public static Corpus read(Path folder) throws IOException {
        Corpus corpus = new Corpus();
        for (Language language : Language.values()) {
            Path of = folder.resolve(language.code());
            if (!Files.isDirectory(of)) {
                throw new IllegalArgumentException(of + ": there is no such folder; maybe name the folder above it");
            }
            try (Stream<Path> files = Files.list(of)) {
                for (Path file : files.sorted().toList()) {
                    corpus.add(file, language);
                }
            }
        }
        return corpus;
    }

    private void add(Path file, Language language) throws IOException {
        String name = String.valueOf(file.getFileName());
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (name.endsWith(".jsonl")) {
                    (name.startsWith(HELD) ? held : messages)
                            .add(MessageJson.labelled(lines.get(i), name + ":" + (i + 1)));
                } else if (name.endsWith(".tsv")) {
                    sentences.add(sentence(language.code() + "/" + name + ":" + (i + 1), language, lines.get(i)));
                }
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": " + unreadable.getMessage(), unreadable);
            }
        }
    }

    private static Sentence sentence(String id, Language language, String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw new IllegalArgumentException("there is no tab; maybe write the tags, a tab and the sentence");
        }
        Set<String> tags = Set.of(line.substring(0, tab).split(",", -1));
        for (String tag : tags) {
            if (!KNOWN.contains(tag)) {
                throw new IllegalArgumentException("there is no tag \"" + tag + "\"");
            }
        }
        return new Sentence(id, language, line.substring(tab + 1), tags);
    }

    /** The messages to learn from. */
    public List<Labelled> messages() {
        return messages;
    }

    /** The messages to measure with. */
    public List<Labelled> held() {
        return held;
    }

    /** The sentences to learn from. */
    public List<Sentence> sentences() {
        return sentences;
    }
}
