package org.amends.server.form;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.Complaint;
import org.amends.complaint.Stage;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;

/**
 * How far a case is, in the steps that a customer cares about.
 *
 * @param reached when each step was reached that the case has not fallen behind since
 * @param current the latest of them
 * @param since when the company's time to answer began: at the arrival, or when it was opened again
 */
record CaseProgress(Map<Step, Instant> reached, Step current, Instant since) {

    /** The steps. */
    enum Step {
        RECEIVED,
        LOOKED_INTO,
        ANSWERED,
        CLOSED;

        static Step of(Stage stage) {
            return switch (stage) {
                case RECEIVED, ACKNOWLEDGED -> RECEIVED;
                case ASSESSED, INVESTIGATED -> LOOKED_INTO;
                case ANSWERED -> ANSWERED;
                case CLOSED -> CLOSED;
            };
        }
    }

    static CaseProgress of(KeptCase kept) {
        Map<Step, Instant> reached = new EnumMap<>(Step.class);
        Instant since = kept.complaint().openedAt();
        Step current = Step.RECEIVED;
        for (int i = 0; i < kept.events().size(); i++) {
            CaseEvent event = kept.events().get(i);
            Instant at = event.header().at();
            Complaint state = CaseFold.fold(kept.events().subList(0, i + 1));
            current = Step.of(state.stage());
            for (Step step : Step.values()) {
                if (step.compareTo(current) > 0) {
                    reached.remove(step);
                }
            }
            reached.putIfAbsent(current, at);
            if (event instanceof CaseEvent.Reopened || event instanceof CaseEvent.OutcomeRejected) {
                since = at;
            }
        }
        reached.putIfAbsent(Step.RECEIVED, kept.complaint().openedAt());
        return new CaseProgress(reached, current, since);
    }

    /** When this step was reached, or null. */
    @Nullable
    Instant at(Step step) {
        return reached.get(step);
    }

    /** By when an answer is due where no clock says it. */
    Instant answerBy(int days) {
        return since.plus(days, ChronoUnit.DAYS);
    }
}
