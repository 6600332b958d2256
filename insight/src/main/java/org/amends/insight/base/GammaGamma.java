package org.amends.insight.base;

import java.util.List;

/**
 * The gamma-gamma model of spending: the values of a customer's purchases are gamma distributed with shape p and a scale of
 * their own, which is inverse gamma distributed over customers. Spending must not depend on how often one buys.
 *
 * <p>Source: Fader and Hardie, "The gamma-gamma model of monetary value" (2013).
 *
 * @param p shape of the value of one purchase
 * @param q shape of the distribution of scales over customers
 * @param gamma scale of that distribution, in money; called v by some
 */
public record GammaGamma(double p, double q, double gamma) {

    public GammaGamma {
        Checks.positive("p", p);
        Checks.positive("q", q);
        Checks.positive("gamma", gamma);
    }

    /**
     * Finds the parameters under which the spending is likeliest. Customers without a purchase, or with a mean of 0, say
     * nothing about it and are left out.
     *
     * @param weights how many customers have each history, positive
     * @throws IllegalArgumentException when no customer is left
     */
    public static Fit<GammaGamma> fit(List<SpendHistory> histories, double[] weights) {
        return DiscreteFit.gammaGamma(histories, weights);
    }

    /** The natural logarithm of the likelihood of a mean value; 0 without a purchase. */
    public double logLikelihood(SpendHistory h) {
        if (h.purchases() == 0) {
            return 0;
        }
        double shape = p * h.purchases();
        double total = h.purchases() * h.meanValue();
        return -GammaRatio.logBeta(shape, q)
                - q * Math.log1p(total / gamma)
                - shape * Math.log1p(gamma / total)
                - Math.log(h.meanValue());
    }

    /** The mean value of a purchase over all customers; infinite when q is 1 or less. */
    public double populationMean() {
        return q > 1 ? p * gamma / (q - 1) : Double.POSITIVE_INFINITY;
    }

    /** The expected value of this customer's next purchases; called E[M | x, z-bar]. Infinite when too little is known. */
    public double expectedValue(SpendHistory h) {
        double weight = p * h.purchases() + q - 1;
        return weight > 0 ? p * (gamma + h.purchases() * h.meanValue()) / weight : Double.POSITIVE_INFINITY;
    }

    /**
     * The present value, in money, of all purchases still to come.
     *
     * @param discountedPurchases their discounted number, such as {@link BaseModel#discountedPurchases}
     */
    public double residualValue(double discountedPurchases, SpendHistory h) {
        Checks.notNegative("discountedPurchases", discountedPurchases);
        return discountedPurchases * expectedValue(h);
    }
}
