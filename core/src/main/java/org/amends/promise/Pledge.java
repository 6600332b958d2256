package org.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.complaint.Complaint;

/**
 * A promise with the day on which it was given.
 *
 * @param promise what was promised, by whom and until when
 * @param made when it was given
 */
public record Pledge(CasePromise promise, Instant made) {

    /** Of the time that was promised, this part may pass before the owner is warned. */
    private static final double QUIET = 0.75;

    /** A promise for years ahead is warned of a week before. */
    private static final Duration LONGEST_WARNING = Duration.ofDays(7);

    /** The promises of a case, in the order in which they were given. */
    public static List<Pledge> of(Complaint complaint, List<CaseEvent> events) {
        Map<String, Instant> made = new HashMap<>();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.PromiseMade promise) {
                made.put(promise.promise(), promise.header().at());
            }
        }
        List<Pledge> pledges = new ArrayList<>();
        for (CasePromise promise : complaint.promises()) {
            pledges.add(new Pledge(promise, made.getOrDefault(promise.id(), complaint.openedAt())));
        }
        return List.copyOf(pledges);
    }

    /** When the owner is warned: after three quarters of the time, and at the earliest a week before the end. */
    public Instant warnedFrom() {
        Duration whole = Duration.between(made, promise.due());
        if (whole.isNegative()) {
            return promise.due();
        }
        Instant late = made.plusMillis((long) (whole.toMillis() * QUIET));
        Instant week = promise.due().minus(LONGEST_WARNING);
        return late.isAfter(week) ? late : week;
    }

    /** How it stands at a moment. */
    public PledgeStanding standing(Instant now) {
        if (!promise.open()) {
            return promise.kept() ? PledgeStanding.KEPT : PledgeStanding.BROKEN;
        }
        if (!now.isBefore(promise.due())) {
            return PledgeStanding.OVERDUE;
        }
        return now.isBefore(warnedFrom()) ? PledgeStanding.OPEN : PledgeStanding.DUE_SOON;
    }
}
