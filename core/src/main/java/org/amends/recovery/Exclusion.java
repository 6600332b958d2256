package org.amends.recovery;

import java.util.Locale;

/** What must not be done, whatever the plan. */
public enum Exclusion {
    /** Trying to win the customer back. */
    WIN_BACK_OFFER,
    /** Selling. */
    MARKETING_CONTACT,
    /** Words and nothing else. */
    APOLOGY_ONLY,
    /** Money and nothing else. */
    MONEY_ONLY,
    /** More money than helps. */
    OVERCOMPENSATION;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name in files and APIs, for example {@code win_back_offer}. */
    public String word() {
        return word;
    }
}
