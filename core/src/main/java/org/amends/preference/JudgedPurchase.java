package org.amends.preference;

/**
 * A product that a household bought, judged by whoever knows what is in it.
 *
 * @param product its name, by which the inference can be explained
 * @param times how often it was bought, at least 0
 * @param bearing what that says about the need in question
 */
public record JudgedPurchase(String product, long times, Bearing bearing) {

    public JudgedPurchase {
        if (times < 0) {
            throw new IllegalArgumentException("times must not be negative but was %d.".formatted(times));
        }
    }
}
