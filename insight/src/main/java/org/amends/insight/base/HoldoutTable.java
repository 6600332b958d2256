package org.amends.insight.base;

import java.util.ArrayList;
import java.util.List;

/**
 * How well a model foretold a hold-out period: actual against expected purchases, by how often customers bought before.
 *
 * @param horizon length of the hold-out period, in units
 * @param rows one for each calibration frequency 0 to 6 and one for 7 and more; without those that have no customer
 * @param actualTotal purchases of all customers in the hold-out period
 * @param expectedTotal purchases that the model expected of them
 */
public record HoldoutTable(double horizon, List<Row> rows, double actualTotal, double expectedTotal) {

    private static final int LAST = 7;

    /**
     * One line.
     *
     * @param frequency repeats in the calibration period; 7 stands for 7 and more
     * @param customers how many there are
     * @param actual mean purchases of one customer in the hold-out period
     * @param expected the same as the model expected it
     */
    public record Row(int frequency, double customers, double actual, double expected) {

        /** The frequency as a person reads it: 0 to 6, and 7+. */
        public String label() {
            return frequency == LAST ? LAST + "+" : Integer.toString(frequency);
        }
    }

    /**
     * One customer, or several alike.
     *
     * @param frequency repeats in the calibration period
     * @param weight how many customers
     * @param actual purchases of each in the hold-out period
     * @param expected the same as the model expected it
     */
    public record Outcome(int frequency, double weight, double actual, double expected) {}

    public HoldoutTable {
        rows = List.copyOf(rows);
    }

    /** Sums the outcomes up by frequency. */
    public static HoldoutTable of(double horizon, List<Outcome> outcomes) {
        double[] customers = new double[LAST + 1];
        double[] actual = new double[LAST + 1];
        double[] expected = new double[LAST + 1];
        double actualTotal = 0;
        double expectedTotal = 0;
        for (Outcome outcome : outcomes) {
            int row = Math.min(outcome.frequency(), LAST);
            customers[row] += outcome.weight();
            actual[row] += outcome.weight() * outcome.actual();
            expected[row] += outcome.weight() * outcome.expected();
            actualTotal += outcome.weight() * outcome.actual();
            expectedTotal += outcome.weight() * outcome.expected();
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i <= LAST; i++) {
            if (customers[i] > 0) {
                rows.add(new Row(i, customers[i], actual[i] / customers[i], expected[i] / customers[i]));
            }
        }
        return new HoldoutTable(horizon, rows, actualTotal, expectedTotal);
    }
}
