package org.amends.insight.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.amends.insight.simulation.Chance.Stream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final int DRAWS = 100_000;

    /** The first numbers of SplitMix64 from a fixed state never change, or every recorded simulation would. */
    @Test
    void givesTheSameNumbersForEver() {
        Chance chance = Chance.of(1, 0, Stream.TRAITS);

        double first = chance.unit();

        assertThat(first).isEqualTo(Chance.of(1, 0, Stream.TRAITS).unit());
        assertThat(first).isNotEqualTo(Chance.of(2, 0, Stream.TRAITS).unit());
        assertThat(first).isNotEqualTo(Chance.of(1, 1, Stream.TRAITS).unit());
        assertThat(first).isNotEqualTo(Chance.of(1, 0, Stream.RHYTHM).unit());
    }

    @Test
    void exponentialHasItsMean() {
        assertThat(mean(chance -> chance.exponential(3))).isCloseTo(3, within(0.05));
    }

    @Test
    void gaussianHasMeanZeroAndVarianceOne() {
        assertThat(mean(Chance::gaussian)).isCloseTo(0, within(0.02));
        assertThat(mean(chance -> Math.pow(chance.gaussian(), 2))).isCloseTo(1, within(0.03));
    }

    /** A gamma variable of scale 1 has its shape for mean and for variance. */
    @Test
    void gammaHasItsShapeForMeanAndVarianceAlsoBelowOne() {
        for (double shape : new double[] {0.2, 0.65, 1.5, 7}) {
            assertThat(mean(chance -> chance.gamma(shape))).isCloseTo(shape, within(0.03 * shape + 0.01));
            assertThat(mean(chance -> Math.pow(chance.gamma(shape) - shape, 2)))
                    .isCloseTo(shape, within(0.08 * shape + 0.01));
        }
    }

    @Test
    void betaHasMeanAOverAPlusB() {
        assertThat(mean(chance -> chance.beta(3, 1))).isCloseTo(0.75, within(0.005));
    }

    @Test
    void lognormalHasItsMedian() {
        assertThat(mean(chance -> chance.lognormal(40, 0.5) < 40 ? 1 : 0)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void picksInProportionToTheWeights() {
        double[] weights = {1, 0, 3};

        assertThat(mean(chance -> chance.pick(weights) == 2 ? 1 : 0)).isCloseTo(0.75, within(0.01));
        assertThat(mean(chance -> chance.pick(weights) == 1 ? 1 : 0)).isZero();
    }

    private static double mean(ToDoubleFunction<Chance> draw) {
        Chance chance = Chance.of(7, 7, Stream.CARE);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += draw.applyAsDouble(chance);
        }
        return sum / DRAWS;
    }
}
