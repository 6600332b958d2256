package org.amends.insight.backtest;

import java.util.List;

/**
 * The Brier score taken apart: reliability - resolution + uncertainty, exact where forecasts are equal within each bin.
 *
 * <p>Source: Murphy, "A new vector partition of the probability score", Journal of Applied Meteorology 12 (1973) 595-600.
 *
 * @param reliability how far bins are from what came true in them; 0 is best
 * @param resolution how far what came true in the bins differs from the share among all; greater is better
 * @param uncertainty of the outcome itself: share times one minus share
 */
public record BrierParts(double reliability, double resolution, double uncertainty) {

    /** Takes the score apart by bins; empty ones count nothing. */
    public static BrierParts of(List<CalibrationBin> bins) {
        double customers = 0;
        double silent = 0;
        for (CalibrationBin bin : bins) {
            customers += bin.customers();
            silent += bin.customers() * bin.observedShare();
        }
        double share = silent / customers;
        double reliability = 0;
        double resolution = 0;
        for (CalibrationBin bin : bins) {
            double off = bin.meanForecast() - bin.observedShare();
            double apart = bin.observedShare() - share;
            reliability += bin.customers() / customers * off * off;
            resolution += bin.customers() / customers * apart * apart;
        }
        return new BrierParts(reliability, resolution, share * (1 - share));
    }
}
