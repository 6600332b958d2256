package org.amends.language.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.amends.language.text.Language;
import org.amends.language.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueBookTest {

    private static List<CueHit> hits(String pattern, Language language, String text) {
        CueBook book = CueBook.of("test.cues", "cue it: a test\n  " + language.code() + ": " + pattern + "\n");
        return book.find(Words.of(text, language), language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "never again; I shall never again buy; true",
                "never again; again and never; false",
                "never again; Not never. Again; false",
                "refund*; two refunds please; true",
                "refund*; a fund; false",
                "(lost|went missing); it went missing; true",
                "(lost|went missing); it went home; false",
                "very [very] late; very very late; true",
                "very [very] late; very late; true",
                "very [very] late; very quite late; false",
                "waited ... weeks; waited weeks; true",
                "waited ... weeks; waited for about three long weeks; true",
                "waited ... weeks; waited for about three very long weeks; false",
                "waited ... weeks; waited. Two weeks; false",
                "# weeks; 3 weeks; true",
                "# weeks; three weeks; false",
                "^ help; help me; true",
                "^ help; please help me; false",
                "never $; never; true",
                "never $; never mind; false",
            })
    void each_sign_of_a_pattern_means_what_the_format_says(String pattern, String text, boolean found) {
        assertThat(hits(pattern.strip(), Language.ENGLISH, text.strip()).isEmpty())
                .isNotEqualTo(found);
    }

    @Test
    void a_defined_part_stands_for_its_words() {
        CueBook book = CueBook.of("test.cues", """
                define staff en: (agent|clerk)
                cue rude: somebody was rude
                  en: <staff> was rude
                """);
        assertThat(book.find(Words.of("The clerk was rude", Language.ENGLISH), Language.ENGLISH))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.first()).isEqualTo(1);
                    assertThat(hit.last()).isEqualTo(3);
                });
    }

    @Test
    void accents_and_short_forms_in_patterns_and_texts_are_alike() {
        assertThat(hits("déçu*", Language.FRENCH, "JE SUIS DECUE")).hasSize(1);
        assertThat(hits("didn't come", Language.ENGLISH, "he did not come")).hasSize(1);
    }

    @Test
    void a_cue_is_given_once_at_a_place_and_again_at_another() {
        assertThat(hits("(late|late again)", Language.ENGLISH, "late again and late"))
                .hasSize(2);
    }

    @Test
    void a_book_knows_its_cues_by_name() {
        CueBook book = CueBook.of("test.cues", "cue it: a test\n  en: word\n");
        assertThat(book.cue("it")).isEqualTo(new Cue("it", "a test", 0));
        assertThatThrownBy(() -> book.cue("other")).hasMessageContaining("\"other\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(a|b; \")\" is missing",
                "[a; \"]\" is missing",
                "a); too many",
                "(a|); missing at character",
                "<gone> left; <gone> is not defined above for en",
                "<gone left; \">\" is missing",
            })
    void a_pattern_that_cannot_be_read_is_named_with_file_line_and_fault(String pattern, String fault) {
        assertThatThrownBy(() -> hits(pattern.strip(), Language.ENGLISH, "a"))
                .isInstanceOf(CueFormatException.class)
                .hasMessageContaining("test.cues, line 2:")
                .hasMessageContaining(fault);
    }

    @Test
    void a_line_of_no_known_form_is_named() {
        assertThatThrownBy(() -> CueBook.of("test.cues", "# a remark\n\nen: word\n"))
                .isInstanceOf(CueFormatException.class)
                .hasMessageContaining("test.cues, line 3:")
                .hasMessageContaining("\"en: word\"");
    }

    @Test
    void two_cues_of_one_name_are_refused() {
        assertThatThrownBy(() -> CueBook.of("test.cues", "cue it: a test\n  en: a\ncue it: again\n  en: b\n"))
                .isInstanceOf(CueFormatException.class)
                .hasMessageContaining("cue it stands in two places");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; sue; I will sue; SAID",
                "en; sue; I will not sue; DENIED",
                "en; sue; I am not happy, I will sue; SAID",
                "en; sue; your agent told me to sue; REPORTED",
                "en; sue; if nothing happens I sue; CONDITIONAL",
                "en; sue; If nothing happens. I sue; SAID",
                "fr; porter plainte; je ne vais pas porter plainte; DENIED",
                "fr; jamais reçu; je n'ai jamais reçu mon colis; SAID",
                "fr; plainte; le conseiller a dit plainte; REPORTED",
                "es; demandar; no voy a demandar; DENIED",
                "es; demandar; si no hay respuesta pronto voy a demandar; CONDITIONAL",
                "ru; подам в суд; я не подам в суд; DENIED",
                "ru; подам в суд; если завтра тишина подам в суд; CONDITIONAL",
                "ru; подам в суд; завтра подам в суд; SAID",
            })
    void the_stance_of_the_writer_is_told_by_the_words_before(String code, String pattern, String text, Stance stance) {
        Language language = Language.of(code).orElseThrow();
        assertThat(hits(pattern.strip(), language, text.strip()))
                .singleElement()
                .extracting(CueHit::stance)
                .isEqualTo(stance);
    }
}
