package org.amends.server.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.amends.complaint.LetterPurpose;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.lint.Finding;
import org.amends.language.lint.Linter;
import org.amends.language.lint.Rule;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes letters with the company's sentences and checks whatever is to be sent. Its words are read at first use. */
@Component
class LetterCheck {

    /** What a message between stages must not say either; it may say more than an answer, and need not say all of it. */
    private static final Set<Rule> ALSO_OF_MESSAGES = EnumSet.of(
            Rule.UNKNOWN_AMOUNT, Rule.REMEDY_BEYOND_PLAN, Rule.WRONG_NAME, Rule.WRONG_GENDER, Rule.GENERIC_GREETING);

    private final @Nullable Path sentences;
    private @Nullable Words words;

    /**
     * With the company's sentences.
     *
     * @param sentences a folder of files such as {@code fr.letter}, or null for the standard sentences
     */
    LetterCheck(@Value("${amends.letters.sentences:#{null}}") @Nullable Path sentences) {
        this.sentences = sentences;
    }

    private record Words(LetterWriter writer, Linter linter) {}

    private synchronized Words words() {
        Words read = words;
        if (read == null) {
            LetterWriter writer = new LetterWriter(templates());
            read = new Words(writer, new Linter(writer));
            words = read;
        }
        return read;
    }

    private Templates templates() {
        try {
            return sentences == null ? Templates.standard() : Templates.standardAnd(sentences);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sentences of letters cannot be read.", unreadable);
        }
    }

    /** The letter of a case, in the customer's language. */
    Letter write(LetterCase about) {
        return words().writer().write(about, about.customer().language());
    }

    /** What is wrong with a text. */
    List<LetterFinding> check(LetterPurpose purpose, String text, @Nullable String about, String language) {
        Language in = Language.of(language).orElse(Language.ENGLISH);
        LetterCase known = about == null ? null : read(about);
        Linter linter = words().linter();
        List<Finding> found = new ArrayList<>();
        if (purpose != LetterPurpose.MESSAGE || known == null) {
            found.addAll(linter.lint(text, known, in).findings());
        } else {
            found.addAll(linter.lint(text, null, in).findings());
            linter.lint(text, known, in).findings().stream()
                    .filter(finding -> ALSO_OF_MESSAGES.contains(finding.rule()))
                    .forEach(found::add);
        }
        return found.stream().map(LetterFinding::of).distinct().toList();
    }

    private static @Nullable LetterCase read(String about) {
        return switch (LetterCaseReader.read(about)) {
            case LetterCaseReading.Read(LetterCase known) -> known;
            case LetterCaseReading.Refused refused ->
                throw new IllegalStateException("The case of a letter cannot be read: " + refused.told());
        };
    }
}
