package org.amends.promise;

import java.util.Locale;

/** How a promise stands. */
public enum PledgeStanding {
    OPEN,
    /** Most of its time has passed. */
    DUE_SOON,
    /** Its time has run out, and nobody has said that it was kept. */
    OVERDUE,
    KEPT,
    BROKEN;

    /** The name in the API. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
