package org.amends.insight.base;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrates exp(f) where f rises to one peak and falls from there, however narrow or wide the peak is.
 *
 * <p>From the peak it walks outwards in panels that double while the 7- and 15-point Gauss-Kronrod rules agree and halve
 * while they do not, until what is left cannot matter. Relative error about 1e-13.
 */
final class UnimodalIntegral {

    private static final double[] NODES = {
        0.9914553711208126, 0.9491079123427585, 0.8648644233597691,
        0.7415311855993945, 0.5860872354676911, 0.4058451513773972,
        0.20778495500789848, 0
    };
    private static final double[] KRONROD = {
        0.022935322010529224, 0.06309209262997856, 0.10479001032225019,
        0.14065325971552592, 0.1690047266392679, 0.19035057806478542,
        0.20443294007529889, 0.20948214108472782
    };
    private static final double[] GAUSS = {
        0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694
    };

    /** Accepted difference of the two rules; the error of the finer one is then near rounding. */
    private static final double AGREEMENT = 1e-11;

    /** exp(-46) is 1e-20: beyond this drop an exponential tail is below rounding. */
    private static final double NEGLIGIBLE_DROP = -46;

    private final DoubleUnaryOperator logDensity;
    private final double peak;

    private UnimodalIntegral(DoubleUnaryOperator logDensity, double peak) {
        this.logDensity = logDensity;
        this.peak = peak;
    }

    /**
     * The logarithm of the integral of exp(logDensity) from low to high.
     *
     * @param slope has the sign of the derivative of logDensity; changes sign at most once, from plus to minus
     * @param low finite lower limit, or a place so far out that nothing lies beyond
     * @param high finite upper limit, or a place so far out that nothing lies beyond
     */
    static double log(DoubleUnaryOperator logDensity, DoubleUnaryOperator slope, double low, double high) {
        if (!(low < high)) {
            return Double.NEGATIVE_INFINITY;
        }
        double mode = mode(slope, low, high);
        double peak = logDensity.applyAsDouble(mode);
        var integral = new UnimodalIntegral(logDensity, peak);
        double right = integral.walk(mode, high, 0);
        return peak + Math.log(right + integral.walk(mode, low, right));
    }

    private static double mode(DoubleUnaryOperator slope, double low, double high) {
        double left = low;
        double right = high;
        for (int i = 0; i < 80 && right - left > 1e-12 * (1 + Math.abs(left)); i++) {
            double middle = 0.5 * (left + right);
            if (slope.applyAsDouble(middle) > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return left == low ? low : right == high ? high : 0.5 * (left + right);
    }

    /** The integral, in units of the peak, from the mode to one end. */
    private double walk(double mode, double end, double elsewhere) {
        double sum = 0;
        double position = mode;
        double step = firstStep(mode, end);
        double smallestStep = 1e-15 * (1 + Math.abs(mode));
        while (position != end) {
            double next = Math.abs(end - position) <= Math.abs(step) ? end : position + step;
            double[] rules = gaussKronrod(position, next);
            double soFar = elsewhere + sum + rules[1];
            boolean agreed = Math.abs(rules[1] - rules[0]) <= AGREEMENT * soFar;
            if (!agreed && Math.abs(step) > smallestStep) {
                step = 0.5 * (next - position);
                continue;
            }
            sum += rules[1];
            position = next;
            step *= 2;
            if (drop(position) < NEGLIGIBLE_DROP && rules[1] <= 1e-17 * soFar) {
                break;
            }
        }
        return sum;
    }

    /** Small enough that the peak is seen: over the first panel the density falls by less than exp(-4). */
    private double firstStep(double mode, double end) {
        double step = Math.copySign(Math.min(0.5, Math.abs(end - mode)), end - mode);
        while (drop(mode + step) < -4 && Math.abs(step) > 1e-15 * (1 + Math.abs(mode))) {
            step *= 0.5;
        }
        return step;
    }

    private double drop(double position) {
        return logDensity.applyAsDouble(position) - peak;
    }

    private double[] gaussKronrod(double from, double to) {
        double centre = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double middle = Math.exp(drop(centre));
        double gauss = GAUSS[3] * middle;
        double kronrod = KRONROD[7] * middle;
        for (int i = 0; i < 7; i++) {
            double both = Math.exp(drop(centre - half * NODES[i])) + Math.exp(drop(centre + half * NODES[i]));
            kronrod += KRONROD[i] * both;
            if (i % 2 == 1) {
                gauss += GAUSS[i / 2] * both;
            }
        }
        double width = Math.abs(half);
        return new double[] {gauss * width, kronrod * width};
    }
}
