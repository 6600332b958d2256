package org.amends.complaint;

/** How a case ended. */
public enum CaseOutcome {
    /** The customer was right, and what was due was done. */
    UPHELD,
    /** Partly so. */
    PARTLY_UPHELD,
    /** The customer was not right, and was told why. */
    NOT_UPHELD,
    /** The relationship was ended decently. */
    PARTED,
    /** The customer took it back. */
    WITHDRAWN,
    /** It was no complaint: spam, a machine's mail, a question that was answered. */
    NO_COMPLAINT,
    /** It went into another case. */
    MERGED
}
