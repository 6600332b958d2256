package org.amends.relationship;

import java.time.Instant;

/** How weight is lost with time. StrictMath throughout: the same bytes on every machine. */
final class Decay {

    private static final double MILLIS_A_DAY = 86_400_000.0;
    private static final double LN_2 = 0.6931471805599453;

    private Decay() {}

    /** Days from one moment to another; 0 when the second is earlier. */
    static double days(Instant from, Instant to) {
        return Math.max(0, to.toEpochMilli() - from.toEpochMilli()) / MILLIS_A_DAY;
    }

    /** The share that remains after some days: one half after one half-life. */
    static double remaining(double days, double halfLifeDays) {
        return StrictMath.exp(-LN_2 * days / halfLifeDays);
    }

    /** 0 at 0, rising towards 1; two thirds (1 - 1/e) at the scale. */
    static double saturating(double value, double scale) {
        return value <= 0 ? 0 : -StrictMath.expm1(-value / scale);
    }

    /** The logistic function. */
    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** The inverse of {@link #probability}, held within plus and minus 14 so that no certainty is claimed. */
    static double logit(double probability) {
        double held = Math.min(1 - 1e-6, Math.max(1e-6, probability));
        return StrictMath.log(held / (1 - held));
    }
}
