package org.amends.cli.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A sum that does not depend on the order of its addends: each is rounded to a millionth, and those are added exactly. */
final class ExactSum {

    private static final double MILLION = 1e6;
    private static final long SPILL_AT = Long.MAX_VALUE / 4;

    private long near;
    private BigInteger far = BigInteger.ZERO;

    void add(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite but was %s.".formatted(value));
        }
        double scaled = value * MILLION;
        if (Math.abs(scaled) < SPILL_AT) {
            near += Math.round(scaled);
            if (Math.abs(near) > SPILL_AT) {
                spill();
            }
        } else {
            far = far.add(BigDecimal.valueOf(value)
                    .movePointRight(6)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .toBigInteger());
        }
    }

    void add(ExactSum other) {
        other.spill();
        far = far.add(other.far);
    }

    double total() {
        spill();
        return new BigDecimal(far, 6).doubleValue();
    }

    private void spill() {
        far = far.add(BigInteger.valueOf(near));
        near = 0;
    }
}
