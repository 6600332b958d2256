package org.amends.language.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.amends.language.reading.Message;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageJsonTest {

    @Test
    void a_message_is_read_with_all_that_is_known_of_it() {
        assertThat(MessageJson.message("""
                        {"id": "a", "text": "Où est mon colis ?", "lang": "fr", "date": "2026-03-14T10:00:00Z",
                         "channel": "chat"}
                        """, "line 1"))
                .isEqualTo(new Message("a", "Où est mon colis ?", Language.FRENCH, LocalDate.of(2026, 3, 14), "chat"));
    }

    @Test
    void a_message_needs_its_text_alone() {
        assertThat(MessageJson.message("{\"text\": \"hello\"}", "line 7"))
                .isEqualTo(new Message("line 7", "hello", null, null, null));
    }

    @Test
    void a_language_that_is_not_read_is_found_out_anew() {
        assertThat(MessageJson.message("{\"text\": \"hallo\", \"lang\": \"de\"}", "x")
                        .language())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[1]; no JSON object; Maybe write",
                "{\"text\": \"a\"; column; Maybe write one JSON object a line",
                "{\"id\": \"a\"}; text: there is none; Maybe write the message as",
                "{\"text\": 5}; text: there is none; Maybe write the message as",
                "{\"text\": \"a\", \"date\": \"14/03/2026\"}; date: \"14/03/2026\" is no day; Maybe write it as 2026-03-14",
            })
    void what_cannot_be_read_is_named_with_place_value_and_remedy(String json, String fault, String remedy) {
        assertThatThrownBy(() -> MessageJson.message(json.strip(), "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault.strip())
                .hasMessageContaining(remedy.strip());
    }

    @Test
    void a_text_beyond_all_measure_is_refused() {
        String json = "{\"text\": \"" + "a".repeat(MessageJson.LONGEST_TEXT + 1) + "\"}";
        assertThatThrownBy(() -> MessageJson.message(json, "x"))
                .hasMessageContaining("500001 characters")
                .hasMessageContaining("Maybe part it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"hostility\": 4; hostility is 4",
                "\"hostility\": \"high\"; hostility is \"high\"",
                "\"is_complaint\": \"yes\"; is_complaint is \"yes\"",
                "\"motive\": \"money\"; money",
            })
    void a_label_with_a_value_that_does_not_exist_is_named_with_it(String label, String fault) {
        assertThatThrownBy(() -> MessageJson.labelled("{\"text\": \"a\", " + label.strip() + "}", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault.strip());
    }

    @Test
    void labels_may_stand_beside_the_text_or_in_an_object_of_their_own() {
        assertThat(MessageJson.labelled("{\"text\": \"a\", \"labels\": {\"hostility\": 2}}", "x")
                        .labels())
                .isEqualTo(MessageJson.labelled("{\"text\": \"a\", \"hostility\": 2}", "x")
                        .labels());
    }

    @Test
    void labels_that_the_file_does_not_hold_are_not_known() {
        assertThat(MessageJson.labelled("{\"text\": \"a\", \"labels\": {\"hostility\": 2}}", "x")
                        .given())
                .containsExactly("hostility");
    }
}
