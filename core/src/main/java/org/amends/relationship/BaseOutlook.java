package org.amends.relationship;

/**
 * What a customer base model says of a relationship when nothing goes wrong in it.
 *
 * @param endOnRhythm probability that it has ended by the end of the horizon, had the customer bought just now
 * @param endNow the same as things stand, with the silence since the last purchase; at least {@code endOnRhythm}
 * @param alive probability that the customer is still one
 * @param expectedPurchases purchases expected within the horizon
 * @param residualValue discounted value still to come, in the currency's main unit
 */
public record BaseOutlook(
        double endOnRhythm, double endNow, double alive, double expectedPurchases, double residualValue) {

    public BaseOutlook {
        requireProbability("endOnRhythm", endOnRhythm);
        requireProbability("endNow", endNow);
        requireProbability("alive", alive);
        if (endNow < endOnRhythm) {
            throw new IllegalArgumentException(
                    "endNow must be at least endOnRhythm %s but was %s.".formatted(endOnRhythm, endNow));
        }
        requireAmount("expectedPurchases", expectedPurchases);
        requireAmount("residualValue", residualValue);
    }

    private static void requireAmount(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be finite and not negative but was %s.".formatted(name, value));
        }
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be between 0 and 1 but was %s.".formatted(name, value));
        }
    }
}
