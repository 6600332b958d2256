package org.amends.insight.base;

/**
 * What the continuous-time models need to know of one customer. The time unit is the caller's, the same everywhere.
 *
 * @param repeats purchases after the first, called x or frequency; several on one day count once
 * @param recency time from the first purchase to the last, called t_x; 0 when there is no repeat
 * @param age time from the first purchase to the end of observation, called T
 */
public record PurchaseHistory(int repeats, double recency, double age) {

    public PurchaseHistory {
        String fault = fault(repeats, recency, age);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** Says what is wrong with the three numbers, or nothing when they make a history. */
    public static String fault(int repeats, double recency, double age) {
        if (repeats < 0) {
            return "repeats (x) must be 0 or more but was %d.".formatted(repeats);
        }
        if (!(age >= 0 && age < Double.POSITIVE_INFINITY)) {
            return "age (T) must be finite and 0 or more but was %s.".formatted(age);
        }
        if (!(recency >= 0 && recency <= age)) {
            return "recency (t_x) must be between 0 and age (T) %s but was %s.".formatted(age, recency);
        }
        if (repeats == 0 && recency > 0) {
            return "recency (t_x) must be 0 without a repeat purchase but was %s.".formatted(recency);
        }
        return "";
    }
}
