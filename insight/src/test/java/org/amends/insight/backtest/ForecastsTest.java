package org.amends.insight.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ForecastsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Silent: 0.8 and 0.4. Of the four pairs, 0.8 wins both, 0.4 beats 0.1 and ties with 0.4: 3.5 of 4. */
    private static final Forecasts FOUR =
            Forecasts.of(new double[] {0.4, 0.8, 0.1, 0.4}, new boolean[] {true, true, false, false});

    /** A hundred customers in two groups: of 60 with forecast 0.2, 15 fall silent; of 40 with 0.7, 30. */
    private static final Forecasts TWO_GROUPS = groups(new double[] {0.2, 0.7}, new int[] {60, 40}, new int[] {15, 30});

    @Test
    void countsATieAsHalfAWin() {
        assertThat(FOUR.accuracy().auc()).isEqualTo(3.5 / 4, EXACT);
    }

    @Test
    void givesChanceToForecastsThatAreAllEqual() {
        Forecasts same = groups(new double[] {0.5}, new int[] {10}, new int[] {3});

        assertThat(same.accuracy().auc()).isEqualTo(0.5, EXACT);
        assertThat(same.accuracy().topDecileLift()).isEqualTo(1, EXACT);
    }

    @Test
    void hasNoAucWhereAllDidTheSame() {
        Forecasts all = groups(new double[] {0.5, 0.6}, new int[] {2, 2}, new int[] {2, 2});

        assertThat(all.accuracy().auc()).isNaN();
        assertThat(all.accuracy().calibrationSlope()).isNaN();
    }

    @Test
    void averagesSquaresAndLogarithms() {
        assertThat(FOUR.accuracy().brier()).isEqualTo((0.36 + 0.04 + 0.01 + 0.16) / 4, EXACT);
        assertThat(FOUR.accuracy().logLoss())
                .isEqualTo(-(Math.log(0.4) + Math.log(0.8) + Math.log(0.9) + Math.log(0.6)) / 4, EXACT);
    }

    @Test
    void takesTheBrierScoreApart() {
        BrierParts parts = BrierParts.of(TWO_GROUPS.bins());

        // Observed shares 0.25 and 0.75, overall 0.45.
        assertThat(parts.reliability()).isEqualTo(0.6 * 0.05 * 0.05 + 0.4 * 0.05 * 0.05, EXACT);
        assertThat(parts.resolution()).isEqualTo(0.6 * 0.2 * 0.2 + 0.4 * 0.3 * 0.3, EXACT);
        assertThat(parts.uncertainty()).isEqualTo(0.45 * 0.55, EXACT);
        assertThat(TWO_GROUPS.accuracy().brier())
                .isEqualTo(parts.reliability() - parts.resolution() + parts.uncertainty(), EXACT);
    }

    @Test
    void averagesTheDistanceFromWhatCameTrueOverBins() {
        assertThat(TWO_GROUPS.accuracy().calibrationError()).isEqualTo(0.05, EXACT);
    }

    /** With two groups the regression meets both observed shares: slope is the distance of observed over forecast logits. */
    @Test
    void findsTheSlopeByWhichForecastsAreTooFlat() {
        double observed = logit(0.75) - logit(0.25);
        double forecast = logit(0.7) - logit(0.2);

        assertThat(TWO_GROUPS.accuracy().calibrationSlope()).isEqualTo(observed / forecast, within(1e-6));
    }

    @Test
    void findsTheInterceptByWhichForecastsAreTooLow() {
        Forecasts low = groups(new double[] {0.2}, new int[] {10}, new int[] {5});

        assertThat(low.accuracy().calibrationIntercept()).isEqualTo(-logit(0.2), within(1e-8));
    }

    /** Of a hundred, ten are the top tenth: a quarter of the forty with 0.7, of whom three quarters fell silent. */
    @Test
    void takesAPartOfEqualForecastsIntoTheTopTenth() {
        assertThat(TWO_GROUPS.accuracy().topDecileLift()).isEqualTo(0.75 / 0.45, EXACT);
    }

    @Test
    void liftsToTheTopWhereTheHighestTenthAllFellSilent() {
        Forecasts sharp = groups(new double[] {0.1, 0.9}, new int[] {90, 10}, new int[] {10, 10});

        assertThat(sharp.accuracy().topDecileLift()).isEqualTo(5, EXACT);
    }

    @Test
    void makesTenthsByHeight() {
        double[] forecasts = new double[100];
        boolean[] outcomes = new boolean[100];
        for (int i = 0; i < 100; i++) {
            forecasts[99 - i] = i / 100.0;
            outcomes[99 - i] = i % 10 < 3;
        }

        List<CalibrationBin> bins = Forecasts.of(forecasts, outcomes).bins();

        assertThat(bins).hasSize(10).allSatisfy(bin -> {
            assertThat(bin.customers()).isEqualTo(10);
            assertThat(bin.observedShare()).isEqualTo(0.3, EXACT);
        });
        assertThat(bins.getFirst().meanForecast()).isEqualTo(0.045, EXACT);
        assertThat(bins.getLast().meanForecast()).isEqualTo(0.945, EXACT);
    }

    @Test
    void countsACustomerAsOftenAsItsWeightSays() {
        SplittableRandom random = new SplittableRandom(20260301);
        double[] forecasts =
                random.doubles(40).map(it -> Math.round(it * 8) / 8.0).toArray();
        boolean[] outcomes = new boolean[40];
        double[] weights = new double[40];
        double[] repeated = new double[200];
        boolean[] repeatedOutcomes = new boolean[200];
        int size = 0;
        for (int i = 0; i < 40; i++) {
            outcomes[i] = random.nextDouble() < forecasts[i];
            weights[i] = random.nextInt(5);
            for (int copy = 0; copy < weights[i]; copy++) {
                repeated[size] = forecasts[i];
                repeatedOutcomes[size++] = outcomes[i];
            }
        }

        Accuracy weighted = Forecasts.of(forecasts, outcomes).accuracy(weights);

        Accuracy copied = Forecasts.of(
                        java.util.Arrays.copyOf(repeated, size), java.util.Arrays.copyOf(repeatedOutcomes, size))
                .accuracy();
        for (Measure measure : Measure.values()) {
            assertThat(measure.of(weighted)).as(measure.stableName()).isEqualTo(measure.of(copied), within(1e-9));
        }
    }

    @Test
    void judgesTheSameInWhateverOrderCustomersCome() {
        Accuracy turned = Forecasts.of(new double[] {0.4, 0.1, 0.8, 0.4}, new boolean[] {false, false, true, true})
                .accuracy();

        assertThat(turned).isEqualTo(FOUR.accuracy());
    }

    @Test
    void refusesWhatIsNoForecast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecasts.of(new double[] {1.2}, new boolean[] {true}))
                .withMessage("A forecast must be between 0 and 1 but was 1.2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecasts.of(new double[] {Double.NaN}, new boolean[] {true}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecasts.of(new double[] {0.5}, new boolean[] {}))
                .withMessage("There must be an outcome for each forecast, but there were 0 and 1.");
    }

    @Test
    void survivesForecastsThatWereCertain() {
        Forecasts certain = Forecasts.of(new double[] {0, 1, 1, 0}, new boolean[] {false, true, false, true});

        Accuracy accuracy = certain.accuracy();

        assertThat(accuracy.auc()).isEqualTo(0.5, EXACT);
        assertThat(accuracy.logLoss()).isEqualTo(-Math.log(1e-15) / 2, within(1e-9));
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static Forecasts groups(double[] forecast, int[] customers, int[] silent) {
        int total = java.util.Arrays.stream(customers).sum();
        double[] forecasts = new double[total];
        boolean[] outcomes = new boolean[total];
        int at = 0;
        for (int group = 0; group < forecast.length; group++) {
            for (int i = 0; i < customers[group]; i++) {
                forecasts[at] = forecast[group];
                outcomes[at++] = i < silent[group];
            }
        }
        return Forecasts.of(forecasts, outcomes);
    }
}
