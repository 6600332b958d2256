package org.amends.slip;

/** Whether something may be done to a customer; the later, the stricter. */
public enum Verdict {
    ALLOW,
    /** A person, or the customer, is asked first. */
    ASK,
    BLOCK;

    /** The stricter of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
