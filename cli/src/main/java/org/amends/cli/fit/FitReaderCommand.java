package org.amends.cli.fit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.amends.cli.lines.LineFiles;
import org.amends.language.cue.CueBook;
import org.amends.language.evaluation.Evaluations;
import org.amends.language.idea.IdeaBook;
import org.amends.language.reading.Features;
import org.amends.language.reading.Reader;
import org.amends.language.training.Corpus;
import org.amends.language.training.ReaderTraining;
import org.amends.language.weighing.LinearModel;
import org.amends.language.weighing.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Teaches the reader of messages from labelled messages and tagged sentences. */
@Command(
        name = "reader",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Teaches the reader of messages: from tagged sentences what sentences say, from labelled messages what messages"
                        + " say. The same corpus gives the same models. Files whose names begin with \"held\" are never learned"
                        + " from; how well they are read is printed.")
public final class FitReaderCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "DIR",
            description =
                    "For each of en, fr, es, ru a folder with messages (*.jsonl) and sentences (sentences-*.tsv: tags, a tab,"
                            + " the sentence).")
    @SuppressWarnings("NullAway.Init") // required
    private Path corpus;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the two models go.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Override
    public Integer call() throws IOException {
        Corpus read;
        try {
            read = Corpus.read(corpus);
        } catch (IllegalArgumentException unreadable) {
            return LineFiles.refused(
                    spec,
                    "--corpus",
                    String.valueOf(unreadable.getMessage()),
                    "The format stands in docs/guide/read.md.");
        }
        Features features = new Features(CueBook.standard(), IdeaBook.standard());
        ReaderTraining.Learned learned = ReaderTraining.learn(read, features);
        Files.createDirectories(out);
        write(learned.sentences(), out.resolve("sentences.model"));
        write(learned.messages(), out.resolve("messages.model"));
        PrintWriter told = spec.commandLine().getOut();
        told.printf(
                "learned from %d messages and %d sentences%n",
                read.messages().size(), read.sentences().size());
        if (!read.held().isEmpty()) {
            told.print(measured(read, new Reader(features, learned.sentences(), learned.messages())));
        }
        told.flush();
        return 0;
    }

    private static void write(LinearModel model, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            ModelFile.write(model, stream);
        }
    }

    private static String measured(Corpus corpus, Reader reader) {
        Evaluations held = new Evaluations();
        corpus.held().forEach(labelled -> held.add(labelled, reader.read(labelled.message())));
        return held.text();
    }
}
