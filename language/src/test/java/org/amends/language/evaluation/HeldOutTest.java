package org.amends.language.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.amends.language.CorpusFolder;
import org.amends.language.json.Labelled;
import org.junit.jupiter.api.Test;

/** What the reader reaches on messages that nothing was learned from; a floor that was reached is kept. */
class HeldOutTest {

    private static final double COMPLAINT = 0.94;
    private static final double MOTIVE = 0.8;
    private static final double FAILURES = 0.75;
    private static final double HOSTILITY_WITHIN_ONE = 0.98;
    private static final double DATES = 0.95;
    private static final double AMOUNTS = 0.95;
    private static final double REFERENCES = 0.91;
    private static final double DANGER_RECALL = 0.93;

    private static final Evaluation EVALUATION = evaluation();

    private static Evaluation evaluation() {
        Evaluation evaluation = new Evaluation();
        for (Labelled labelled : CorpusFolder.CORPUS.held()) {
            evaluation.add(labelled, CorpusFolder.READER.read(labelled.message()));
        }
        return evaluation;
    }

    @Test
    void complaints_are_told_from_other_messages() {
        assertThat(EVALUATION.flag("is_complaint").f1()).isGreaterThanOrEqualTo(COMPLAINT);
    }

    @Test
    void what_the_writer_wants_is_read() {
        assertThat(EVALUATION.confusion("motive").macroF1()).isGreaterThanOrEqualTo(MOTIVE);
    }

    @Test
    void what_failed_is_read() {
        assertThat(EVALUATION.micro("failure_types").f1()).isGreaterThanOrEqualTo(FAILURES);
    }

    @Test
    void hostility_is_seldom_more_than_one_step_off() {
        assertThat(EVALUATION.confusion("hostility").within(1)).isGreaterThanOrEqualTo(HOSTILITY_WITHIN_ONE);
    }

    @Test
    void dates_are_found() {
        assertThat(EVALUATION.fact("dates").f1()).isGreaterThanOrEqualTo(DATES);
    }

    @Test
    void sums_are_found() {
        assertThat(EVALUATION.fact("amounts").f1()).isGreaterThanOrEqualTo(AMOUNTS);
    }

    @Test
    void references_are_found() {
        assertThat(EVALUATION.fact("order_refs").f1()).isGreaterThanOrEqualTo(REFERENCES);
    }

    @Test
    void danger_is_seldom_missed() {
        assertThat(EVALUATION.flag("safety_flag").recall()).isGreaterThanOrEqualTo(DANGER_RECALL);
    }
}
