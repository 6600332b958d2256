package org.amends.language.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amends.language.CorpusFolder;
import org.amends.language.json.Labelled;
import org.amends.language.json.ReadingJson;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every reading, whatever the message. */
class ReaderTest {

    private static final List<Labelled> MESSAGES = CorpusFolder.all();
    private static final List<Reading> READINGS = MESSAGES.stream()
            .map(labelled -> CorpusFolder.READER.read(labelled.message()))
            .toList();

    @Test
    void a_message_has_a_motive_exactly_if_it_is_a_complaint() {
        assertThat(READINGS)
                .allSatisfy(reading -> assertThat(reading.labels().motive() != Motive.NONE)
                        .as(reading.id())
                        .isEqualTo(reading.labels().complaint()));
    }

    @Test
    void only_complaints_tell_of_failures() {
        assertThat(READINGS)
                .filteredOn(reading -> !reading.labels().complaint())
                .allSatisfy(reading ->
                        assertThat(reading.labels().failures()).as(reading.id()).isEmpty());
    }

    @Test
    void that_nothing_is_asked_for_stands_alone() {
        assertThat(READINGS).allSatisfy(reading -> {
            List<String> remedies = reading.labels().remedies();
            assertThat(remedies).as(reading.id()).isNotEmpty();
            assertThat(remedies.contains(Labels.NONE_STATED)).isEqualTo(remedies.equals(List.of(Labels.NONE_STATED)));
        });
    }

    @Test
    void facts_of_quoted_mail_are_read_and_marked() {
        String text = """
                Still nothing, please send the £12.50 today.

                > On 3 March 2026 order AB-7719 was promised to you.
                """;
        Reading reading = CorpusFolder.READER.read(new Message("q", text, Language.ENGLISH, null, null));
        assertThat(reading.quoted()).containsExactly("3 March 2026", "AB-7719");
        assertThat(reading.facts().amounts()).hasSize(1);
    }

    @Test
    void values_of_a_set_stand_in_it_once() {
        assertThat(READINGS).allSatisfy(reading -> {
            assertThat(reading.labels().failures()).doesNotHaveDuplicates();
            assertThat(reading.labels().remedies()).doesNotHaveDuplicates();
            assertThat(reading.labels().preferences()).doesNotHaveDuplicates();
        });
    }

    @Test
    void every_word_that_is_shown_stands_in_the_message() {
        for (int i = 0; i < READINGS.size(); i++) {
            String text = MESSAGES.get(i).message().text();
            READINGS.get(i)
                    .judgements()
                    .forEach((label, judgement) -> assertThat(judgement.words())
                            .as(label)
                            .allSatisfy(shown -> assertThat(text).contains(shown.words())));
        }
    }

    @Test
    void another_provider_is_named_as_in_the_message() {
        for (int i = 0; i < READINGS.size(); i++) {
            String rival = READINGS.get(i).labels().competitor();
            if (rival != null) {
                assertThat(MESSAGES.get(i).message().text()).contains(rival);
            }
        }
    }

    @Test
    void confidence_lies_between_0_and_1() {
        assertThat(READINGS)
                .allSatisfy(reading -> assertThat(reading.judgements().values())
                        .allSatisfy(
                                judgement -> assertThat(judgement.confidence()).isBetween(0.0, 1.0)));
    }

    @Test
    void danger_goes_to_a_person_at_once_and_is_critical() {
        assertThat(READINGS)
                .filteredOn(reading -> reading.labels().safety())
                .isNotEmpty()
                .allSatisfy(reading -> {
                    assertThat(reading.route()).isEqualTo(Route.HUMAN_NOW);
                    assertThat(reading.labels().severity()).isEqualTo(Severity.CRITICAL);
                });
    }

    @Test
    void a_complaint_is_never_left_in_the_inbox() {
        assertThat(READINGS)
                .filteredOn(reading -> reading.labels().complaint())
                .allSatisfy(reading -> assertThat(reading.route()).isIn(Route.CASE, Route.HUMAN_NOW));
    }

    @Test
    void the_same_message_gives_the_same_bytes_with_any_reader() {
        Reader other = Reader.standard();
        for (int i = 0; i < READINGS.size(); i += 7) {
            assertThat(ReadingJson.of(other.read(MESSAGES.get(i).message())))
                    .isEqualTo(ReadingJson.of(READINGS.get(i)));
        }
    }

    @Test
    void an_empty_message_says_nothing() {
        Reading reading = CorpusFolder.READER.read(new Message("empty", "", null, null, null));
        assertThat(reading.labels().failures()).isEmpty();
        assertThat(reading.facts().names()).isEmpty();
        assertThat(reading.language().code()).isEqualTo("und");
    }

    @Test
    void the_provider_that_a_customer_goes_to_is_named() {
        assertThat(rival(Language.ENGLISH, "Three bills wrong in a row. I'm switching to Vodafone on Monday."))
                .isEqualTo("Vodafone");
        assertThat(rival(Language.FRENCH, "Encore une panne. Je résilie et je passe chez Orange."))
                .isEqualTo("Orange");
        assertThat(rival(Language.SPANISH, "Otra vez sin servicio. Me paso a Movistar."))
                .isEqualTo("Movistar");
        assertThat(rival(Language.RUSSIAN, "Опять обман. Перехожу в «Ромашку»."))
                .isEqualTo("Ромашку");
    }

    @Test
    void people_and_places_are_no_providers() {
        assertThat(rival(Language.ENGLISH, "I spoke with Peter Brown and then went to London."))
                .isNull();
        assertThat(rival(Language.FRENCH, "J'ai parlé avec Julien Moreau à Paris."))
                .isNull();
    }

    private static @Nullable String rival(Language language, String text) {
        return CorpusFolder.READER
                .read(new Message("rival", text, language, null, null))
                .labels()
                .competitor();
    }
}
