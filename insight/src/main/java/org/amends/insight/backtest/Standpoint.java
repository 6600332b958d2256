package org.amends.insight.backtest;

import org.amends.insight.base.PurchaseHistory;
import org.amends.relationship.Relationship;

/**
 * Where a customer stood when time was split, and what came after.
 *
 * @param relationship the state that was known
 * @param history the days with purchases, in weeks
 * @param monetary what was paid in all, in the currency's main unit
 * @param daysSilent days since the latest purchase
 * @param silent whether no purchase followed in the window
 */
public record Standpoint(
        Relationship relationship, PurchaseHistory history, double monetary, double daysSilent, boolean silent) {}
