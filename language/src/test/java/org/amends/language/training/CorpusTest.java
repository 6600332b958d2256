package org.amends.language.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.amends.language.CorpusFolder;
import org.amends.language.json.Labelled;
import org.amends.language.reading.Labels;
import org.amends.language.reading.Motive;
import org.amends.language.reading.Questions;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The labelled messages are labelled by the rules for labels. A fault names the message alone: what is held out stays unread. */
class CorpusTest {

    private static final int FEWEST_OF_A_LANGUAGE = 250;

    private static final Set<String> PREFERENCES = Set.of(
            "vegan",
            "vegetarian",
            "halal",
            "kosher",
            "orthodox_fasting",
            "organic",
            "cruelty_free",
            "gluten_free",
            "lactose_free",
            "milk_allergy",
            "nut_allergy",
            "peanut_allergy",
            "penicillin_allergy",
            "no_substitutions",
            "no_phone_calls",
            "no_marketing",
            "no_photos",
            "paper_invoices",
            "preferred_name",
            "spanish_language",
            "french_language",
            "kazakh_language",
            "welsh_language",
            "text_only_support",
            "wheelchair_access",
            "wheelchair_assistance");

    @ParameterizedTest
    @EnumSource(Language.class)
    void there_are_enough_messages_of_every_language(Language language) {
        assertThat(CorpusFolder.all())
                .filteredOn(labelled -> labelled.message().language() == language)
                .hasSizeGreaterThanOrEqualTo(FEWEST_OF_A_LANGUAGE);
    }

    @Test
    void no_two_messages_have_the_same_name_or_the_same_text() {
        assertThat(CorpusFolder.all())
                .extracting(labelled -> labelled.message().id())
                .doesNotHaveDuplicates();
        assertThat(CorpusFolder.all())
                .extracting(labelled -> labelled.message().text())
                .doesNotHaveDuplicates();
    }

    @Test
    void complaints_and_no_others_have_a_motive() {
        for (Labelled labelled : CorpusFolder.all()) {
            Labels labels = labelled.labels();
            assertThat(labels.complaint()).as(id(labelled)).isEqualTo(labels.motive() != Motive.NONE);
            if (!labels.complaint()) {
                assertThat(labels.failures()).as(id(labelled)).isEmpty();
            }
        }
    }

    @Test
    void values_of_sets_are_those_that_exist() {
        for (Labelled labelled : CorpusFolder.all()) {
            Labels labels = labelled.labels();
            assertThat(labels.failures())
                    .as(id(labelled))
                    .isSubsetOf(Questions.FAILURES)
                    .doesNotHaveDuplicates();
            assertThat(labels.preferences()).as(id(labelled)).isSubsetOf(PREFERENCES);
            assertThat(labels.remedies()).as(id(labelled)).isNotEmpty().doesNotHaveDuplicates();
            if (labels.remedies().contains(Labels.NONE_STATED)) {
                assertThat(labels.remedies()).as(id(labelled)).hasSize(1);
            } else {
                assertThat(labels.remedies()).as(id(labelled)).isSubsetOf(Questions.REMEDIES);
            }
        }
    }

    @Test
    void what_is_quoted_stands_in_the_message() {
        for (Labelled labelled : CorpusFolder.all()) {
            Labelled.FactLists facts = labelled.facts();
            assertThat(facts).as(id(labelled)).isNotNull();
            String text = labelled.message().text();
            for (List<String> literals :
                    List.of(facts.datesText(), facts.amountsText(), facts.references(), facts.names())) {
                assertThat(literals).as(id(labelled)).allMatch(text::contains);
            }
            String rival = labelled.labels().competitor();
            assertThat(rival == null || text.contains(rival)).as(id(labelled)).isTrue();
        }
    }

    @Test
    void what_is_measured_with_is_not_learned_from() {
        assertThat(CorpusFolder.CORPUS.held())
                .isNotEmpty()
                .extracting(labelled -> labelled.message().text())
                .doesNotContainAnyElementsOf(CorpusFolder.CORPUS.messages().stream()
                        .map(labelled -> labelled.message().text())
                        .toList());
    }

    private static String id(Labelled labelled) {
        return labelled.message().id();
    }
}
