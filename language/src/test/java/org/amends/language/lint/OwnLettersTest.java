package org.amends.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.Cases;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;

/** Every letter that Amends writes may be sent. */
class OwnLettersTest {

    private static final int CASES = 100;

    private final LetterWriter writer = new LetterWriter(Templates.standard());
    private final Linter linter = new Linter(writer);

    @Test
    void everyLetterOfEveryKindMayBeSentInEveryLanguage() {
        Cases cases = new Cases(20260311);
        for (int i = 0; i < CASES; i++) {
            LetterCase about = cases.next();
            for (Language language : Language.values()) {
                List<Finding> findings = linter.lint(
                                writer.write(about, language).text(), about, language)
                        .findings();

                assertThat(findings)
                        .as("case %d, %s, %s", i, about.kind(), language)
                        .noneMatch(finding -> finding.level() == Level.ERROR);
            }
        }
    }

    @Test
    void aLetterInAnotherLanguageThanItsOwnMayNotBeSent() {
        LetterCase about = new Cases(20260312).next();
        String french = writer.write(about, Language.FRENCH).text();

        assertThat(linter.lint(french, about, Language.ENGLISH).isSendable()).isFalse();
    }
}
