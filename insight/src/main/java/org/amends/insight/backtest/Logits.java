package org.amends.insight.backtest;

/** Probabilities on the logit scale. */
final class Logits {

    private static final double NEAREST_TO_CERTAIN = 1e-9;

    private Logits() {}

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** The logit of a probability, held a billionth away from 0 and 1. */
    static double of(double probability) {
        double held = Math.min(1 - NEAREST_TO_CERTAIN, Math.max(NEAREST_TO_CERTAIN, probability));
        return Math.log(held / (1 - held));
    }

    /** ln(1 + exp(value)). */
    static double onePlusExp(double value) {
        return value > 0 ? value + Math.log1p(Math.exp(-value)) : Math.log1p(Math.exp(value));
    }
}
