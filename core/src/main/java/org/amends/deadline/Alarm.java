package org.amends.deadline;

import java.util.Locale;

/** What is told of a clock before and when it runs out. */
public enum Alarm {
    /** Three quarters of the time have passed. */
    AT_75(0.75),
    /** Nine tenths of the time have passed. */
    AT_90(0.9),
    /** The time has run out. */
    OVERDUE(1);

    private final double share;

    Alarm(double share) {
        this.share = share;
    }

    /** Which part of the time has passed, 0 to 1. */
    public double share() {
        return share;
    }

    /** The name in the store and in messages. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
