package org.amends.language.lint;

import java.util.List;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.Words;

/** Whether sentences and letter are short and plain enough to be read to the end. */
final class LengthCheck {

    /** About three pages. */
    private static final int MOST_WORDS = 900;

    /** A measure of fewer words than these says little. */
    private static final int FEWEST_WORDS = 80;

    /** Below this a text counts as very difficult on the scale of Flesch and its counterparts. */
    private static final double HARDEST = 25;

    private final Sheet sheet;
    private final Findings findings;

    LengthCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    void run() {
        int longest = longest(sheet.language());
        for (int i = 0; i < sheet.sentences(); i++) {
            List<Word> sentence = sheet.sentence(i);
            int start = sentence.getFirst().start();
            if (sentence.size() > longest && !sheet.isQuoted(start)) {
                findings.add(
                        Rule.LONG_SENTENCE,
                        start,
                        sentence.getLast().end(),
                        "It has %d words; at most %d are read well.".formatted(sentence.size(), longest));
            }
        }
        int words = sheet.words().size();
        if (words > MOST_WORDS) {
            findings.missing(
                    Rule.LONG_LETTER,
                    "It has %d words; keep it under %d.".formatted(words, MOST_WORDS),
                    findings.suggestions().better(Rule.LONG_LETTER));
        }
        if (words >= FEWEST_WORDS) {
            double ease = ReadingEase.of(sheet);
            if (ease < HARDEST) {
                findings.missing(
                        Rule.HARD_TO_READ,
                        "%s is %.0f; aim for 50, and stay above %.0f."
                                .formatted(ReadingEase.name(sheet.language()), ease, HARDEST),
                        findings.suggestions().better(Rule.HARD_TO_READ));
            }
        }
    }

    /** The most words that a sentence should have. French and Spanish need more small words, Russian fewer. */
    private static int longest(Language language) {
        return switch (language) {
            case ENGLISH -> 38;
            case FRENCH, SPANISH -> 42;
            case RUSSIAN -> 34;
        };
    }

    /** Whether a word is one that people read, and no address of a page or mailbox. */
    static boolean isRead(Word word) {
        return !word.form().equals(Words.PAGE) && !word.form().equals(Words.MAILBOX);
    }
}
