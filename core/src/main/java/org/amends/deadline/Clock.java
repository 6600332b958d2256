package org.amends.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A duty that runs on a case.
 *
 * @param regime the name of the rules that it follows from
 * @param round which answer it is about, counted from 1
 * @param started when it began
 * @param due the last moment of the time; null while it stands still
 * @param extended whether a reply that says why and when moved the end
 * @param settled when it was done, or null
 * @param settledBy the letter's id, or the name of the event; null while it was not done
 * @param stopped when the case was closed without it, or null
 * @param lacks what the latest letter that should have settled it does not say
 * @param alarms when each is to be told; none once it was done or stopped, and none while it stands still
 */
public record Clock(
        String regime,
        DutyKind duty,
        int round,
        Instant started,
        @Nullable Instant due,
        boolean extended,
        @Nullable Instant settled,
        @Nullable String settledBy,
        @Nullable Instant stopped,
        Set<LetterContent> lacks,
        Map<Alarm, Instant> alarms) {

    /** Copies its collections. */
    public Clock {
        lacks = Set.copyOf(lacks);
        alarms = Map.copyOf(alarms);
    }

    /** How it stands at a moment. */
    public ClockStanding standing(Instant now) {
        Instant end = due;
        if (settled != null && (duty.mandatory() || end == null || !settled.isAfter(end))) {
            return end == null || !settled.isAfter(end) ? ClockStanding.MET : ClockStanding.LATE;
        }
        if (stopped != null) {
            return ClockStanding.STOPPED;
        }
        if (end == null) {
            return ClockStanding.PAUSED;
        }
        if (!now.isAfter(end)) {
            return ClockStanding.RUNNING;
        }
        return duty.mandatory() ? ClockStanding.OVERDUE : ClockStanding.LAPSED;
    }

    /** Whether it is not done, and nothing has stopped it. */
    public boolean open() {
        return settled == null && stopped == null;
    }

    /** The share of the time that has passed, 0 to 1. */
    public double passed(Instant now) {
        Instant end = due;
        if (end == null || !end.isAfter(started)) {
            return end == null ? 0 : 1;
        }
        double passed = (double) Duration.between(started, now).toMillis()
                / Duration.between(started, end).toMillis();
        return Math.min(1, Math.max(0, passed));
    }
}
