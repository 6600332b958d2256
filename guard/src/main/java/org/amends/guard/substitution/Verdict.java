package org.amends.guard.substitution;

/** What to do with a product; the later, the stricter. */
public enum Verdict {
    /** It may be sent. */
    ALLOW,
    /** The customer is asked first. */
    ASK,
    /** It is not sent. */
    BLOCK;

    /** The stricter of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
