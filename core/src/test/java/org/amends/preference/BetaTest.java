package org.amends.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTest {

    private static final Offset<Double> NEARLY = within(1e-12);

    /** Exact bounds of Clopper and Pearson (1934) for a share, as printed in tables: quantiles of Beta(x, n-x+1), Beta(x+1, n-x). */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        successes, trials, lower95, upper95
        1,         10,     0.0025,  0.4450
        2,         10,     0.0252,  0.5561
        5,         10,     0.1871,  0.8129
        9,         10,     0.5550,  0.9975
        10,        20,     0.2720,  0.7280
        10,        100,    0.0490,  0.1762
        50,        100,    0.3983,  0.6017
        """)
    void givesTheTabulatedBoundsOfAShare(int successes, int trials, double lower95, double upper95) {
        assertThat(new Beta(successes, trials - successes + 1).quantile(0.025)).isCloseTo(lower95, within(5e-5));
        assertThat(new Beta(successes + 1, trials - successes).quantile(0.975)).isCloseTo(upper95, within(5e-5));
    }

    /** Critical values of F at 5 %, from any table of it: I of d1 F / (d1 F + d2) with (d1/2, d2/2) is 0.95. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        d1, d2,  critical
        1,  10,  4.9646
        2,  10,  4.1028
        5,  10,  3.3258
        10, 10,  2.9782
        3,  60,  2.7581
        20, 120, 1.6587
        """)
    void givesTheTabulatedValuesOfF(double d1, double d2, double critical) {
        assertThat(new Beta(d1 / 2, d2 / 2).atMost(d1 * critical / (d1 * critical + d2)))
                .isCloseTo(0.95, within(1e-5));
    }

    @Test
    void agreesWithTheClosedForms() {
        for (double x = 0.01; x < 1; x += 0.01) {
            assertThat(new Beta(1, 1).atMost(x)).isCloseTo(x, NEARLY);
            assertThat(new Beta(7, 1).atMost(x)).isCloseTo(Math.pow(x, 7), NEARLY);
            assertThat(new Beta(1, 81).atMost(x)).isCloseTo(1 - Math.pow(1 - x, 81), NEARLY);
            assertThat(new Beta(0.5, 0.5).atMost(x)).isCloseTo(2 / Math.PI * Math.asin(Math.sqrt(x)), NEARLY);
            assertThat(new Beta(2, 2).atMost(x)).isCloseTo(x * x * (3 - 2 * x), NEARLY);
        }
    }

    @Test
    void agreesWithTheBinomialSumCountedExactly() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 300; i++) {
            int a = random.nextInt(1, 200);
            int b = random.nextInt(1, 60);
            int perMille = random.nextInt(1, 1000);

            assertThat(new Beta(a, b).atMost(perMille / 1000.0))
                    .as("a %d, b %d, at %d/1000", a, b, perMille)
                    .isCloseTo(binomialTail(a, b, perMille), NEARLY);
        }
    }

    /** At least a successes in a+b-1 trials, in whole numbers until the last division. */
    private static double binomialTail(int a, int b, int perMille) {
        int trials = a + b - 1;
        BigInteger sum = BigInteger.ZERO;
        BigInteger ways = BigInteger.ONE;
        for (int k = 0; k <= trials; k++) {
            if (k >= a) {
                sum = sum.add(ways.multiply(BigInteger.valueOf(perMille).pow(k))
                        .multiply(BigInteger.valueOf(1000 - perMille).pow(trials - k)));
            }
            ways = ways.multiply(BigInteger.valueOf(trials - k)).divide(BigInteger.valueOf(k + 1));
        }
        return new BigDecimal(sum)
                .divide(BigDecimal.valueOf(1000).pow(trials), MathContext.DECIMAL64)
                .doubleValue();
    }

    @Test
    void theQuantileUndoesTheProbability() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 500; i++) {
            Beta beta = new Beta(random.nextDouble(0.3, 500), random.nextDouble(0.3, 500));
            double probability = random.nextDouble(0.001, 0.999);

            assertThat(beta.atMost(beta.quantile(probability)))
                    .as("%s at %s", beta, probability)
                    .isCloseTo(probability, within(1e-11));
        }
    }

    @Test
    void growsWithTheShareAndWithFailures() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 2_000; i++) {
            double a = random.nextDouble(0.5, 300);
            double b = random.nextDouble(0.5, 300);
            double x = random.nextDouble(0, 0.99);

            assertThat(new Beta(a, b).atMost(x)).isBetween(0.0, 1.0);
            assertThat(new Beta(a, b).atMost(x + 0.01)).isGreaterThanOrEqualTo(new Beta(a, b).atMost(x) - 1e-14);
            assertThat(new Beta(a, b + 1).atMost(x)).isGreaterThanOrEqualTo(new Beta(a, b).atMost(x) - 1e-14);
        }
    }

    @Test
    void holdsForVeryManyCounts() {
        assertThat(new Beta(1e8, 1e8).atMost(0.5)).isCloseTo(0.5, within(1e-6));
        assertThat(new Beta(1e6, 1).quantile(0.05)).isCloseTo(Math.pow(0.05, 1e-6), NEARLY);
    }

    @Test
    void refusesWhatIsNoBelief() {
        assertThatThrownBy(() -> new Beta(0, 1)).hasMessage("a and b must be positive but were 0.0 and 1.0.");
        assertThatThrownBy(() -> new Beta(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Beta(1, 1).atMost(1.5)).hasMessage("share must lie between 0 and 1 but was 1.5.");
        assertThatThrownBy(() -> new Beta(1, 1).quantile(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
