package org.amends.insight.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Seeded sweeps: parameters from 1e-4 to 1e4, up to 10,000 repeats, ages up to 10,000. */
class ExtremeRangeTest {

    private static final double ROUNDING = 1e-9;

    private final SplittableRandom random = new SplittableRandom(20261122);

    private double parameter() {
        return Math.pow(10, random.nextDouble(-4, 4));
    }

    private List<BaseModel> models() {
        double r = parameter();
        double alpha = parameter();
        double a = parameter();
        double b = parameter();
        return List.of(new BgNbd(r, alpha, a, b), new MbgNbd(r, alpha, a, b), new ParetoNbd(r, alpha, a, b));
    }

    private PurchaseHistory history() {
        double age = Math.pow(10, random.nextDouble(-3, 4));
        int repeats = random.nextInt(4) == 0 ? 0 : (int) Math.pow(10, random.nextDouble(0, 4));
        return new PurchaseHistory(repeats, repeats == 0 ? 0 : age * Math.pow(random.nextDouble(), 0.3), age);
    }

    @Test
    void everyNumberIsFiniteAndEveryProbabilityBetweenZeroAndOne() {
        for (int i = 0; i < 1500; i++) {
            PurchaseHistory history = history();
            double horizon = Math.pow(10, random.nextDouble(-3, 4));
            double rate = Math.pow(10, random.nextDouble(-5, 0));
            for (BaseModel model : models()) {
                String name = "case %d, %s, %s, horizon %s, rate %s".formatted(i, model, history, horizon, rate);
                assertThat(model.logLikelihood(history)).as(name).isFinite();
                assertThat(model.pAlive(history)).as(name).isBetween(0.0, 1.0);
                assertThat(model.pSurvive(history, horizon)).as(name).isBetween(0.0, 1.0);
                assertThat(model.pNoPurchase(history, horizon)).as(name).isBetween(0.0, 1.0);
                assertThat(model.expectedPurchases(history, horizon))
                        .as(name)
                        .isFinite()
                        .isNotNegative();
                assertThat(model.expectedPurchases(horizon)).as(name).isFinite().isNotNegative();
                int count = random.nextInt(2) == 0 ? 0 : history.repeats();
                assertThat(model.probabilityOfPurchases(count, horizon))
                        .as(name)
                        .isBetween(0.0, 1.0);
                if (i % 10 == 0) {
                    assertThat(model.discountedPurchases(history, rate))
                            .as(name)
                            .isFinite()
                            .isNotNegative();
                }
            }
        }
    }

    @Test
    void pAliveFallsWithSilence() {
        for (int i = 0; i < 2000; i++) {
            PurchaseHistory shorter = history();
            PurchaseHistory longer = new PurchaseHistory(
                    shorter.repeats(), shorter.recency(), shorter.age() * (1 + Math.pow(10, random.nextDouble(-4, 1))));
            for (BaseModel model : models()) {
                assertThat(model.pAlive(longer))
                        .as("case %d, %s, %s", i, model, shorter)
                        .isLessThanOrEqualTo(model.pAlive(shorter) + ROUNDING);
            }
        }
    }

    @Test
    void aLongerHorizonBringsMorePurchasesAndFewerSurvivors() {
        for (int i = 0; i < 1000; i++) {
            PurchaseHistory history = history();
            double near = Math.pow(10, random.nextDouble(-3, 4));
            double far = near * (1 + random.nextDouble());
            for (BaseModel model : models()) {
                String name = "case %d, %s, %s, %s to %s".formatted(i, model, history, near, far);
                double soon = model.expectedPurchases(history, near);
                assertThat(model.expectedPurchases(history, far))
                        .as(name)
                        .isGreaterThanOrEqualTo(soon * (1 - ROUNDING));
                assertThat(model.pSurvive(history, far))
                        .as(name)
                        .isLessThanOrEqualTo(model.pSurvive(history, near) * (1 + ROUNDING));
                assertThat(model.pNoPurchase(history, far))
                        .as(name)
                        .isLessThanOrEqualTo(model.pNoPurchase(history, near) + ROUNDING);
            }
        }
    }

    @Test
    void purchaseCountsSumToOneAndToTheExpectedNumber() {
        for (BaseModel model :
                List.of(new BgNbd(0.6, 5, 0.8, 2.5), new MbgNbd(0.6, 5, 0.8, 2.5), new ParetoNbd(0.6, 5, 0.8, 9))) {
            double sum = 0;
            double mean = 0;
            for (int n = 0; n < 400; n++) {
                sum += model.probabilityOfPurchases(n, 20);
                mean += n * model.probabilityOfPurchases(n, 20);
            }
            assertThat(sum).as("%s", model).isCloseTo(1, within(1e-10));
            assertThat(mean).as("%s", model).isCloseTo(model.expectedPurchases(20), within(1e-8));
        }
    }

    @Test
    void theDiscountedNumberIsTheIntegralOfTheExpectedPurchases() {
        PurchaseHistory history = new PurchaseHistory(4, 20, 26);
        for (BaseModel model :
                List.of(new BgNbd(0.6, 5, 0.8, 2.5), new MbgNbd(0.6, 5, 0.8, 2.5), new ParetoNbd(0.6, 5, 0.8, 9))) {
            double rate = 0.02;
            double step = 0.05;
            // Simpson's rule for rate * exp(-rate h) E[X(h)], the discounted purchases integrated by parts.
            double sum = 0;
            for (int i = 0; i <= 40_000; i++) {
                double weight = i == 0 || i == 40_000 ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight * rate * Math.exp(-rate * i * step) * model.expectedPurchases(history, i * step);
            }
            assertThat(model.discountedPurchases(history, rate))
                    .as("%s", model)
                    .isCloseTo(sum * step / 3, Percentage.withPercentage(1e-6));
        }
    }

    @Test
    void theLikelihoodOfNoPurchaseIsTheProbabilityOfNone() {
        for (int i = 0; i < 300; i++) {
            double age = Math.pow(10, random.nextDouble(-3, 4));
            for (BaseModel model : models()) {
                assertThat(Math.exp(model.logLikelihood(new PurchaseHistory(0, 0, age))))
                        .as("case %d, %s, age %s", i, model, age)
                        .isCloseTo(model.probabilityOfPurchases(0, age), within(1e-10));
            }
        }
    }

    @Test
    void discreteModelStaysWithinBounds() {
        for (int i = 0; i < 500; i++) {
            BgBb model = new BgBb(parameter(), parameter(), parameter(), parameter());
            int chances = random.nextInt(1, 300);
            int last = random.nextInt(0, chances + 1);
            int taken = last == 0 ? 0 : random.nextInt(1, last + 1);
            OpportunityHistory history = new OpportunityHistory(taken, last, chances);
            String name = "case %d, %s, %s".formatted(i, model, history);
            assertThat(model.logLikelihood(history)).as(name).isFinite().isNotPositive();
            assertThat(model.pAlive(history)).as(name).isBetween(0.0, 1.0);
            assertThat(model.expectedPurchases(history, 50)).as(name).isBetween(0.0, 50.0);
            assertThat(model.discountedPurchases(history, 0.01)).as(name).isBetween(0.0, 100.0);
        }
    }

    @Test
    void discreteHistoriesAreAllThereIs() {
        BgBb model = new BgBb(1.2, 0.75, 0.66, 2.78);
        double sum = 0;
        for (int last = 0; last <= 6; last++) {
            for (int taken = last == 0 ? 0 : 1; taken <= last; taken++) {
                double arrangements = last == 0 ? 1 : choose(last - 1, taken - 1);
                sum += arrangements * Math.exp(model.logLikelihood(new OpportunityHistory(taken, last, 6)));
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product *= (n - k + i) / (double) i;
        }
        return product;
    }

    @Test
    void spendingStaysFinite() {
        for (int i = 0; i < 2000; i++) {
            GammaGamma model = new GammaGamma(parameter(), parameter(), parameter());
            SpendHistory history = new SpendHistory(random.nextInt(1, 10_000), parameter());
            assertThat(model.logLikelihood(history))
                    .as("case %d, %s, %s", i, model, history)
                    .isFinite();
            assertThat(model.expectedValue(history))
                    .as("case %d, %s, %s", i, model, history)
                    .isPositive();
        }
    }
}
