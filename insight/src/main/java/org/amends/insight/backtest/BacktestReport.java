package org.amends.insight.backtest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a back-test found.
 *
 * @param split where time was split for the test
 * @param policysLifetime whether the data show nobody leaving, so that the diagnosis takes the policy's lifetime as scoring does
 * @param training the people and outcomes that were learned from, one horizon earlier
 * @param test the people and outcomes that were tested on
 * @param results one for each contender, in their order
 * @param rfm the coefficients of the regression on recency, frequency and monetary value; features are standardised
 * @param recalibrated the coefficients of the recalibrated diagnosis
 * @param fitted the coefficients of the diagnosis fitted by mode
 */
public record BacktestReport(
        TimeSplit split,
        boolean policysLifetime,
        Sample training,
        Sample test,
        Map<Contender, Result> results,
        List<Coefficient> rfm,
        List<Coefficient> recalibrated,
        List<Coefficient> fitted) {

    public BacktestReport {
        results = new EnumMap<>(results);
        rfm = List.copyOf(rfm);
        recalibrated = List.copyOf(recalibrated);
        fitted = List.copyOf(fitted);
    }

    /**
     * Customers with a purchase before a split.
     *
     * @param customers how many
     * @param silentShare the share who bought nothing in the window after it, 0 to 1
     * @param troubled how many had a failure, complaint or other trouble on record by then
     */
    public record Sample(int customers, double silentShare, int troubled) {}

    /**
     * How one contender did.
     *
     * @param measures with their 95 % intervals
     * @param aucOverRfm its AUC less that of the regression, on the same resamples
     * @param aucOverPareto its AUC less that of Pareto/NBD
     * @param brierOverRfm its Brier score less that of the regression; below 0 is better
     * @param brierOverPareto its Brier score less that of Pareto/NBD
     * @param brierParts its Brier score taken apart over the bins
     * @param bins tenths by height of the forecast
     */
    public record Result(
            Map<Measure, Interval> measures,
            Interval aucOverRfm,
            Interval aucOverPareto,
            Interval brierOverRfm,
            Interval brierOverPareto,
            BrierParts brierParts,
            List<CalibrationBin> bins) {

        public Result {
            measures = new EnumMap<>(measures);
            bins = List.copyOf(bins);
        }
    }
}
