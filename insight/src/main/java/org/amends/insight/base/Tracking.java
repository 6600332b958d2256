package org.amends.insight.base;

/** Follows the repeat purchases of a growing customer base through time. */
public final class Tracking {

    private Tracking() {}

    /**
     * Repeat purchases that all customers together are expected to have made by a moment.
     *
     * @param starts when each customer made the first purchase
     * @param time the moment; starts after it count nothing
     */
    public static double expectedCumulative(BaseModel model, double[] starts, double time) {
        double sum = 0;
        double lastStart = Double.NaN;
        double lastExpected = 0;
        for (double start : starts) {
            if (start != lastStart) {
                lastStart = start;
                lastExpected = start < time ? model.expectedPurchases(time - start) : 0;
            }
            sum += lastExpected;
        }
        return sum;
    }
}
