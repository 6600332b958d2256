package org.amends.insight.backtest;

import java.util.Arrays;

/**
 * An estimate with the range that a bootstrap gives it.
 *
 * @param estimate from the data as they are
 * @param low the 2.5th percentile over resamples; NaN where no resample gave a number
 * @param high the 97.5th percentile
 */
public record Interval(double estimate, double low, double high) {

    /** The 95 % interval by percentiles; resamples that gave no number are left out. */
    static Interval of(double estimate, double[] resampled) {
        double[] sorted =
                Arrays.stream(resampled).filter(Double::isFinite).sorted().toArray();
        return new Interval(estimate, percentile(sorted, 0.025), percentile(sorted, 0.975));
    }

    /** Linear between the two nearest. */
    private static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
