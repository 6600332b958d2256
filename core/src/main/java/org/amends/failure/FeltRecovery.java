package org.amends.failure;

/** A recovery as the customer felt it. */
public enum FeltRecovery {
    /** Nothing was done yet. */
    NONE,
    /** Something was done and it failed: with the failure, a double deviation. */
    POOR,
    GOOD,
    EXCELLENT
}
