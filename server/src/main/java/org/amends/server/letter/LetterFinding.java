package org.amends.server.letter;

import java.util.Locale;
import org.amends.language.lint.Finding;

/**
 * One thing that the check of a letter found.
 *
 * @param rule its name
 * @param level {@code error} forbids to send it; {@code warning}; {@code note}
 * @param start the first character in the text, from 0
 * @param end behind the last character; the same as the start for what is missing
 * @param words what stands there
 * @param why what is wrong and what is known about it, in English
 * @param better what could stand there instead, in the language of the letter
 */
public record LetterFinding(String rule, String level, int start, int end, String words, String why, String better) {

    static LetterFinding of(Finding finding) {
        return new LetterFinding(
                finding.rule().id(),
                finding.level().name().toLowerCase(Locale.ROOT),
                finding.place().start(),
                finding.place().end(),
                finding.place().words(),
                finding.why(),
                finding.better());
    }

    /** Whether the letter may not leave with it. */
    public boolean forbids() {
        return level.equals("error");
    }
}
