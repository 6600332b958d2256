package org.amends.deadline;

import java.util.Locale;

/** How a clock stands. */
public enum ClockStanding {
    RUNNING,
    /** It stands still. */
    PAUSED,
    /** What it asks for was done in time. */
    MET,
    /** It was done, but late. */
    LATE,
    /** The case was closed without it. */
    STOPPED,
    /** The time has run out, and it was not done. */
    OVERDUE,
    /** The time for something that nobody has to do has run out. */
    LAPSED;

    /** The name in the store and in the API. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
