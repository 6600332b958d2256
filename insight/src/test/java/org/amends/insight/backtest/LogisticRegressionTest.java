package org.amends.insight.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final double[] NOTHING_KNOWN = {0, 0};

    /** Two by two: 30 of 100 without the feature, 60 of 100 with it. */
    private static final double[][] ROWS = {{1, 0}, {1, 0}, {1, 1}, {1, 1}};

    private static final boolean[] OUTCOMES = {true, false, true, false};
    private static final double[] COUNTS = {30, 70, 60, 40};

    @Test
    void findsTheOddsRatioOfATwoByTwoTableAndItsError() {
        LogisticRegression.Fitted fitted = LogisticRegression.fit(ROWS, OUTCOMES, COUNTS, NOTHING_KNOWN, NOTHING_KNOWN);

        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.coefficient(0)).isEqualTo(Math.log(30 / 70.0), within(1e-8));
        assertThat(fitted.coefficient(1)).isEqualTo(Math.log((60 / 40.0) / (30 / 70.0)), within(1e-8));
        assertThat(fitted.standardError(0)).isEqualTo(Math.sqrt(1 / 30.0 + 1 / 70.0), within(1e-6));
        assertThat(fitted.standardError(1))
                .isEqualTo(Math.sqrt(1 / 30.0 + 1 / 70.0 + 1 / 60.0 + 1 / 40.0), within(1e-6));
        assertThat(fitted.probability(1, 1)).isEqualTo(0.6, within(1e-9));
    }

    /**
     * Hours of study and passing an exam, twenty students; -4.0777 + 1.5046 hours, standard errors 1.7610 and 0.6287. A
     * textbook example known from the article "Logistic regression" of Wikipedia.
     */
    @Test
    void agreesWithThePublishedExampleOfHoursOfStudy() {
        double[] hours = {
            0.50, 0.75, 1.00, 1.25, 1.50, 1.75, 1.75, 2.00, 2.25, 2.50, 2.75, 3.00, 3.25, 3.50, 4.00, 4.25, 4.50, 4.75,
            5.00, 5.50
        };
        int[] passed = {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1};
        double[][] rows = new double[20][];
        boolean[] outcomes = new boolean[20];
        double[] ones = new double[20];
        for (int i = 0; i < 20; i++) {
            rows[i] = new double[] {1, hours[i]};
            outcomes[i] = passed[i] == 1;
            ones[i] = 1;
        }

        LogisticRegression.Fitted fitted = LogisticRegression.fit(rows, outcomes, ones, NOTHING_KNOWN, NOTHING_KNOWN);

        assertThat(fitted.coefficient(0)).isEqualTo(-4.0777, within(5e-5));
        assertThat(fitted.coefficient(1)).isEqualTo(1.5046, within(5e-5));
        assertThat(fitted.standardError(0)).isEqualTo(1.7610, within(5e-5));
        assertThat(fitted.standardError(1)).isEqualTo(0.6287, within(5e-5));
    }

    @Test
    void staysAtThePriorWithoutData() {
        LogisticRegression.Fitted fitted =
                LogisticRegression.fit(ROWS, OUTCOMES, new double[4], new double[] {0.2, 1}, new double[] {1, 4});

        assertThat(fitted.coefficient(0)).isEqualTo(0.2, within(1e-9));
        assertThat(fitted.coefficient(1)).isEqualTo(1, within(1e-9));
        assertThat(fitted.standardError(1)).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void liesBetweenThePriorAndTheData() {
        LogisticRegression.Fitted fitted =
                LogisticRegression.fit(ROWS, OUTCOMES, COUNTS, NOTHING_KNOWN, new double[] {0, 10});

        assertThat(fitted.coefficient(1)).isBetween(0.1, Math.log((60 / 40.0) / (30 / 70.0)) - 0.1);
    }

    @Test
    void findsAnAnswerWhereAFeaturePartsTheOutcomesCompletely() {
        double[][] rows = {{1, -1}, {1, -2}, {1, 1}, {1, 2}};
        boolean[] outcomes = {false, false, true, true};
        double[] ones = {1, 1, 1, 1};

        LogisticRegression.Fitted fitted =
                LogisticRegression.fit(rows, outcomes, ones, NOTHING_KNOWN, new double[] {1, 1});

        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.coefficient(0)).isEqualTo(0, within(1e-6));
        assertThat(fitted.coefficient(1)).isBetween(0.5, 3.0);
    }

    @Test
    void leavesAConstantFeatureAtItsPrior() {
        double[][] rows = {{1, 0}, {1, 0}, {1, 0}};
        boolean[] outcomes = {true, false, true};

        LogisticRegression.Fitted fitted =
                LogisticRegression.fit(rows, outcomes, new double[] {1, 1, 1}, NOTHING_KNOWN, new double[] {0, 1});

        assertThat(fitted.coefficient(0)).isEqualTo(Math.log(2), within(1e-8));
        assertThat(fitted.coefficient(1)).isZero();
    }

    @Test
    void refusesLengthsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LogisticRegression.fit(ROWS, new boolean[] {true}, COUNTS, NOTHING_KNOWN, NOTHING_KNOWN))
                .withMessageContaining("4 rows, 1 outcomes, 4 weights and 2 priors");
    }
}
