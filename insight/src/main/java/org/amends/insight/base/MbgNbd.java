package org.amends.insight.base;

/**
 * The modified BG/NBD model: the customer may leave after every purchase, the first included, so that one-time buyers
 * can be gone.
 *
 * <p>Source: Batislam, Denizel and Filiztekin, "Empirical validation and comparison of models for customer base
 * analysis", International Journal of Research in Marketing 24 (2007) 201-209.
 *
 * @param r shape of the gamma distribution of purchase rates
 * @param alpha rate of that distribution, in time units
 * @param a first parameter of the beta distribution of the leaving probability
 * @param b second parameter of it
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BaseModel {

    public MbgNbd {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
        Checks.positive("a", a);
        Checks.positive("b", b);
    }

    /** Finds the parameters under which the histories are likeliest. */
    public static Fit<MbgNbd> fit(Histories histories) {
        return ContinuousFit.mbgNbd(histories);
    }

    @Override
    public double logLikelihood(PurchaseHistory h) {
        int x = h.repeats();
        double bought = GammaRatio.logRising(r, x) - x * Math.log(alpha + h.age()) - r * Math.log1p(h.age() / alpha);
        double stayed = GammaRatio.logRising(b, x + 1) - GammaRatio.logRising(a + b, x + 1);
        return bought + stayed + LogSum.onePlusExp(logOddsLeft(h));
    }

    @Override
    public double pAlive(PurchaseHistory h) {
        return 1 / (1 + Math.exp(logOddsLeft(h)));
    }

    /** The logarithm of the odds that the customer left with the last purchase. */
    private double logOddsLeft(PurchaseHistory h) {
        int x = h.repeats();
        return Math.log(a / (b + x)) + (r + x) * Math.log1p((h.age() - h.recency()) / (alpha + h.recency()));
    }

    @Override
    public double pSurvive(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return BetaGeometric.survival(r + h.repeats(), alpha + h.age(), a, b + h.repeats() + 1, horizon);
    }

    @Override
    public double pNoPurchase(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return LogSum.mix(pAlive(h), BetaGeometric.noPurchase(r + h.repeats(), alpha + h.age(), horizon));
    }

    @Override
    public double expectedPurchases(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return pAlive(h) * BetaGeometric.purchases(r + h.repeats(), alpha + h.age(), a, b + h.repeats() + 1, horizon);
    }

    @Override
    public double expectedPurchases(double time) {
        Checks.notNegative("time", time);
        return b / (a + b) * BetaGeometric.purchases(r, alpha, a, b + 1, time);
    }

    @Override
    public double probabilityOfPurchases(int n, double time) {
        Checks.notNegative("purchases", n);
        Checks.notNegative("time", time);
        double stayed = GammaRatio.logRising(b, n) - GammaRatio.logRising(a + b, n);
        double alive = Math.exp(stayed + NegativeBinomial.logProbability(n, r, alpha, time)) * (b + n) / (a + b + n);
        double left = Math.exp(stayed) * a / (a + b + n) * NegativeBinomial.atLeast(n, r, alpha, time);
        return Math.min(1, alive + left);
    }

    @Override
    public double discountedPurchases(PurchaseHistory h, double discountRate) {
        Checks.positive("discountRate", discountRate);
        double ifAlive =
                DiscountedPurchases.value(r + h.repeats(), alpha + h.age(), a, b + h.repeats() + 1, discountRate);
        return pAlive(h) * ifAlive;
    }
}
