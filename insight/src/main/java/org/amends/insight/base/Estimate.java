package org.amends.insight.base;

/**
 * One fitted parameter.
 *
 * @param name its name in the literature
 * @param value the maximum likelihood estimate
 * @param standardError from the observed information; NaN when that is not positive definite
 */
public record Estimate(String name, double value, double standardError) {}
