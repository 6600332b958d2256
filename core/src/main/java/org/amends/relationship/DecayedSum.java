package org.amends.relationship;

import java.time.Instant;

/**
 * A sum of weights that fade by half-life, kept as its value at the moment of the last addition.
 *
 * @param value at {@code asOf}
 * @param asOf the moment of the last addition
 */
public record DecayedSum(double value, Instant asOf) {

    /** The sum at a later moment. */
    public double at(Instant now, double halfLifeDays) {
        return value == 0 ? 0 : value * Decay.remaining(Decay.days(asOf, now), halfLifeDays);
    }

    /** The sum with one more weight, which happened at or after {@code asOf}. */
    DecayedSum plus(double weight, Instant when, double halfLifeDays) {
        return new DecayedSum(at(when, halfLifeDays) + weight, when);
    }
}
