package org.amends.insight.base;

/**
 * The integral of exp(-w v) (1 + v)^-s over v from 0 to infinity.
 *
 * <p>It is Tricomi's confluent hypergeometric function Ψ(1, 2 - s; w) = w^(s-1) Ψ(s, s; w), and e^w E_s(w) with the
 * generalised exponential integral (NIST Digital Library of Mathematical Functions, 8.19.1, 8.19.17, 13.6.6).
 */
final class ExponentialIntegral {

    /** Below this weight the continued fraction is slower than the integral. */
    private static final double SMALL_WEIGHT = 0.1;

    private static final int MOST_LEVELS = 100_000;

    private ExponentialIntegral() {}

    /**
     * The scaled integral.
     *
     * @param s order, positive
     * @param w weight, positive
     */
    static double scaled(double s, double w) {
        return (w + s < 2 && w < SMALL_WEIGHT) || w < 1e-3 ? byIntegral(s, w) : byFraction(s, w);
    }

    private static double byFraction(double s, double w) {
        double b = w + s;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double fraction = d;
        for (int n = 1; n < MOST_LEVELS; n++) {
            double a = -n * (s + n - 1);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            double change = c * d;
            fraction *= change;
            if (Math.abs(change - 1) < 2e-16) {
                break;
            }
        }
        return fraction;
    }

    /** In u = ln(1 + v) the integrand has one peak. */
    private static double byIntegral(double s, double w) {
        double high = Math.log1p(800 / w);
        return Math.exp(
                UnimodalIntegral.log(u -> -w * Math.expm1(u) - (s - 1) * u, u -> -w * Math.exp(u) - (s - 1), 0, high));
    }
}
