package org.amends.insight.base;

/** Sums and mixtures of numbers that are known by their logarithms. */
final class LogSum {

    private LogSum() {}

    /** ln(1 + exp(value)). */
    static double onePlusExp(double value) {
        return value > 0 ? value + Math.log1p(Math.exp(-value)) : Math.log1p(Math.exp(value));
    }

    /** ln(exp(first) + exp(second)). */
    static double of(double first, double second) {
        double large = Math.max(first, second);
        return large == Double.NEGATIVE_INFINITY
                ? large
                : large + Math.log1p(Math.exp(Math.min(first, second) - large));
    }

    /** The probability of an event that is certain for those who left and has the given probability for those alive. */
    static double mix(double alive, double ifAlive) {
        return 1 - alive * (1 - ifAlive);
    }
}
