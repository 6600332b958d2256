package org.amends.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to a good letter, one finding. The letter is the final response of the examples, in English. */
class LinterTest {

    private final LetterWriter writer = new LetterWriter(Templates.standard());
    private final Linter linter = new Linter(writer);
    private LetterCase about;
    private String letter;

    @BeforeEach
    void readTheExample() throws IOException {
        Path file = Path.of("..", "examples", "letters", "final_response.json");
        if (LetterCaseReader.read(Files.readString(file)) instanceof LetterCaseReading.Read(LetterCase read)) {
            about = read;
            letter = writer.write(read, Language.ENGLISH).text();
        }
    }

    @Test
    void theLetterItselfHasNoFindings() {
        assertThat(findings(letter)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
        unknown_amount     | €10 to          | €15 to
        remedy_missing     | €10 to          | €15 to
        unknown_date       | 12 March 2026   | 13 March 2026
        remedy_missing     | 12 March 2026   | 13 March 2026
        unknown_reference  | order A-20931   | order A-20913
        wrong_name         | Ms Dupont       | Ms Dupond
        wrong_name         | Ms Dupont       | Ms Martin
        wrong_gender       | Ms Dupont       | Mr Dupont
        generic_greeting   | Ms Dupont       | Madam
        promise_missing    | 30 April 2026   | spring
        mandatory_missing  | https://mediation.example, 1 rue de la Paix, 75002 Paris | their office
        mandatory_missing  | You have 1 year from the date of your complaint to do so. | You can do so.
        point_unanswered   | Delivery before 10 a.m. from now on. We are unable to agree to this. Our first round in that street starts at 10.30 a.m., and a promise we cannot keep would be worth nothing. | The weather is fine.
        no_apology         | and I apologise to you for it | and we know it
        failure_unnamed    | On 27 February 2026, your order | Your order
        remedy_beyond_plan | I am seeing to this myself. | We will send you a bouquet.
        wrong_weekday      | by 12 March 2026 | by Monday, 12 March 2026
        placeholder        | two boxes of vegetables | {object}
        """)
    void oneChangeGivesOneFinding(String rule, String from, String to) {
        assertThat(letter).contains(from);

        assertThat(findings(letter.replace(from, to))).contains(rule);
    }

    @Test
    void aWrongSumIsMendedInItsOwnSentence() {
        Finding found = linter.lint(letter.replace("€10 to", "€11 to"), about, Language.ENGLISH).findings().stream()
                .filter(finding -> finding.rule() == Rule.UNKNOWN_AMOUNT)
                .findFirst()
                .orElseThrow();

        assertThat(found.place().words()).isEqualTo("€11");
        assertThat(found.place().line()).isEqualTo(10);
        assertThat(found.better()).isEqualTo("We will credit €10 to your account by 10 March 2026.");
    }

    @Test
    void daysAndSumsAreComparedByValueNotBySpelling() {
        String spelt = letter.replace("12 March 2026", "12/03/2026").replace("€54.90 to you", "EUR 54.90 to you");

        assertThat(linter.lint(spelt, about, Language.ENGLISH).isSendable()).isTrue();
    }

    @Test
    void anApologyIsMendedWithTheOneOfTheCase() {
        String conditional = letter.replace(
                "The fault is ours, and I apologise to you for it.", "We apologise if you felt let down.");

        assertThat(linter.lint(conditional, about, Language.ENGLISH).findings())
                .filteredOn(finding -> finding.rule() == Rule.CONDITIONAL_APOLOGY)
                .extracting(Finding::better)
                .containsExactly("The fault is ours, and I apologise to you for it.");
    }

    @Test
    void aLetterTooLongToReadCannotBeSent() {
        assertThat(linter.lint("a ".repeat(Linter.MOST_CHARACTERS), null, Language.ENGLISH)
                        .isSendable())
                .isFalse();
    }

    private List<String> findings(String text) {
        return linter.lint(text, about, Language.ENGLISH).findings().stream()
                .map(finding -> finding.rule().id())
                .toList();
    }
}
