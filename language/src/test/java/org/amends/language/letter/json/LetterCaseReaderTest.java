package org.amends.language.letter.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.amends.language.letter.LetterFiles;
import org.amends.language.letter.LetterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterCaseReaderTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            written                          | instead                             | place                          | reason                                                             | remedy
            "kind": "final_response"         | "kind": "final_reply"               | kind                           | kind is "final_reply"                                              | Maybe one of acknowledgement, holding_reply, final_response, double_deviation_apology, refusal, process_fix_report, proactive_contact, thank_you, farewell.
            "want"                           | "wnat"                              | wnat                           | the field "wnat" is not known                                      | Maybe want.
            "date": "2026-03-09"             | "date": "09/03/2026"                | date                           | date is "09/03/2026"                                               | Maybe a day as "2026-03-09".
            "hostility": 1                   | "hostility": 4                      | hostility                      | hostility is 4                                                     | Maybe a whole number from 0 to 3.
            "language": "fr"                 | "language": "de"                    | customer.language              | customer.language is "de"                                          | Maybe one of en, fr, es, ru.
            "address": "formal"              | "address": "familiar"               | customer.address               | a formal letter cannot use the familiar form of address; maybe the register is plain | Maybe look at the guide on letters.
            "due": "2026-03-12"              | "done": null                        | remedies[0].due                | a remedy has either the day it is due or the day it was done       | Maybe look at the guide on letters.
            "due": "2026-04-30"              | "due": "2026-01-30"                 | promises[0].due                | it is due on 2026-01-30, before the letter's date 2026-03-09       | Maybe a later day, or tell it as done.
            "received": "2026-03-02"         | "received": null                    | received                       | received is missing, and a letter of kind final_response needs it  | Maybe add it, or choose another kind.
            "currency": "EUR"                | "currency": "EURO"                  | failures[1].amount.currency    | currency is "EURO"                                                 | Maybe a code of ISO 4217, for example "EUR".
            "kind": "late_delivery"          | "kind": "own_kind"                  | failures[0].detail             | a failure of kind own_kind has no detail                           | Maybe say what happened in detail: the templates have no sentence for this kind.
            """)
    void tellsPlaceValueAndRemedyOfWhatIsWrong(
            String written, String instead, String place, String reason, String remedy) throws IOException {
        String json = LetterFiles.json("final_response");
        assertThat(json).contains(written);

        LetterCaseReading reading = LetterCaseReader.read(json.replaceFirst(Pattern.quote(written), instead));

        assertThat(reading).isEqualTo(new LetterCaseReading.Refused(place, reason, remedy));
    }

    @Test
    void tellsLineAndColumnWhereJsonEnds() {
        assertThat(LetterCaseReader.read("{\n  \"reference\": oops\n}"))
                .isInstanceOfSatisfying(
                        LetterCaseReading.Refused.class,
                        refused -> assertThat(refused.place()).startsWith("line 2, column "));
    }

    @Test
    void aPlainTextIsInTheCustomersLanguage() throws IOException {
        String json = LetterFiles.json("thank_you").replaceFirst("\"thanks\": \\{[^}]*\\}", "\"thanks\": \"Merci.\"");

        assertThat(LetterFiles.read(json).thanks()).hasToString("{FRENCH=Merci.}");
    }

    /** A reference stands in the subject of a mail, where a line break would begin a header. */
    @Test
    void lineBreaksInNamesAndReferencesBecomeSpaces() throws IOException {
        String json = LetterFiles.json("thank_you").replace("T-2026-0012", "T-1\\r\\nBcc: all@example.com");

        assertThat(LetterFiles.read(json).reference()).isEqualTo("T-1 Bcc: all@example.com");
    }

    /** Pieces of the examples are taken out, doubled or put elsewhere; whatever comes of it is read or refused. */
    @Test
    void noTextMakesItThrow() throws IOException {
        SplittableRandom random = new SplittableRandom(20260307);
        for (LetterKind kind : LetterKind.values()) {
            String json = LetterFiles.json(kind.code());
            for (int i = 0; i < 1_000; i++) {
                assertThat(LetterCaseReader.read(mutated(json, random))).isNotNull();
            }
        }
    }

    private static String mutated(String json, SplittableRandom random) {
        String[] values = {"null", "-1", "1e999", "\"\"", "[]", "{}", "true", "\" \\u0000 \"", "[[1]]", "\"2026-02-30\""
        };
        String text = json;
        for (int i = 0; i <= random.nextInt(3); i++) {
            int begin = text.indexOf(':', random.nextInt(text.length()));
            int end = begin < 0 ? -1 : text.indexOf(',', begin);
            if (end < 0) {
                return text.substring(0, random.nextInt(text.length()));
            }
            text = text.substring(0, begin + 1) + values[random.nextInt(values.length)] + text.substring(end);
        }
        return text;
    }
}
