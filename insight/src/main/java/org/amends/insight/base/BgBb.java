package org.amends.insight.base;

import java.util.List;

/**
 * The beta-geometric / beta-Bernoulli model, for buying at regular chances (a yearly appeal, a renewal): alive customers take
 * each chance with a probability of their own, and leave before each with another.
 *
 * <p>Source: Fader, Hardie and Shang, "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science
 * 29 (2010) 1086-1108.
 *
 * @param alpha first parameter of the beta distribution of the buying probability
 * @param beta second parameter of it
 * @param gamma first parameter of the beta distribution of the leaving probability
 * @param delta second parameter of it
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {

    public BgBb {
        Checks.positive("alpha", alpha);
        Checks.positive("beta", beta);
        Checks.positive("gamma", gamma);
        Checks.positive("delta", delta);
    }

    /**
     * Finds the parameters under which the histories are likeliest.
     *
     * @param weights how many customers have each history, positive
     */
    public static Fit<BgBb> fit(List<OpportunityHistory> histories, double[] weights) {
        return DiscreteFit.bgBb(histories, weights);
    }

    /** The natural logarithm of the likelihood of one history. */
    public double logLikelihood(OpportunityHistory h) {
        double sum = logBuying(h.purchases(), h.opportunities() - h.purchases()) + logStaying(h.opportunities());
        double logBuying = logBuying(h.purchases(), h.lastPurchase() - h.purchases());
        double logStaying = logStaying(h.lastPurchase());
        for (int n = h.lastPurchase(); n < h.opportunities(); n++) {
            sum = LogSum.of(sum, logBuying + logStaying + Math.log(gamma / (gamma + delta + n)));
            logBuying += Math.log((beta + (n - h.purchases())) / (alpha + beta + n));
            logStaying += Math.log((delta + n) / (gamma + delta + n));
        }
        return Math.min(0, sum);
    }

    /** ln of the mean of p^bought (1 - p)^passed. */
    private double logBuying(int bought, int passed) {
        return GammaRatio.logRising(alpha, bought)
                + GammaRatio.logRising(beta, passed)
                - GammaRatio.logRising(alpha + beta, bought + passed);
    }

    /** ln of the mean of (1 - θ)^n. */
    private double logStaying(int n) {
        return GammaRatio.logRising(delta, n) - GammaRatio.logRising(gamma + delta, n);
    }

    /** The probability that the customer is still alive when the next chance comes; called P(alive at n + 1). */
    public double pAlive(OpportunityHistory h) {
        return pAlive(h, 1);
    }

    /**
     * The probability that the customer is alive at a chance to come.
     *
     * @param ahead which chance: 1 for the next, 0 for the last one observed
     */
    public double pAlive(OpportunityHistory h, int ahead) {
        int n = h.opportunities();
        double alive = logBuying(h.purchases(), n - h.purchases()) + logStaying(Math.addExact(n, ahead));
        return Math.min(1, Math.exp(alive - logLikelihood(h)));
    }

    /**
     * Purchases expected from a new customer; called E[X(n)].
     *
     * @param opportunities chances to come, 0 or more
     */
    public double expectedPurchases(int opportunities) {
        Checks.notNegative("opportunities", opportunities);
        return alpha / (alpha + beta) * chancesAlive(0, opportunities);
    }

    /**
     * Purchases expected from a customer with this history; called the conditional expectation.
     *
     * @param opportunities chances to come, 0 or more; called n*
     */
    public double expectedPurchases(OpportunityHistory h, int opportunities) {
        Checks.notNegative("opportunities", opportunities);
        return buyingIfAlive(h) * pAlive(h, 0) * chancesAlive(h.opportunities(), opportunities);
    }

    /** The expected probability of taking the next chance, if alive. */
    private double buyingIfAlive(OpportunityHistory h) {
        return (alpha + h.purchases()) / (alpha + beta + h.opportunities());
    }

    /** How many of the next chances one who is alive after some lives to see: a sum without the closed form's pole at γ = 1. */
    private double chancesAlive(int after, int chances) {
        double alive = 1;
        double sum = 0;
        for (int i = 0; i < chances && alive > 1e-300; i++) {
            alive *= (delta + after + i) / (gamma + delta + after + i);
            sum += alive;
        }
        return sum;
    }

    /**
     * All purchases still to come, each discounted to the last chance observed; called DERT.
     *
     * @param discountRate per chance, positive: a purchase at the j-th chance to come counts (1 + rate)^-j
     */
    public double discountedPurchases(OpportunityHistory h, double discountRate) {
        Checks.positive("discountRate", discountRate);
        int n = h.opportunities();
        double sum = GaussFraction.value(delta + n + 1, gamma, 1 / (1 + discountRate)) / (1 + discountRate);
        return buyingIfAlive(h) * pAlive(h, 1) * sum;
    }
}
