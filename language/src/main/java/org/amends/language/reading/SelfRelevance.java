package org.amends.language.reading;

/** How far the brand is part of who the writer is. */
public enum SelfRelevance {
    /** Transactions only. */
    LOW,
    /** Stated tenure, recommendation or fondness. */
    MEDIUM,
    /** Part of identity, family or values. */
    HIGH
}
