package org.amends.insight.base;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z), as a logarithm, where it is positive: c &gt; b &gt; 0, a &gt; 0, z &lt; 1.
 *
 * <p>For negative z Pfaff's transformation gives a series of positive terms, so nothing cancels. Where the series would be
 * long (z near 1, or large parameters) Euler's integral is used instead.
 */
final class Hypergeometric {

    /** Longer series cost more than the integral does. */
    private static final double LONGEST_SERIES = 1500;

    private static final double RESCALE = 1e250;
    private static final double FAR = 1e9;

    private Hypergeometric() {}

    /** ln 2F1(a, b; c; z). */
    static double log2F1(double a, double b, double c, double z) {
        if (!(a > 0 && b > 0 && c > b && z < 1)) {
            throw new IllegalArgumentException(
                    "2F1(a, b; c; z) needs a > 0, c > b > 0 and z < 1 but was asked for %s, %s; %s; %s."
                            .formatted(a, b, c, z));
        }
        return z < 0 ? logAtNegative(a, b, c - b, -z) : logAtPositive(a, b, c - b, z, 1 - z);
    }

    /** ln 2F1(a, b; b + rest; -s) for s &ge; 0: the mean of (1 + s p)^-a over p ~ Beta(b, rest). */
    static double logAtNegative(double a, double b, double rest, double s) {
        double z = s / (1 + s);
        return -a * Math.log1p(s) + logAtPositive(a, rest, b, z, 1 / (1 + s));
    }

    /** ln 2F1(a, b; b + rest; z) for 0 &le; z &lt; 1, where complement is 1 - z. */
    private static double logAtPositive(double a, double b, double rest, double z, double complement) {
        return seriesLength(a, z, complement) <= LONGEST_SERIES
                ? logSeries(a, b, b + rest, z, complement)
                : logEuler(a, b, rest, z, complement);
    }

    /** About how many terms of a negative binomial with this shape and success probability z matter. */
    static double seriesLength(double a, double z, double complement) {
        return (a * z + 8 * Math.sqrt(a * z) + 37) / complement;
    }

    private static double logSeries(double a, double b, double c, double z, double complement) {
        double tolerance = 1e-17 * complement;
        double peak = (a * z - 1) / complement;
        double logScale = 0;
        double term = 1;
        double sum = 1;
        for (int n = 0; n < peak || term > tolerance * sum; n++) {
            term *= z * (a + n) * (b + n) / ((c + n) * (n + 1.0));
            sum += term;
            if (sum > RESCALE) {
                logScale += Math.log(sum);
                term /= sum;
                sum = 1;
            }
        }
        return logScale + Math.log(sum);
    }

    /** Euler's integral over t in (0, 1), walked in u = ln(t / (1 - t)), where the integrand has one peak. */
    private static double logEuler(double a, double b, double rest, double z, double complement) {
        double integral = UnimodalIntegral.log(
                u -> b * Logit.logShare(u) + rest * Logit.logShare(-u) - a * logOneMinus(z, complement, u),
                u -> {
                    double t = Logit.share(u);
                    double other = Logit.share(-u);
                    return (b * other - rest * t) * (complement + z * other) + a * z * t * other;
                },
                -FAR,
                FAR);
        return integral - GammaRatio.logBeta(b, rest);
    }

    private static double logOneMinus(double z, double complement, double u) {
        return Math.log(complement + z * Logit.share(-u));
    }
}
