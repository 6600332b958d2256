package org.amends.complaint;

/** How sure a piece of evidence is. */
public enum EvidenceStanding {
    /** The customer or somebody else says so. */
    STATED,
    /** A document or a record shows it. */
    CONFIRMED,
    /** A document or a record speaks against it. */
    DISPUTED,
    /** It is needed for a decision, and somebody was asked for it. */
    MISSING,
    /** It turned out not to matter. */
    DROPPED
}
