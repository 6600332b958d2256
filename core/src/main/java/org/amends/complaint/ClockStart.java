package org.amends.complaint;

/** What a clock counts from. Rules differ: some count from the receipt, some from the day on which the customer wrote. */
public enum ClockStart {
    /** The company received it. */
    RECEIPT,
    /** The customer sent it: the first written word that they are not satisfied. */
    SENT,
    /** It was entered in the register of complaints. */
    REGISTRATION,
    /** The customer demanded a remedy. */
    DEMAND
}
