package org.amends.complaint;

/** What is done, in this order, to end a relationship decently. */
public enum PartingStep {
    /** What is owed is settled. */
    SETTLE_OWED,
    /** Balances and points are paid out. */
    PAY_OUT,
    /** The customer's data are handed over (GDPR, article 20). */
    HAND_OVER_DATA,
    /** Contracts are ended without obstacles. */
    CANCEL,
    /** One honest letter, with help to move on. */
    FAREWELL,
    /** Every channel is told to send no more. */
    SILENCE
}
