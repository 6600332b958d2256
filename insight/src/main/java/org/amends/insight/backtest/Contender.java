package org.amends.insight.backtest;

import java.util.Locale;

/** What forecasts silence in a back-test. */
public enum Contender {
    /** Logistic regression on recency, frequency, monetary value and tenure, fitted one horizon earlier. */
    RFM,
    /** Pareto/NBD alone. */
    PARETO_NBD,
    /** MBG/NBD alone. */
    MBG_NBD,
    /** The leave probability of the diagnosis with the policy's defaults; a customer can stay and yet be silent. */
    LEAVE_PROBABILITY,
    /** The silence implied by it, if whoever leaves buys nothing before. */
    DIAGNOSIS,
    /** The silence implied by it, if what the diagnosis adds to the base model acts at once. */
    DIAGNOSIS_AT_ONCE,
    /** The latter with intercept and slope fitted one horizon earlier. */
    DIAGNOSIS_RECALIBRATED,
    /** The latter with the weight of each mode fitted too. */
    DIAGNOSIS_FITTED;

    /** The name in files, for example {@code pareto_nbd}. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
