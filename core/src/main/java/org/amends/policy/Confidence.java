package org.amends.policy;

/** How far the evidence carries a default. */
public enum Confidence {
    /** The size was read in the source named. */
    SIZE,
    /** Which of two is greater was read in the source; the size is chosen to fit. */
    ORDER,
    /** The sign was read in the source; the size is chosen to fit. */
    SIGN,
    /** Chosen by the authors to fit the cited facts; no source gives it. */
    CHOSEN
}
