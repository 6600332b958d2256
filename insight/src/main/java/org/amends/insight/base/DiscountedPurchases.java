package org.amends.insight.base;

/**
 * The present value of one for each purchase to come of a customer who is alive, buys at a gamma(r, alpha) rate and leaves
 * after each purchase with a beta(a, b) probability.
 *
 * <p>It is the mean of λ / (δ + λ p) over the rate λ and the leaving probability p, with the discount rate δ. It is also a sum
 * over purchases: the j-th to come is made with the mean of (1 - p)^(j-1) and counts the mean of (λ / (λ + δ))^j.
 */
final class DiscountedPurchases {

    /** Longer sums cost more than the integral does. */
    private static final double LONGEST_SUM = 20_000;

    private static final double FAR = 1e9;

    private DiscountedPurchases() {}

    /** The present value by whichever way is cheaper. */
    static double value(double r, double alpha, double a, double b, double discountRate) {
        double weight = discountRate * alpha;
        double length = 60 + (400 + 45 * r) / weight;
        return length <= LONGEST_SUM ? bySum(r, weight, a, b, (int) length) : byIntegral(r, alpha, a, b, discountRate);
    }

    /**
     * The sum, from the far end. The discounts d(j) = mean of (λ / (λ + δ))^j obey (r + j - 1) d(j-1) = (r + 2j - 1 + αδ) d(j) -
     * j d(j+1), of which they are the solution that vanishes for large j: Miller's algorithm starts from a tiny number and
     * scales by d(0) = 1.
     */
    static double bySum(double r, double weight, double a, double b, int length) {
        double next = 0;
        double discount = 1e-250;
        double sum = 0;
        for (int j = length; j >= 1; j--) {
            sum = discount + (b + j - 1) / (a + b + j - 1) * sum;
            double before = ((r + 2.0 * j - 1 + weight) * discount - j * next) / (r + j - 1);
            next = discount;
            discount = before;
            if (discount > 1e250) {
                next *= 1e-250;
                discount *= 1e-250;
                sum *= 1e-250;
            }
        }
        return sum / discount;
    }

    /** The mean over p, in logits of p. */
    static double byIntegral(double r, double alpha, double a, double b, double discountRate) {
        double integral = UnimodalIntegral.log(
                u -> a * Logit.logShare(u)
                        + b * Logit.logShare(-u)
                        + logPerpetuity(r, alpha, discountRate, Logit.share(u)),
                u -> slope(r, alpha, a, b, discountRate, u),
                -FAR,
                FAR);
        return Math.exp(integral - GammaRatio.logBeta(a, b));
    }

    /** ln of the mean of λ / (δ + λ p) over the gamma distributed rate λ, at one leaving probability p. */
    private static double logPerpetuity(double r, double alpha, double discountRate, double p) {
        double weight = discountRate * alpha / p;
        return p < 1e-12 * discountRate * alpha / (r + 1)
                ? Math.log(r / (alpha * discountRate))
                : Math.log(r / p * ExponentialIntegral.scaled(r + 1, weight));
    }

    /** Its sign is all that counts; the step is wide enough for the difference to be sure. */
    private static double slope(double r, double alpha, double a, double b, double discountRate, double u) {
        double p = Logit.share(u);
        double step = 1e-3;
        double elasticity = (logPerpetuity(r, alpha, discountRate, p * (1 + step))
                        - logPerpetuity(r, alpha, discountRate, p * (1 - step)))
                / (2 * step);
        return (a + elasticity) * Logit.share(-u) - b * p;
    }
}
