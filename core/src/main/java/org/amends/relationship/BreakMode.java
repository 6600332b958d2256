package org.amends.relationship;

import java.util.Locale;

/** The five ways in which a relationship breaks. */
public enum BreakMode {
    /** One bad failure, badly handled. */
    ACUTE_FAILURE,
    /** Many small things that were never resolved. */
    ACCUMULATION,
    /** Passion gone on either side: the customer's rhythm slows or the company stopped giving attention. */
    FADING,
    /** Somebody else meets their needs. */
    COMPETITOR_PULL,
    /** Somebody they trusted showed that they do not know or respect them. */
    BETRAYED_TRUST;

    private final String stableName = name().toLowerCase(Locale.ROOT);

    /** The name in files and APIs, for example {@code acute_failure}. */
    public String stableName() {
        return stableName;
    }
}
