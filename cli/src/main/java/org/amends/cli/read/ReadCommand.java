package org.amends.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.amends.cli.lines.LineFiles;
import org.amends.language.reading.Reader;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads what customers write. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Reads what customers write, in English, French, Spanish or Russian: whether it complains, of what, what its"
                        + " writer wants, whether somebody is in danger, and the facts; one reading a line out, each label with"
                        + " its confidence and the words that show it. With --evaluate, says how well labelled messages are"
                        + " read.")
public final class ReadCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required
    private Source source;

    /** What is read. */
    static final class Source {
        @Option(
                names = "--messages",
                paramLabel = "FILE",
                description =
                        "Messages, one JSON object a line: {id, text, lang?, channel?, date?}; or a mail (.eml), or a folder"
                                + " of mails; - reads lines from standard input.")
        private @Nullable String messages;

        @Option(
                names = "--evaluate",
                paramLabel = "LABELLED.jsonl",
                description = "Messages with labels: says how well they are read.")
        private @Nullable String evaluate;
    }

    @Option(
            names = "--lang",
            paramLabel = "en|fr|es|ru",
            description = "The language of all messages; found out by default.")
    private @Nullable String language;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the readings go; standard output by default.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Language known = language();
        Reader reader = Reader.standard();
        String labelled = source.evaluate;
        if (labelled != null) {
            return LineFiles.answer(
                    spec,
                    labelled,
                    "messages",
                    out,
                    (in, name, answers) -> readings(reader, known, name).evaluate(in, answers));
        }
        String messages = Objects.requireNonNull(source.messages);
        Path path = Path.of(messages);
        if (Files.exists(path) && MailReadings.areIn(path)) {
            MailReadings mails =
                    new MailReadings(reader, known, spec.commandLine().getErr());
            return LineFiles.answer(
                    spec,
                    InputStream.nullInputStream(),
                    messages,
                    out,
                    (in, name, answers) -> mails.read(path, answers));
        }
        return LineFiles.answer(
                spec,
                messages,
                "messages",
                out,
                (in, name, answers) -> readings(reader, known, name).read(in, answers));
    }

    private Readings readings(Reader reader, @Nullable Language known, String name) {
        return new Readings(reader, known, name, spec.commandLine().getErr());
    }

    private @Nullable Language language() {
        String tag = language;
        if (tag == null) {
            return null;
        }
        return Language.of(tag)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--lang is \"%s\", and messages are read in en, fr, es and ru.".formatted(tag)));
    }
}
