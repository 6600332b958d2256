package org.amends.insight.base;

/**
 * The future of a customer who is alive, buys at a gamma(r, alpha) rate and leaves after each purchase with a
 * beta(a, b) probability: what BG/NBD and MBG/NBD have in common once their posteriors are known.
 */
final class BetaGeometric {

    /** Longer series cost more than the integral does. */
    private static final double LONGEST_SERIES = 1500;

    private static final double FAR = 1e9;

    private BetaGeometric() {}

    /** The probability of being alive after the horizon: the mean of (1 + p h / alpha)^-r over the leaving probability p. */
    static double survival(double r, double alpha, double a, double b, double horizon) {
        return Math.min(1, Math.exp(Hypergeometric.logAtNegative(r, a, b, horizon / alpha)));
    }

    /** The probability of no purchase within the horizon; leaving plays no part, as it needs a purchase. */
    static double noPurchase(double r, double alpha, double horizon) {
        return Math.exp(-r * Math.log1p(horizon / alpha));
    }

    /** Purchases expected within the horizon. */
    static double purchases(double r, double alpha, double a, double b, double horizon) {
        if (horizon == 0) {
            return 0;
        }
        double z = horizon / (alpha + horizon);
        double complement = alpha / (alpha + horizon);
        return Hypergeometric.seriesLength(r, z, complement) <= LONGEST_SERIES
                ? purchasesBySeries(r, z, complement, a, b)
                : purchasesByIntegral(r, horizon / alpha, a, b);
    }

    /**
     * Sums over the count n that a customer who never leaves would reach: its negative binomial probability times the
     * expected number of those n purchases that come before leaving. All terms are positive, so a = 1, where the published
     * closed form divides by zero, is nothing special.
     */
    private static double purchasesBySeries(double r, double z, double complement, double a, double b) {
        double tolerance = 1e-17 * complement;
        double peak = (r * z + 1) / complement;
        double logScale = r * Math.log(complement);
        double weight = 1;
        double stillThere = 1;
        double bought = 0;
        double sum = 0;
        for (int n = 1; n < peak || weight * bought > tolerance * sum; n++) {
            weight *= z * (r + n - 1) / n;
            bought += stillThere;
            stillThere *= (b + n - 1) / (a + b + n - 1);
            sum += weight * bought;
            if (sum > 1e250) {
                logScale += Math.log(sum);
                weight /= sum;
                sum = 1;
            }
        }
        return Math.exp(logScale + Math.log(sum));
    }

    /** The mean over p of (1 - (1 + p s)^-r) / p, in logits of p. */
    private static double purchasesByIntegral(double r, double s, double a, double b) {
        double logS = Math.log(s);
        double integral = UnimodalIntegral.log(
                u -> a * Logit.logShare(u) + b * Logit.logShare(-u) + logBought(r, logS, Logit.logShare(u)),
                u -> (a + elasticity(r, logS, Logit.logShare(u))) * Logit.share(-u) - b * Logit.share(u),
                -FAR,
                FAR);
        return Math.exp(integral - GammaRatio.logBeta(a, b));
    }

    /** ln of (1 - (1 + p s)^-r) / p. */
    private static double logBought(double r, double logS, double logP) {
        double y = Math.exp(logS + logP);
        return y < 1e-280 ? Math.log(r) + logS : Math.log(-Math.expm1(-r * Math.log1p(y))) - logP;
    }

    /** The derivative of {@link #logBought} by ln p, between -1 and 0. */
    private static double elasticity(double r, double logS, double logP) {
        double y = Math.exp(logS + logP);
        double log1p = Math.log1p(y);
        return y < 1e-10 ? -0.5 * (r + 1) * y : r * y / ((1 + y) * Math.expm1(r * log1p)) - 1;
    }
}
