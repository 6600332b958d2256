package org.amends.insight.backtest;

/**
 * How good a set of forecasts was.
 *
 * @param auc the probability that of two customers, one who fell silent and one who did not, the first had the higher
 *     forecast; ties count half. 0.5 is chance, NaN when all did the same
 * @param brier the mean squared distance between forecast and outcome; 0 is best
 * @param logLoss the mean of minus the logarithm of the probability given to what happened, in nats; 0 is best
 * @param calibrationSlope of a logistic regression of the outcome on the forecast's logit: 1 is best, below 1 the forecasts are
 *     too extreme; NaN where it cannot be told
 * @param calibrationIntercept of the same regression with the slope held at 1: 0 is best, above 0 the forecasts are too low
 * @param calibrationError the mean distance between forecast and outcome over ten bins, weighted by size; called ECE
 * @param topDecileLift the share of the silent among the tenth with the highest forecasts, over their share among all
 */
public record Accuracy(
        double auc,
        double brier,
        double logLoss,
        double calibrationSlope,
        double calibrationIntercept,
        double calibrationError,
        double topDecileLift) {}
