package org.amends.insight.base;

import org.hipparchus.special.Gamma;

/** Ratios of gamma functions, as logarithms, without the cancellation of subtracting two large log-gammas. */
final class GammaRatio {

    /** From here Stirling's series with four terms is exact to double precision. */
    private static final double LARGE = 16;

    /** Up to here a product of factors is as cheap as Stirling's series, and exact. */
    private static final int FEW = 24;

    private GammaRatio() {}

    /** ln of the rising factorial Γ(a + n) / Γ(a), for a &gt; 0 and whole n &ge; 0. */
    static double logRising(double a, int n) {
        return n <= FEW ? logProduct(a, n) : logShifted(a, n);
    }

    /** ln Γ(a + t) / Γ(a), for a &gt; 0 and any t &ge; 0. */
    static double logShifted(double a, double t) {
        int lift = a >= LARGE ? 0 : (int) Math.ceil(LARGE - a);
        return logProduct(a, lift) - logProduct(a + t, lift) + logStirlingRatio(a + lift, t);
    }

    /** ln n!. */
    static double logFactorial(int n) {
        return logRising(1, n);
    }

    /** ln of the beta function. */
    static double logBeta(double a, double b) {
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        return Gamma.logGamma(small) - logShifted(large, small);
    }

    private static double logProduct(double a, int n) {
        double sum = 0;
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= a + i;
            if (product > 1e250 || product < 1e-250) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }

    /** Stirling's series for both gammas with the large parts subtracted by hand. */
    private static double logStirlingRatio(double a, double t) {
        double b = a + t;
        return t * Math.log(b) + ((a - 0.5) * Math.log1p(t / a) - t) + stirlingTail(b) - stirlingTail(a);
    }

    private static double stirlingTail(double a) {
        double inverse = 1 / a;
        double square = inverse * inverse;
        return inverse
                * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188))));
    }
}
