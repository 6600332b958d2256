package org.amends.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.jspecify.annotations.Nullable;

/**
 * What clocks need of the events of a case. A round begins with the case, and another whenever an answer was not the end of it.
 *
 * @param rounds when each began; at least one, oldest first
 * @param steps what settles duties, oldest first
 * @param stopped when the case was closed, or null while it is open
 */
record CaseTimes(
        List<Instant> rounds, List<Step> steps, @Nullable Instant stopped) {

    /**
     * Something that may settle a duty.
     *
     * @param round in which it happened, counted from 1
     * @param by the letter's id, or a word for the event
     * @param purpose of the letter; null when it is none
     * @param element that was carried out; null when it is none
     */
    record Step(
            int round,
            Instant at,
            String by,
            @Nullable LetterPurpose purpose,
            @Nullable String element) {}

    static CaseTimes of(Complaint complaint, List<CaseEvent> events) {
        Reading reading = new Reading(complaint);
        events.forEach(reading::add);
        return new CaseTimes(List.copyOf(reading.rounds), List.copyOf(reading.steps), complaint.closedAt());
    }

    /** The steps of this round and of those after it: what was left undone in one may still be done in the next. */
    List<Step> since(int round) {
        return steps.stream().filter(step -> step.round() >= round).toList();
    }

    private static final class Reading {

        private final Complaint complaint;
        private final List<Instant> rounds = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private boolean answered;

        Reading(Complaint complaint) {
            this.complaint = complaint;
            rounds.add(complaint.openedAt());
        }

        void add(CaseEvent event) {
            Instant at = event.header().at();
            if (event instanceof CaseEvent.LetterSent sent && hasArrived(sent.letter())) {
                step(at, sent.letter(), sent.purpose(), null);
                answered |= sent.purpose().answers();
            } else if (event instanceof CaseEvent.Acknowledged) {
                step(at, ACKNOWLEDGED, LetterPurpose.ACKNOWLEDGEMENT, null);
            } else if (event instanceof CaseEvent.ElementDone done) {
                step(at, done.element(), null, done.element());
            } else if (event instanceof CaseEvent.OutcomeAccepted) {
                step(at, ACCEPTED, null, null);
            } else if (event instanceof CaseEvent.Closed closed && isSettled(closed.outcome())) {
                step(at, CLOSED, null, null);
            } else if (answered
                    && (event instanceof CaseEvent.OutcomeRejected || event instanceof CaseEvent.Reopened)) {
                answered = false;
                rounds.add(at);
            }
        }

        private void step(Instant at, String by, @Nullable LetterPurpose purpose, @Nullable String element) {
            steps.add(new Step(rounds.size(), at, by, purpose, element));
        }

        /** A letter that came back has told nobody anything. */
        private boolean hasArrived(String letter) {
            Complaint.SentLetter state = complaint.letter(letter);
            return state != null && state.standing() == Complaint.LetterStanding.SENT;
        }

        private static boolean isSettled(CaseOutcome outcome) {
            return switch (outcome) {
                case UPHELD, PARTLY_UPHELD, NOT_UPHELD, PARTED -> true;
                case WITHDRAWN, NO_COMPLAINT, MERGED -> false;
            };
        }
    }

    /** The customer was told in person. */
    static final String ACKNOWLEDGED = "acknowledged";

    /** The customer accepted the outcome. */
    static final String ACCEPTED = "accepted";

    /** The case was closed with an outcome. */
    static final String CLOSED = "closed";
}
