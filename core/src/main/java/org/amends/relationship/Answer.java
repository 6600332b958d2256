package org.amends.relationship;

import java.util.Locale;

/** What kind of answer fits, in one word. */
public enum Answer {
    /** Nothing is needed. */
    KEEP,
    /** Make good what failed. */
    RECOVER,
    /** Close the small open things. */
    RESOLVE,
    /** Bring attention back. */
    REKINDLE,
    /** Meet the need that a competitor promises to meet. */
    MATCH,
    /** Restore trust: acknowledge, correct, and show that it cannot happen again. */
    RESTORE,
    /** Ask somebody who suffered in silence. */
    ASK,
    /** Thank somebody loyal whom the company has neglected. */
    THANK,
    /** Invite a customer back who left and to whom the brand was no part of themselves. */
    INVITE,
    /** Part well, or leave in peace whoever has parted. */
    PART;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in files and APIs, for example {@code recover}. */
    public String word() {
        return word;
    }
}
