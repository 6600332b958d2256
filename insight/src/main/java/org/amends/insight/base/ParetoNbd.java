package org.amends.insight.base;

import java.util.function.DoubleUnaryOperator;

/**
 * The Pareto / negative binomial model: the customer may leave at any moment, after an exponential lifetime whose rate is
 * gamma distributed over customers.
 *
 * <p>Sources: Schmittlein, Morrison and Colombo, "Counting your customers", Management Science 33 (1987) 1-24; Fader and
 * Hardie, "A note on deriving the Pareto/NBD model and related expressions" (2005). The likelihood's difference of two
 * hypergeometric functions is kept as the integral it came from ({@link DeathIntegral}), which cannot cancel.
 *
 * @param r shape of the gamma distribution of purchase rates
 * @param alpha rate of that distribution, in time units
 * @param s shape of the gamma distribution of leaving rates
 * @param beta rate of that distribution, in time units
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements BaseModel {

    /** ln of a time so short that nothing happens in it. */
    private static final double LOG_INSTANT = -1e7;

    public ParetoNbd {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
        Checks.positive("s", s);
        Checks.positive("beta", beta);
    }

    /** Finds the parameters under which the histories are likeliest. */
    public static Fit<ParetoNbd> fit(Histories histories) {
        return ContinuousFit.paretoNbd(histories);
    }

    @Override
    public double logLikelihood(PurchaseHistory h) {
        int x = h.repeats();
        double alive = GammaRatio.logRising(r, x)
                - x * Math.log(alpha + h.age())
                - r * Math.log1p(h.age() / alpha)
                - s * Math.log1p(h.age() / beta);
        return alive + LogSum.onePlusExp(logOddsLeft(h));
    }

    @Override
    public double pAlive(PurchaseHistory h) {
        return 1 / (1 + Math.exp(logOddsLeft(h)));
    }

    /** The logarithm of the odds that the customer left between the last purchase and the end of observation. */
    private double logOddsLeft(PurchaseHistory h) {
        double bought = r + h.repeats();
        return Math.log(s)
                + DeathIntegral.log(bought, s + 1, alpha, beta, h.recency(), h.age())
                + bought * Math.log(alpha + h.age())
                + s * Math.log(beta + h.age());
    }

    @Override
    public double pSurvive(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return Math.exp(-s * Math.log1p(horizon / (beta + h.age())));
    }

    @Override
    public double pNoPurchase(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return LogSum.mix(pAlive(h), posterior(h).probabilityOfPurchases(0, horizon));
    }

    /** The model of a new customer with the rates that this one has, if alive. */
    private ParetoNbd posterior(PurchaseHistory h) {
        return new ParetoNbd(r + h.repeats(), alpha + h.age(), s, beta + h.age());
    }

    @Override
    public double expectedPurchases(PurchaseHistory h, double horizon) {
        Checks.notNegative("horizon", horizon);
        return pAlive(h) * posterior(h).expectedPurchases(horizon);
    }

    @Override
    public double expectedPurchases(double time) {
        Checks.notNegative("time", time);
        double log = Math.log1p(time / beta);
        double power = (s - 1) * log;
        double lifetime = Math.abs(power) < 1e-12 ? log : -Math.expm1(-power) / (s - 1);
        return r / alpha * beta * lifetime;
    }

    @Override
    public double probabilityOfPurchases(int n, double time) {
        Checks.notNegative("purchases", n);
        Checks.notNegative("time", time);
        if (time == 0) {
            return n == 0 ? 1 : 0;
        }
        if (n == 0) {
            return Math.min(1, Math.exp(logLikelihood(new PurchaseHistory(0, 0, time))));
        }
        double alive = NegativeBinomial.logProbability(n, r, alpha, time) - s * Math.log1p(time / beta);
        return Math.min(1, Math.exp(LogSum.of(alive, logLeftAfter(n, time))));
    }

    /** ln of the probability of leaving before the given time, with exactly n purchases made; walked in ln of the lifetime. */
    private double logLeftAfter(int n, double time) {
        double constant = GammaRatio.logRising(r, n)
                - GammaRatio.logFactorial(n)
                + r * Math.log(alpha)
                + Math.log(s)
                + s * Math.log(beta);
        DoubleUnaryOperator density = v -> {
            double life = Math.exp(v);
            return (n + 1) * v - (r + n) * Math.log(alpha + life) - (s + 1) * Math.log(beta + life);
        };
        DoubleUnaryOperator slope = v -> {
            double life = Math.exp(v);
            return n + 1 - (r + n) * life / (alpha + life) - (s + 1) * life / (beta + life);
        };
        return constant + UnimodalIntegral.log(density, slope, LOG_INSTANT, Math.log(time));
    }

    @Override
    public double discountedPurchases(PurchaseHistory h, double discountRate) {
        Checks.positive("discountRate", discountRate);
        double age = beta + h.age();
        double perpetuity = age * ExponentialIntegral.scaled(s, discountRate * age);
        return pAlive(h) * (r + h.repeats()) / (alpha + h.age()) * perpetuity;
    }
}
