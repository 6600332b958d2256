package org.amends.slip;

import java.time.Instant;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A price that was promised to one customer for staying.
 *
 * @param product the company's own identifier of it
 * @param price the most that one may cost
 * @param until until when, exclusive; null without end
 */
public record LoyaltyPrice(
        String product, Money price, @Nullable Instant until) {

    boolean holdsAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
