package org.amends.insight.base;

import java.time.LocalDate;

/**
 * One customer's purchases, boiled down to what the models need.
 *
 * @param customer the id in the source
 * @param firstDay the day of the first purchase
 * @param history repeats, recency and age over the calibration period, in the unit asked for
 * @param meanRepeatValue mean value of the repeat purchases of the calibration period, in money; 0 when there is none
 * @param opportunities the same period as a row of whole units since the first day, each with or without a purchase
 * @param holdoutPurchases purchase days after the calibration period, until the end of observation
 * @param holdoutOpportunities whole units that follow those of the calibration period, until the end of observation
 * @param holdoutTaken how many of these have a purchase
 */
public record CustomerSummary(
        String customer,
        LocalDate firstDay,
        PurchaseHistory history,
        double meanRepeatValue,
        OpportunityHistory opportunities,
        int holdoutPurchases,
        int holdoutOpportunities,
        int holdoutTaken) {

    /** What the repeat purchases were worth. */
    public SpendHistory spend() {
        return new SpendHistory(history.repeats(), meanRepeatValue);
    }
}
