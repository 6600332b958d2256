package org.amends.relationship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link DecayedSum} under construction: the fold adds to it once an event, so it must not allocate. */
final class FadingWeight {

    private double value;
    private @Nullable Instant asOf;

    void add(double weight, Instant when, double halfLifeDays) {
        if (asOf == null) {
            value = weight;
        } else if (value != 0) {
            value = value * Decay.remaining(Decay.days(asOf, when), halfLifeDays) + weight;
        } else {
            value = weight;
        }
        asOf = when;
    }

    void clear() {
        value = 0;
        asOf = null;
    }

    @Nullable
    DecayedSum snapshot() {
        return asOf == null ? null : new DecayedSum(value, asOf);
    }

    void restore(@Nullable DecayedSum from) {
        value = from == null ? 0 : from.value();
        asOf = from == null ? null : from.asOf();
    }

    DecayedSum sum(Instant ifNever) {
        return new DecayedSum(value, asOf == null ? ifNever : asOf);
    }
}
