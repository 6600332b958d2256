package org.amends.guard.substitution;

import org.jspecify.annotations.Nullable;

/**
 * What a customer bought before.
 *
 * @param product its name
 * @param category as the shop calls it; null where unknown
 * @param times how often, at least 1
 */
public record Purchase(String product, @Nullable String category, int times) {
    public Purchase {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, but is " + times + ".");
        }
    }
}
