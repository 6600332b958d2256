package org.amends.insight.backtest;

/**
 * A tenth of the customers, by height of their forecasts.
 *
 * @param customers how many; equal forecasts are never parted, so that tenths may differ in size
 * @param meanForecast what was forecast for them on average
 * @param observedShare the share for whom it came true
 */
public record CalibrationBin(double customers, double meanForecast, double observedShare) {}
