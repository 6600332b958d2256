package org.amends.insight.base;

/**
 * What one customer spent.
 *
 * @param purchases how many purchases the mean is over, called x
 * @param meanValue mean value of one purchase in money, called z-bar; ignored when there is no purchase
 */
public record SpendHistory(int purchases, double meanValue) {

    public SpendHistory {
        Checks.notNegative("purchases", purchases);
        Checks.notNegative("meanValue", meanValue);
    }
}
