package org.amends.insight.base;

/**
 * What the discrete model needs to know of one customer: a row of equal chances to buy, each taken or not.
 *
 * @param purchases chances taken, called x
 * @param lastPurchase number of the last chance taken, called t_x; 0 when none was
 * @param opportunities chances there were, called n
 */
public record OpportunityHistory(int purchases, int lastPurchase, int opportunities) {

    public OpportunityHistory {
        String fault = fault(purchases, lastPurchase, opportunities);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** Says what is wrong with the three numbers, or nothing when they make a history. */
    public static String fault(int purchases, int lastPurchase, int opportunities) {
        if (opportunities < 0) {
            return "opportunities (n) must be 0 or more but was %d.".formatted(opportunities);
        }
        if (lastPurchase < 0 || lastPurchase > opportunities) {
            return "lastPurchase (t_x) must be between 0 and opportunities (n) %d but was %d."
                    .formatted(opportunities, lastPurchase);
        }
        if (purchases < 0 || purchases > lastPurchase) {
            return "purchases (x) must be between 0 and lastPurchase (t_x) %d but was %d."
                    .formatted(lastPurchase, purchases);
        }
        if (purchases == 0 && lastPurchase > 0) {
            return "lastPurchase (t_x) must be 0 without a purchase but was %d.".formatted(lastPurchase);
        }
        return "";
    }
}
