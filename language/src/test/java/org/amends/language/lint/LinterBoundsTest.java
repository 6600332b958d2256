package org.amends.language.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.Cases;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the linter throw or hang, and findings stay few. */
class LinterBoundsTest {

    private static final int TEXTS = 400;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final List<String> PIECES = List.of(
            "sorry ",
            "if ",
            "you ",
            "but ",
            "désolé ",
            "si ",
            "vous ",
            "tu ",
            "usted ",
            "Lo sentimos ",
            "извините ",
            "если ",
            "Вы ",
            "ты ",
            "Dear ",
            "Уважаемая ",
            "{",
            "}",
            "[",
            "]",
            "XXX",
            "\n",
            "\n\n",
            "«",
            "»",
            "\"",
            "31 April ",
            "2026-02-30",
            "Monday, ",
            "€",
            "1.000,00",
            "\ud83d",
            "\udc00",
            "\u0000",
            "é",
            "\u0301",
            "!!",
            "A-20931 ",
            "we will ",
            ". ",
            "... ",
            "'",
            "’",
            "-",
            "\t",
            "\u2028",
            "%x%",
            "<a>",
            "NOT ",
            "EVER ");

    private final LetterWriter writer = new LetterWriter(Templates.standard());
    private final Linter linter = new Linter(writer);

    @Test
    void anyTextIsAccepted() {
        SplittableRandom random = new SplittableRandom(20260313);
        Cases cases = new Cases(20260313);
        LetterCase about = cases.next();
        for (int i = 0; i < TEXTS; i++) {
            about = i % 50 == 0 ? cases.next() : about;
            String text = text(random);
            Language language = Language.values()[random.nextInt(Language.values().length)];

            List<Finding> findings = linter.lint(text, random.nextBoolean() ? about : null, language)
                    .findings();

            assertThat(findings)
                    .as("text %d", i)
                    .hasSizeLessThanOrEqualTo(Findings.MOST)
                    .allMatch(finding -> text.startsWith(
                            finding.place().words(), finding.place().start()));
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            boolean piece = random.nextInt(5) > 0;
            text.append(piece ? PIECES.get(random.nextInt(PIECES.size())) : (char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sorry if you ",
                "{",
                "[a",
                "\"",
                "A ",
                "we will will will ",
                "31 ",
                "!",
                "«",
                "Dear ",
                "si ",
                "\n",
                "если вы ",
                "a",
                "1",
                "пп ",
                "Monday 1 May 2026 ",
                "EUR 1 ",
                "A-10000 ",
                "_"
            })
    void aLongRowOfTheSameIsReadInTime(String piece) {
        String text = piece.repeat(Linter.MOST_CHARACTERS / piece.length());

        for (Language language : Language.values()) {
            assertTimeoutPreemptively(
                    LONGEST,
                    () -> assertThat(linter.lint(text, null, language).findings())
                            .hasSizeLessThanOrEqualTo(Findings.MOST));
        }
    }
}
