package org.amends.language.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static List<String> english(String text) {
        return Words.of(text, Language.ENGLISH).stream().map(Word::form).toList();
    }

    private static List<String> french(String text) {
        return Words.of(text, Language.FRENCH).stream().map(Word::form).toList();
    }

    @Test
    void short_forms_of_english_are_spread() {
        assertThat(english("I've said you didn't, can't and won't"))
                .containsExactly("i", "have", "said", "you", "did", "not", "can", "not", "and", "will", "not");
    }

    @Test
    void short_forms_are_spread_with_any_apostrophe_and_without_one() {
        assertThat(english("didn’t")).containsExactly("did", "not");
        assertThat(english("dont cannot")).containsExactly("do", "not", "can", "not");
    }

    @Test
    void apostrophes_and_hyphens_part_words() {
        assertThat(french("l'après-midi")).containsExactly("l", "apres", "midi");
    }

    @Test
    void accents_and_capitals_make_no_difference() {
        assertThat(french("DÉÇU déçu decu")).containsExactly("decu", "decu", "decu");
        assertThat(french("Sœur")).containsExactly("soeur");
        assertThat(Words.of("Ещё еще", Language.RUSSIAN)).extracting(Word::form).containsExactly("еще", "еще");
    }

    @Test
    void sentences_end_at_points_and_not_within_numbers_or_short_forms() {
        assertThat(Words.of("It cost 12.50 there. Refund me! See art. five", Language.ENGLISH))
                .extracting(Word::form, Word::sentence)
                .contains(tuple("there", 0), tuple("refund", 1), tuple("five", 2));
    }

    @Test
    void a_comma_is_a_pause_and_a_blank_is_none() {
        assertThat(Words.of("well, I wait", Language.ENGLISH))
                .extracting(Word::afterPause)
                .containsExactly(false, true, false);
    }

    @Test
    void addresses_of_pages_and_mailboxes_are_one_word_each() {
        assertThat(english("see https://example.org/a?b=1 or write to jo.lee@example.org today"))
                .containsExactly("see", Words.PAGE, "or", "write", "to", Words.MAILBOX, "today");
    }

    @Test
    void words_know_where_they_stand() {
        String text = "Où est  mon colis ?";
        assertThat(Words.of(text, Language.FRENCH))
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("Où", "est", "mon", "colis");
    }

    @Test
    void a_text_without_words_has_none() {
        assertThat(english("")).isEmpty();
        assertThat(english("?! … 🙂")).isEmpty();
    }
}
