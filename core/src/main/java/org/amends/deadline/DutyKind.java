package org.amends.deadline;

import java.util.Locale;

/** What has to happen before a clock runs out. */
public enum DutyKind {
    /** The customer is told that the complaint arrived and what happens next. */
    ACKNOWLEDGE,
    /** The customer has an answer, or a reply that says why there is none yet and when it comes. */
    HOLDING,
    /** The customer has the company's answer. */
    FINAL,
    /** The customer is told which outside body they may turn to. */
    REFERRAL,
    /** Where the complaint is settled before then, less needs to be written. Nothing is late when it is not. */
    FAST_LANE,
    /** What is due is paid, replaced or repaired. */
    REDRESS,
    /** The authority is told of a breach. */
    REPORT;

    /** Whether missing it is a breach. */
    public boolean mandatory() {
        return this != FAST_LANE;
    }

    /** The name in files, in the store and in the API. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
