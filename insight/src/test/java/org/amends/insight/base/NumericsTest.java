package org.amends.insight.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values computed with mpmath 1.3 at 40 digits or more from the definitions. */
class NumericsTest {

    private static final Percentage TEN_DIGITS = Percentage.withPercentage(1e-8);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            a,     b,     c,     z,     logValue
            0.5,   0.3,   1.1,   -0.5,  -0.0576215518997925
            3,     0.8,   3.2,   0.9,   1.64717330487885
            1e4,   1e4,   2e4,   -1e4,  -78438.8379737025
            1e-4,  1e-4,  2e-4,  -1e8,  -0.000921457915354395
            10,    0.001, 5,     -1e6,  -0.0145612040075826
            1000,  2,     3,     0.999, 6894.63491560239
            """)
    void hypergeometricFunction(double a, double b, double c, double z, double logValue) {
        assertThat(Hypergeometric.log2F1(a, b, c, z)).isCloseTo(logValue, TEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            s,     w,      value
            0.408, 0.2385, 2.50441000913718
            0.5,   1e-6,   1770.45562202692
            1,     1e-8,   17.8434652674855
            1e4,   0.01,   0.000100009900970193
            3,     50,     0.018887412643588
            1e-4,  1e4,    9.99999990001e-5
            1.5,   0.02,   1.56962214403391
            1e-4,  1e-8,   99821725.2683466
            """)
    void tricomisFunction(double s, double w, double value) {
        assertThat(ExponentialIntegral.scaled(s, w)).isCloseTo(value, TEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            r,     alpha, a,      b,     horizon, purchases,         survival
            0.243, 4.414, 0.793,  2.426, 39,      1.19672319332082,  0.794403340263224
            0.243, 4.414, 1,      2.426, 39,      1.08427901059152,  0.767713415894649
            1e4,   1,     1e-2,   10,    1e3,     8793181.71194281,  0.870525977534152
            2,     1e-4,  0.5,    0.3,   1e4,     10347.1951588733,  3.44893175181768e-5
            0.5,   10,    3,      1e-3,  100,     0.698740617997011, 0.301569129509386
            1e4,   1e-4,  2,      3,     1e4,     3.999999999988,    1.2003600840132e-23
            30,    50,    0.9999, 40,    1e4,     200.575069566613,  0.00685225162250495
            """)
    void futureOfABetaGeometricCustomer(
            double r, double alpha, double a, double b, double horizon, double purchases, double survival) {
        assertThat(BetaGeometric.purchases(r, alpha, a, b, horizon)).isCloseTo(purchases, TEN_DIGITS);
        assertThat(BetaGeometric.survival(r, alpha, a, b, horizon)).isCloseTo(survival, TEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            r,     alpha, a,     b,     discountRate, present
            0.243, 43.3,  0.793, 4.426, 0.0027,       1.20552614811176
            5.2,   40,    0.5,   3,     0.01,         6.73961348245327
            """)
    void presentValueOfABetaGeometricCustomer(
            double r, double alpha, double a, double b, double discountRate, double present) {
        assertThat(DiscountedPurchases.value(r, alpha, a, b, discountRate)).isCloseTo(present, TEN_DIGITS);
        assertThat(DiscountedPurchases.byIntegral(r, alpha, a, b, discountRate)).isCloseTo(present, TEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            n,     r,    alpha, t,    atLeast
            3,     0.5,  2,     10,   0.31533359620123
            1000,  900,  10,    11,   0.413116832381812
            10000, 1e-4, 1e-4,  1e4,  0.00086296312627554
            2,     1e4,  1e4,   0.01, 4.96728140804126e-5
            5,     0.3,  1e-4,  1e4,  0.992962112234845
            """)
    void negativeBinomialTail(int n, double r, double alpha, double t, double atLeast) {
        assertThat(NegativeBinomial.atLeast(n, r, alpha, t)).isCloseTo(atLeast, TEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            r,    alpha, s,    beta,  x,     tx,   age,      logLikelihood,        pAlive
            0.55, 10.56, 0.61, 11.64, 2,     30,   39,       -9.55936973085222,    0.857425550457992
            1e-4, 1e4,   1e-4, 1e-4,  0,     0,    1e4,      -6.91953595915339e-5, 0.998159508351933
            1e4,  1e-4,  1e4,  1e-4,  3,     1,    1e4,      -184181.869615594,    0
            0.5,  1e4,   2,    1e-3,  1,     5,    5.000001, -26.9390237080863,    0.999999600080104
            1e-4, 1e-4,  1e4,  1e4,   10000, 9999, 1e4,      -16943.5989316643,    0.462827459365892
            2,    3,     0.5,  1e4,   100,   50,   1e4,      -44.9739310977404,    1.98013694678069e-228
            1e4,  1e4,   1e4,  1e4,   10000, 5000, 1e4,      -8302.45482209164,    0
            0.3,  1e-3,  1e-3, 1e3,   0,     0,    1e4,      -4.83334256305705,    0.995525980872785
            """)
    void paretoNbdAtTheEdges(
            double r,
            double alpha,
            double s,
            double beta,
            int x,
            double tx,
            double age,
            double logLikelihood,
            double pAlive) {
        ParetoNbd model = new ParetoNbd(r, alpha, s, beta);
        PurchaseHistory history = new PurchaseHistory(x, tx, age);

        assertThat(model.logLikelihood(history)).isCloseTo(logLikelihood, TEN_DIGITS);
        // P(alive) exponentiates odds of hundreds: what is left of 16 digits is 13 less their size.
        assertThat(model.pAlive(history)).isCloseTo(pAlive, within(1e-9 * pAlive));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            r,     alpha,  s,     beta,   n,  t,   probability
            0.553, 10.578, 0.606, 11.669, 0,  39,  0.593625031602384
            0.553, 10.578, 0.606, 11.669, 3,  39,  0.0490399536428143
            2,     0.5,    3,     0.2,    10, 5,   0.000348863514065284
            0.1,   1e-3,   1e-2,  1e4,    40, 1e4, 0.000758076449331432
            """)
    void paretoNbdPurchaseCounts(double r, double alpha, double s, double beta, int n, double t, double probability) {
        assertThat(new ParetoNbd(r, alpha, s, beta).probabilityOfPurchases(n, t))
                .isCloseTo(probability, TEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            x,     tx,    age,   r,     alpha, a,     b,     mbgLogLikelihood,   mbgPAlive,         bgLogLikelihood,    bgPAlive
            2,     30.43, 38.86, 0.525, 6.183, 0.891, 1.614, -9.48555131453393,  0.706202265118487, -9.15866422831096,  0.634849081445807
            0,     0,     38.86, 0.525, 6.183, 0.891, 1.614, -0.539837463531015, 0.389735080918763, -1.04255234921085,  1
            10000, 9000,  1e4,   0.3,   2,     1e-4,  50,    -8971.58556455585,  0,                 -8971.58546503846,  0
            """)
    void betaGeometricLikelihoods(
            int x,
            double tx,
            double age,
            double r,
            double alpha,
            double a,
            double b,
            double mbgLogLikelihood,
            double mbgPAlive,
            double bgLogLikelihood,
            double bgPAlive) {
        PurchaseHistory history = new PurchaseHistory(x, tx, age);

        assertThat(new MbgNbd(r, alpha, a, b).logLikelihood(history)).isCloseTo(mbgLogLikelihood, TEN_DIGITS);
        assertThat(new MbgNbd(r, alpha, a, b).pAlive(history)).isCloseTo(mbgPAlive, within(1e-12));
        assertThat(new BgNbd(r, alpha, a, b).logLikelihood(history)).isCloseTo(bgLogLikelihood, TEN_DIGITS);
        assertThat(new BgNbd(r, alpha, a, b).pAlive(history)).isCloseTo(bgPAlive, within(1e-12));
    }

    @Test
    void bothWaysToDiscountAgree() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 200; i++) {
            double r = Math.pow(10, random.nextDouble(-2, 3));
            double alpha = Math.pow(10, random.nextDouble(-1, 3));
            double a = Math.pow(10, random.nextDouble(-2, 2));
            double b = Math.pow(10, random.nextDouble(-2, 2));
            double rate = (400 + 45 * r) / alpha / random.nextInt(200, 20_000);

            assertThat(DiscountedPurchases.value(r, alpha, a, b, rate))
                    .as("case %d: %s %s %s %s at %s", i, r, alpha, a, b, rate)
                    .isCloseTo(DiscountedPurchases.byIntegral(r, alpha, a, b, rate), TEN_DIGITS);
        }
    }
}
