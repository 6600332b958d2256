package org.amends.cli.lint;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.lint.LintReport;
import org.amends.language.lint.Linter;
import org.amends.language.text.Language;
import org.amends.language.text.LanguageGuess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks letters before they are sent. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Checks letters to customers before they are sent, whoever wrote them: words that do harm, and facts, sums and"
                        + " promises that the case does not hold. The exit code is 1 when a letter must not be sent.")
public final class LintCommand implements Callable<Integer> {

    private static final int FINDINGS = 1;
    private static final int BAD_INPUT = 2;
    private static final String STANDARD_INPUT = "-";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--letter",
            required = true,
            paramLabel = "FILE",
            description = "The letter as plain text in UTF-8; - reads standard input. May be repeated.")
    private List<String> letters = List.of();

    @Option(
            names = "--case",
            paramLabel = "FILE.json",
            description = "The case of the letters, as for the command letter. Without it only the words are checked.")
    private @Nullable Path caseFile;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "en, fr, es or ru. By default that of the customer or, without a case, of each letter.")
    private @Nullable String lang;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
    private LintFormat format = LintFormat.text;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "The folder of the company's sentences, as for the command letter.")
    private @Nullable Path templates;

    @Override
    public Integer call() throws IOException {
        String wanted = lang;
        Optional<Language> language = wanted == null ? Optional.empty() : Language.of(wanted);
        if (wanted != null && language.isEmpty()) {
            return refused("--lang is \"%s\"".formatted(wanted), "Maybe en, fr, es or ru.");
        }
        Path folder = templates;
        if (folder != null && !Files.isDirectory(folder)) {
            return refused("%s is no folder".formatted(folder), "Maybe name the folder that holds fr.letter.");
        }
        LetterCase about = null;
        if (caseFile != null) {
            about = readCase(caseFile);
            if (about == null) {
                return BAD_INPUT;
            }
        }
        return lint(
                new Linter(new LetterWriter(folder == null ? Templates.standard() : Templates.standardAnd(folder))),
                about,
                language.orElse(null));
    }

    private int lint(Linter linter, @Nullable LetterCase about, @Nullable Language wanted) throws IOException {
        int code = 0;
        PrintWriter out = spec.commandLine().getOut();
        for (String letter : letters) {
            String text = read(letter);
            if (text == null) {
                return BAD_INPUT;
            }
            Optional<Language> language = wanted != null
                    ? Optional.of(wanted)
                    : about != null
                            ? Optional.of(about.customer().language())
                            : LanguageGuess.of(text).language();
            if (language.isEmpty()) {
                return refused(letter + ": its language is not known", "Maybe name it with --lang.");
            }
            LintReport report = linter.lint(text, about, language.get());
            out.print(
                    switch (format) {
                        case text -> LintText.text(letter, report);
                        case json -> LintText.json(letter, report);
                    });
            out.flush();
            code = report.isSendable() ? code : FINDINGS;
        }
        if (out.checkError()) {
            throw new IOException("standard output was closed");
        }
        return code;
    }

    private @Nullable LetterCase readCase(Path file) throws IOException {
        String json = read(file.toString());
        if (json == null) {
            return null;
        }
        return switch (LetterCaseReader.read(json)) {
            case LetterCaseReading.Read(LetterCase about) -> about;
            case LetterCaseReading.Refused(String place, String reason, String remedy) -> {
                tell("%s: %s: %s".formatted(file, place, reason), remedy);
                yield null;
            }
        };
    }

    private @Nullable String read(String name) throws IOException {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return decoded(System.in.readAllBytes());
            }
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                tell(name + ": this is a folder", "Maybe name the file in it.");
                return null;
            }
            return decoded(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            tell(name + ": there is no such file", "Maybe check the path, or use - for standard input.");
        } catch (AccessDeniedException denied) {
            tell(name + ": the file cannot be read", "Maybe check its permissions.");
        } catch (CharacterCodingException notText) {
            tell(name + ": the file is no UTF-8", "Maybe save it as plain text in UTF-8.");
        }
        return null;
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private int refused(String reason, String remedy) {
        tell(reason, remedy);
        return BAD_INPUT;
    }

    private void tell(String reason, String remedy) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("%s.\n%s".formatted(reason, remedy));
        err.flush();
    }
}
