package org.amends.insight.base;

/** Refuses numbers outside the range in which a model has a meaning. */
final class Checks {

    private Checks() {}

    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be positive and finite but was %s.".formatted(name, value));
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be finite and 0 or more but was %s.".formatted(name, value));
        }
    }

    static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("%s must be 0 or more but was %d.".formatted(name, value));
        }
    }
}
