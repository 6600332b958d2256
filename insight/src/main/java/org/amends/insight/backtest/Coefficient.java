package org.amends.insight.backtest;

/**
 * One fitted coefficient.
 *
 * @param name of what it multiplies
 * @param value the estimate
 * @param standardError its standard error, prior included; NaN where the data leave it open
 * @param prior what it would be without data
 */
public record Coefficient(String name, double value, double standardError, double prior) {}
