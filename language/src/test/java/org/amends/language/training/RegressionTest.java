package org.amends.language.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionTest {

    private static final double NEAR = 0.02;

    private static Regression.Row row(float value, int answer, double weight) {
        return new Regression.Row(new int[] {0}, new float[] {value}, answer, weight);
    }

    private static Regression.Row bare(int answer, double weight) {
        return new Regression.Row(new int[0], new float[0], answer, weight);
    }

    /**
     * With one row of value 1 for "yes" and one of -1 for "no" the weight is w, the bias 0, and the loss is
     * w²/2 + 2 ln(1 + exp(-w)); it is least where w (1 + exp(w)) = 2, which is at w = 0.675.
     */
    @Test
    void the_weight_of_two_mirrored_rows_is_where_the_loss_is_least() {
        double[] weights = new Regression(new Regression.Row[] {row(1, 1, 1), row(-1, 0, 1)}, 2, 1).fit();
        assertThat(weights[0]).isCloseTo(0.675, within(NEAR));
        assertThat(weights[1]).isCloseTo(0, within(NEAR));
    }

    /** Biases are not penalised: without features the odds are those of the rows. */
    @Test
    void without_features_the_bias_gives_the_odds() {
        double[] bias =
                new Regression(new Regression.Row[] {bare(1, 1), bare(1, 1), bare(1, 1), bare(0, 1)}, 2, 0).fit();
        assertThat(bias[0]).isCloseTo(Math.log(3), within(NEAR));
    }

    @Test
    void a_row_that_weighs_three_counts_like_three_rows() {
        double[] bias = new Regression(new Regression.Row[] {bare(1, 3), bare(0, 1)}, 2, 0).fit();
        assertThat(bias[0]).isCloseTo(Math.log(3), within(NEAR));
    }

    /** Of three answers each has a bias, and they differ by the logarithms of the odds. */
    @Test
    void of_three_answers_the_biases_differ_by_the_odds() {
        double[] biases = new Regression(new Regression.Row[] {bare(0, 1), bare(1, 2), bare(2, 4)}, 3, 0).fit();
        assertThat(biases[1] - biases[0]).isCloseTo(Math.log(2), within(NEAR));
        assertThat(biases[2] - biases[1]).isCloseTo(Math.log(2), within(NEAR));
    }

    @Test
    void a_fit_made_twice_is_the_same() {
        Regression.Row[] rows = {row(1, 2, 1), row(-1, 0, 1), row(0.5f, 1, 2)};
        assertThat(new Regression(rows, 3, 1).fit()).isEqualTo(new Regression(rows, 3, 1).fit());
    }
}
