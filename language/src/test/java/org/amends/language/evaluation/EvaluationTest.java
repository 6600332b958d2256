package org.amends.language.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.amends.language.fact.Facts;
import org.amends.language.json.Labelled;
import org.amends.language.json.MessageJson;
import org.amends.language.reading.Reading;
import org.amends.language.reading.Route;
import org.amends.language.text.LanguageGuess;
import org.junit.jupiter.api.Test;

/** Three messages with labels and readings made by hand. */
class EvaluationTest {

    private static final double EXACT = 1e-9;

    private static Labelled labelled(String complaint, String motive, String failures, int hostility) {
        return MessageJson.labelled("""
                {"text": "x", "lang": "en", "is_complaint": %s, "motive": "%s", "failure_types": [%s], "hostility": %d,
                 "loyalty_years": null, "competitor_mentioned": null}
                """.formatted(complaint, motive, failures, hostility), "x");
    }

    private static Reading reading(String complaint, String motive, String failures, int hostility) {
        return new Reading(
                "x",
                new LanguageGuess.Guess("en", 1),
                labelled(complaint, motive, failures, hostility).labels(),
                new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), null),
                List.of(),
                Map.of(),
                Route.CASE);
    }

    private static Evaluation three() {
        Evaluation evaluation = new Evaluation();
        evaluation.add(
                labelled("true", "economic", "\"late_delivery\", \"billing_error\"", 1),
                reading("true", "economic", "\"late_delivery\"", 1));
        evaluation.add(
                labelled("true", "esteem", "\"rude_contact\"", 3),
                reading("true", "economic", "\"late_delivery\", \"rude_contact\"", 2));
        evaluation.add(labelled("true", "esteem", "\"safety\"", 2), reading("false", "none", "", 0));
        return evaluation;
    }

    @Test
    void a_flag_has_the_precision_and_recall_of_its_yes() {
        Tally complaint = three().flag("is_complaint");
        assertThat(complaint.precision()).isEqualTo(1);
        assertThat(complaint.recall()).isCloseTo(2 / 3.0, within(EXACT));
        assertThat(complaint.f1()).isCloseTo(0.8, within(EXACT));
    }

    /** Economic: one right, one wrong: F1 2/3. Esteem: two missed: F1 0. None is nobody's label and does not count. */
    @Test
    void a_choice_has_the_mean_of_f1_over_the_answers_that_occur() {
        assertThat(three().confusion("motive").macroF1()).isCloseTo(1 / 3.0, within(EXACT));
    }

    @Test
    void answers_in_an_order_may_be_one_step_off() {
        assertThat(three().confusion("hostility").within(0)).isCloseTo(1 / 3.0, within(EXACT));
        assertThat(three().confusion("hostility").within(1)).isCloseTo(2 / 3.0, within(EXACT));
    }

    /** Two right, one wrong, two missed. */
    @Test
    void a_set_counts_all_its_values_together() {
        Tally failures = three().micro("failure_types");
        assertThat(failures.precision()).isCloseTo(2 / 3.0, within(EXACT));
        assertThat(failures.recall()).isCloseTo(0.5, within(EXACT));
        assertThat(failures.f1()).isCloseTo(4 / 7.0, within(EXACT));
    }

    @Test
    void a_label_that_the_file_does_not_hold_is_not_compared() {
        assertThat(three().flag("legal_threat").f1()).isNaN();
    }

    @Test
    void an_interval_holds_the_figure_and_is_the_same_each_time() {
        double[] interval = three().micro("failure_types").interval();
        assertThat(interval[0]).isLessThanOrEqualTo(4 / 7.0);
        assertThat(interval[1]).isGreaterThanOrEqualTo(4 / 7.0);
        assertThat(three().micro("failure_types").interval()).isEqualTo(interval);
    }

    @Test
    void the_text_names_every_figure() {
        assertThat(EvaluationText.of(three(), Map.of()))
                .startsWith("3 messages")
                .contains("is_complaint", "failure_types", "motive", "hostility");
    }
}
