package org.amends.language.cue;

/** How the writer stands to what a cue says. */
public enum Stance {
    /** It is said. */
    SAID,
    /** It is said not to be so: "I will not sue". */
    DENIED,
    /** Somebody else is said to have said it: "your agent told me to sue". */
    REPORTED,
    /** It hangs on a condition: "if nothing happens I will sue". */
    CONDITIONAL
}
