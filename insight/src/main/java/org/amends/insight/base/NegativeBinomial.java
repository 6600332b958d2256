package org.amends.insight.base;

/**
 * How many purchases a customer makes who never leaves: a Poisson count whose rate is gamma distributed.
 *
 * <p>All functions take the gamma shape r and its rate alpha, and the time t over which purchases are counted.
 */
final class NegativeBinomial {

    private static final int MOST_LEVELS = 1_000_000;
    private static final double TINY = 1e-300;

    private NegativeBinomial() {}

    /** ln P(N = n). */
    static double logProbability(int n, double r, double alpha, double t) {
        double none = -r * Math.log1p(t / alpha);
        if (n == 0) {
            return none;
        }
        return GammaRatio.logRising(r, n) - GammaRatio.logFactorial(n) + none + n * Math.log(t / (alpha + t));
    }

    /** P(N &ge; n). */
    static double atLeast(int n, double r, double alpha, double t) {
        if (n == 0) {
            return 1;
        }
        return t == 0 ? 0 : regularizedBeta(t / (alpha + t), alpha / (alpha + t), n, r);
    }

    /** The regularised incomplete beta function I_x(a, b), where y = 1 - x is given apart to keep its digits. */
    private static double regularizedBeta(double x, double y, double a, double b) {
        double logX = x > y ? Math.log1p(-y) : Math.log(x);
        double logY = x > y ? Math.log(y) : Math.log1p(-x);
        double logFront = a * logX + b * logY - GammaRatio.logBeta(a, b);
        return x < (a + 1) / (a + b + 2)
                ? Math.min(1, Math.exp(logFront) * betaFraction(x, a, b) / a)
                : Math.max(0, 1 - Math.exp(logFront) * betaFraction(y, b, a) / b);
    }

    /** The continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, by Lentz's method. */
    private static double betaFraction(double x, double a, double b) {
        double numerator = 1;
        double denominator = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double fraction = denominator;
        for (int m = 1; m < MOST_LEVELS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            denominator = 1 / awayFromZero(1 + even * denominator);
            numerator = awayFromZero(1 + even / numerator);
            fraction *= numerator * denominator;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            denominator = 1 / awayFromZero(1 + odd * denominator);
            numerator = awayFromZero(1 + odd / numerator);
            double change = numerator * denominator;
            fraction *= change;
            if (Math.abs(change - 1) < 3e-16) {
                break;
            }
        }
        return fraction;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
