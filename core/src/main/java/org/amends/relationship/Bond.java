package org.amends.relationship;

/**
 * What ties a customer, in two parts that have opposite signs once the relationship ends (Johnson, Matear and Thomson 2011).
 *
 * @param selfRelevance 0 to 1: how far the brand is part of who the customer is
 * @param trust 0 to 1: relationship quality: trust, commitment, satisfaction
 */
public record Bond(double selfRelevance, double trust) {

    public Bond {
        if (!(selfRelevance >= 0 && selfRelevance <= 1)) {
            throw new IllegalArgumentException(
                    "selfRelevance must be between 0 and 1 but was %s.".formatted(selfRelevance));
        }
        if (!(trust >= 0 && trust <= 1)) {
            throw new IllegalArgumentException("trust must be between 0 and 1 but was %s.".formatted(trust));
        }
    }
}
