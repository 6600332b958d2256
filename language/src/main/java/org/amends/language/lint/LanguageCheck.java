package org.amends.language.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.language.text.Language;
import org.amends.language.text.LanguageGuess;
import org.amends.language.text.Words;

/** Whether every longer paragraph is in the language of the letter. */
final class LanguageCheck {

    private static final Pattern PARAGRAPH = Pattern.compile("[^\\n]+");
    private static final int FEWEST_WORDS = 9;
    private static final int MOST_PARAGRAPHS = 100;
    private static final double SURE = 0.8;

    private final Sheet sheet;
    private final Findings findings;

    LanguageCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    void run() {
        Matcher paragraphs = PARAGRAPH.matcher(sheet.text());
        for (int i = 0; i < MOST_PARAGRAPHS && paragraphs.find(); i++) {
            String paragraph = paragraphs.group();
            if (sheet.isQuoted(paragraphs.start())
                    || Words.of(paragraph, sheet.language()).size() < FEWEST_WORDS) {
                continue;
            }
            LanguageGuess.Guess guess = LanguageGuess.of(paragraph);
            Optional<Language> language = guess.language();
            if (guess.confidence() >= SURE && language.isPresent() && language.get() != sheet.language()) {
                findings.add(
                        Rule.WRONG_LANGUAGE,
                        paragraphs.start(),
                        paragraphs.end(),
                        "The letter is to be in \"%s\", and this is \"%s\"."
                                .formatted(sheet.language().code(), guess.code()));
            }
        }
    }
}
