package org.amends.insight.simulation;

/**
 * A stream of random numbers that is the same on every machine and every Java.
 *
 * <p>SplitMix64 (Steele, Lea and Flood 2014), written out here because the algorithms behind {@code java.util} may change
 * between releases, and on {@link StrictMath} because {@link Math} may differ between processors. Every customer and every
 * side of a life has a stream of its own, so that what one draws never shifts what another sees.
 */
final class Chance {

    /** The sides of a customer's life that draw from streams of their own. */
    enum Stream {
        TRAITS,
        RHYTHM,
        MISHAPS,
        VOICE,
        CARE,
        RECOVERY,
        DECISIONS,
        DEPARTURE,
        ATTENTION,
        MARKET,
        AFFECTION
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    private long state;
    private double spareGaussian = Double.NaN;

    private Chance(long state) {
        this.state = state;
    }

    /** The stream of one side of one customer's life. */
    static Chance of(long seed, long customer, Stream stream) {
        long key = mix(mix(seed) + GOLDEN * (customer + 1));
        return new Chance(mix(key + GOLDEN * (stream.ordinal() + 1)));
    }

    private static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform on [0, 1). */
    double unit() {
        return (next() >>> 11) * TWO_TO_MINUS_53;
    }

    /** True with this probability. */
    boolean happens(double probability) {
        return unit() < probability;
    }

    /** Uniform on 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    double between(double least, double most) {
        return least + (most - least) * unit();
    }

    double exponential(double mean) {
        return -mean * StrictMath.log1p(-unit());
    }

    /** Standard normal, by the polar method. */
    double gaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        while (true) {
            double u = 2 * unit() - 1;
            double v = 2 * unit() - 1;
            double square = u * u + v * v;
            if (square < 1 && square > 0) {
                double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
                spareGaussian = v * scale;
                return u * scale;
            }
        }
    }

    double lognormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** Gamma of this shape and scale 1 (Marsaglia and Tsang 2000). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - unit(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                if (StrictMath.log(1 - unit()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }

    /** An index, each with probability proportional to its weight. */
    int pick(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = unit() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
