package org.amends.insight.base;

/**
 * The beta-geometric / negative binomial model: after each repeat purchase the customer may leave for good.
 *
 * <p>Its known fault: a customer without a repeat purchase had no occasion to leave, so P(alive) is always 1 for one-time
 * buyers. Use {@link MbgNbd} or {@link ParetoNbd} where they matter.
 *
 * <p>Source: Fader, Hardie and Lee, "Counting your customers the easy way", Marketing Science 24 (2005) 275-284.
 *
 * @param r shape of the gamma distribution of purchase rates
 * @param alpha rate of that distribution, in time units
 * @param a first parameter of the beta distribution of the leaving probability
 * @param b second parameter of it
 */
public record BgNbd(double r, double alpha, double a, double b) implements BaseModel {

    public BgNbd {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
        Checks.positive("a", a);
        Checks.positive("b", b);
    }

    /** Finds the parameters under which the histories are likeliest. */
    public static Fit<BgNbd> fit(Histories histories) {
        return ContinuousFit.bgNbd(histories);
    }

    @Override
    public double logLikelihood(PurchaseHistory h) {
        int x = h.repeats();
        double bought = GammaRatio.logRising(r, x) - x * Math.log(alpha + h.age()) - r * Math.log1p(h.age() / alpha);
        double stayed = GammaRatio.logRising(b, x) - GammaRatio.logRising(a + b, x);
        return bought + stayed + LogSum.onePlusExp(logOddsLeft(h));
    }

    @Override
    public double pAlive(PurchaseHistory h) {
        return 1 / (1 + Math.exp(logOddsLeft(h)));
    }

    /** The logarithm of the odds that the customer left with the last purchase. */
    private double logOddsLeft(PurchaseHistory h) {
        int x = h.repeats();
        return x == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a / (b + (x - 1))) + (r + x) * Math.log1p((h.age() - h.recency()) / (alpha + h.recency()));
    }

    @Override
    public double pSurvive(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return BetaGeometric.survival(r + h.repeats(), alpha + h.age(), a, b + h.repeats(), horizon);
    }

    @Override
    public double pNoPurchase(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return LogSum.mix(pAlive(h), BetaGeometric.noPurchase(r + h.repeats(), alpha + h.age(), horizon));
    }

    @Override
    public double expectedPurchases(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return pAlive(h) * BetaGeometric.purchases(r + h.repeats(), alpha + h.age(), a, b + h.repeats(), horizon);
    }

    @Override
    public double expectedPurchases(double time) {
        Checks.notNegative("time", time);
        return BetaGeometric.purchases(r, alpha, a, b, time);
    }

    @Override
    public double probabilityOfPurchases(int n, double time) {
        Checks.notNegative("purchases", n);
        Checks.notNegative("time", time);
        double stayed = GammaRatio.logRising(b, n) - GammaRatio.logRising(a + b, n);
        double alive = Math.exp(stayed + NegativeBinomial.logProbability(n, r, alpha, time));
        if (n == 0) {
            return alive;
        }
        double left = Math.exp(stayed) * a / (b + (n - 1)) * NegativeBinomial.atLeast(n, r, alpha, time);
        return Math.min(1, alive + left);
    }

    @Override
    public double discountedPurchases(PurchaseHistory h, double discountRate) {
        Checks.positive("discountRate", discountRate);
        double ifAlive = DiscountedPurchases.value(r + h.repeats(), alpha + h.age(), a, b + h.repeats(), discountRate);
        return pAlive(h) * ifAlive;
    }
}
