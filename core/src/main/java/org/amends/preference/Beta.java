package org.amends.preference;

/**
 * What is believed of an unknown share, from 0 to 1: the Beta distribution, which is what a Beta prior becomes after counting
 * successes and failures.
 *
 * @param a successes and the prior's, above 0
 * @param b failures and the prior's, above 0
 */
public record Beta(double a, double b) {

    /** Coefficients of the Lanczos approximation for g = 607/128 (Godfrey 2001); its relative error is below 1e-14. */
    private static final double[] LANCZOS = {
        0.9999999999999971,
        57.15623566586292,
        -59.59796035547549,
        14.136097974741746,
        -0.4919138160976202,
        0.00003399464998481189,
        0.00004652362892704858,
        -0.00009837447530487956,
        0.0001580887032249125,
        -0.00021026444172410488,
        0.00021743961811521265,
        -0.0001643181065367639,
        0.00008441822398385275,
        -0.000026190838401581408,
        0.0000036899182659531625
    };

    private static final double LANCZOS_G = 607.0 / 128;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    /** Enough steps of the continued fraction for counts up to a thousand million; it needs about the root of the larger. */
    private static final int MOST_STEPS = 200_000;

    private static final double CLOSE_ENOUGH = 3e-16;
    private static final double TINY = 1e-300;

    public Beta {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY && b > 0 && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a and b must be positive but were %s and %s.".formatted(a, b));
        }
    }

    /** The expected share. */
    public double mean() {
        return a / (a + b);
    }

    /** The probability that the share is at most this: the regularised incomplete beta function. */
    public double atMost(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie between 0 and 1 but was %s.".formatted(share));
        }
        if (share == 0 || share == 1) {
            return share;
        }
        double front = StrictMath.exp(a * StrictMath.log(share) + b * StrictMath.log1p(-share) - logBeta());
        return share < (a + 1) / (a + b + 2)
                ? front * continuedFraction(a, b, share) / a
                : 1 - front * continuedFraction(b, a, 1 - share) / b;
    }

    /**
     * The share below which the truth lies with this probability: its quantile. With 0.05 it is the lower bound that holds with
     * 95 %.
     */
    public double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "probability must lie between 0 and 1 but was %s.".formatted(probability));
        }
        if (probability == 0 || probability == 1) {
            return probability;
        }
        double below = 0;
        double above = 1;
        double middle = 0.5;
        while (below < middle && middle < above) {
            if (atMost(middle) < probability) {
                below = middle;
            } else {
                above = middle;
            }
            middle = below + (above - below) / 2;
        }
        return above;
    }

    /** Lentz's method; Press et al., Numerical Recipes, section 6.4; Abramowitz and Stegun 26.5.8. */
    private static double continuedFraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / apartFromZero(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m <= MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / apartFromZero(1 + even * d);
            c = apartFromZero(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / apartFromZero(1 + odd * d);
            c = apartFromZero(1 + odd / c);
            fraction *= d * c;
            if (Math.abs(d * c - 1) <= CLOSE_ENOUGH) {
                return fraction;
            }
        }
        return fraction;
    }

    private static double apartFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private double logBeta() {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    private static double logGamma(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + LANCZOS_G + 0.5;
        return (x + 0.5) * StrictMath.log(t) - t + HALF_LOG_TWO_PI + StrictMath.log(sum / x);
    }
}
