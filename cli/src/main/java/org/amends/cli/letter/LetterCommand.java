package org.amends.cli.letter;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.amends.cli.lint.LintText;
import org.amends.language.letter.Customer;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.Register;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.lint.LintReport;
import org.amends.language.lint.Linter;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the letter of a case, or of every case in a folder. */
@Command(
        name = "letter",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Writes the letter of a case, in English, French, Spanish or Russian. Given a folder of cases, writes the"
                        + " letter of each into another folder: this is how templates are looked at before they are used.")
public final class LetterCommand implements Callable<Integer> {

    private static final int FINDINGS = 1;
    private static final int BAD_INPUT = 2;
    private static final String EVERY_LANGUAGE = "all";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--case",
            required = true,
            paramLabel = "FILE.json",
            description = "The case: one JSON object. A folder means every .json file in it, and needs --out.")
    @SuppressWarnings("NullAway.Init") // required
    private Path cases;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "en, fr, es or ru; all with a folder. The customer's own language by default.")
    private @Nullable String lang;

    @Option(
            names = "--register",
            paramLabel = "REGISTER",
            description = "formal or plain, in place of the customer's register.")
    private @Nullable String register;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
    private LetterFormat format = LetterFormat.text;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description =
                    "A folder of the company's sentences (en.letter, fr.letter ...), which replace the standard ones.")
    private @Nullable Path templates;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the letter goes, or the folder for many; standard output by default, save for pdf.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        String wanted = lang;
        boolean every = EVERY_LANGUAGE.equals(wanted);
        Optional<Language> language = wanted == null ? Optional.empty() : Language.of(wanted);
        if (wanted != null && !every && language.isEmpty()) {
            return refused("--lang is \"%s\"".formatted(wanted), "Maybe en, fr, es or ru, or all with a folder.");
        }
        if (register != null && !register.equals("formal") && !register.equals("plain")) {
            return refused("--register is \"%s\"".formatted(register), "Maybe formal or plain.");
        }
        Path folder = templates;
        if (folder != null && !Files.isDirectory(folder)) {
            return refused("%s is no folder".formatted(folder), "Maybe name the folder that holds fr.letter.");
        }
        LetterWriter writer = new LetterWriter(folder == null ? Templates.standard() : Templates.standardAnd(folder));
        if (Files.isDirectory(cases)) {
            return folder(
                    writer,
                    every ? List.of(Language.values()) : language.stream().toList());
        }
        if (every) {
            return refused("--lang all needs a folder of cases", "Maybe name one language.");
        }
        if (format == LetterFormat.pdf && out == null) {
            return refused("a pdf needs a file", "Maybe add --out letter.pdf.");
        }
        return one(writer, language.orElse(null));
    }

    private int one(LetterWriter writer, @Nullable Language language) throws IOException {
        LetterCase about = read(cases);
        if (about == null) {
            return BAD_INPUT;
        }
        Language written = language == null ? about.customer().language() : language;
        Letter letter = writer.write(about, written);
        int code = checked(writer, about, letter, written, cases.toString());
        byte[] bytes = format.bytes(letter, about.date());
        if (out != null) {
            if (Files.exists(out) && Files.isSameFile(out, cases)) {
                return refused("the letter would overwrite the case", "Maybe name another file with --out.");
            }
            write(out, bytes);
            return code;
        }
        PrintWriter standard = spec.commandLine().getOut();
        standard.print(new String(bytes, StandardCharsets.UTF_8));
        standard.flush();
        if (standard.checkError()) {
            throw new IOException("standard output was closed");
        }
        return code;
    }

    /** What the linter says of the letter: one that must not be sent is told, with why, and the exit code is that of findings. */
    private int checked(LetterWriter writer, LetterCase about, Letter letter, Language language, String name)
            throws IOException {
        String text = new String(LetterFormat.text.bytes(letter, about.date()), StandardCharsets.UTF_8);
        LintReport report = new Linter(writer).lint(text, about, language);
        if (report.isSendable()) {
            return 0;
        }
        tell(LintText.text(name + " (" + language.code() + ")", report).stripTrailing());
        return FINDINGS;
    }

    /** Every case of the folder, in the given languages or, without any, in the customer's own. */
    private int folder(LetterWriter writer, List<Language> languages) throws IOException {
        Path into = out;
        if (into == null) {
            return refused("a folder of cases needs a folder for the letters", "Maybe add --out letters/.");
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(cases)) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            return refused("there are no .json files in %s".formatted(cases), "Maybe it is another folder.");
        }
        int code = 0;
        for (Path told : files) {
            LetterCase about = read(told);
            if (about == null) {
                return BAD_INPUT;
            }
            String name = String.valueOf(told.getFileName()).replaceFirst("\\.json$", "");
            for (Language language :
                    languages.isEmpty() ? List.of(about.customer().language()) : languages) {
                Path file = into.resolve("%s.%s.%s".formatted(name, language.code(), format.extension()));
                Letter letter = writer.write(about, language);
                write(file, format.bytes(letter, about.date()));
                code = Math.max(code, checked(writer, about, letter, language, file.toString()));
            }
        }
        return code;
    }

    private @Nullable LetterCase read(Path file) throws IOException {
        String json;
        try {
            json = Files.readString(file);
        } catch (NoSuchFileException missing) {
            return unread(file, "there is no such file", "Maybe check the path.");
        } catch (AccessDeniedException denied) {
            return unread(file, "the file cannot be read", "Maybe check its permissions.");
        } catch (CharacterCodingException notText) {
            return unread(file, "the file is no UTF-8", "Maybe save it as UTF-8.");
        }
        return switch (LetterCaseReader.read(json)) {
            case LetterCaseReading.Read(LetterCase about) -> inRegister(file, about);
            case LetterCaseReading.Refused(String place, String reason, String remedy) ->
                unread(file, place + ": " + reason, remedy);
        };
    }

    private @Nullable LetterCase inRegister(Path file, LetterCase about) {
        if (register == null) {
            return about;
        }
        Customer customer = about.customer();
        try {
            return about.with(customer.in(register.equals("formal") ? Register.FORMAL : Register.PLAIN));
        } catch (IllegalArgumentException familiar) {
            return unread(
                    file,
                    "customer.address is familiar, and the register is to be formal",
                    "Maybe leave --register out, or use --register plain.");
        }
    }

    private @Nullable LetterCase unread(Path file, String reason, String remedy) {
        tell("%s: %s.\n%s".formatted(file, reason, remedy));
        return null;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes);
    }

    private int refused(String reason, String remedy) {
        tell("%s.\n%s".formatted(reason, remedy));
        return BAD_INPUT;
    }

    private void tell(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
    }
}
