package org.amends.relationship;

import java.time.Instant;
import java.util.Currency;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * A customer's purchases.
 *
 * @param count how many
 * @param first when the first was
 * @param last when the latest was
 * @param lastId the event of the latest
 * @param total what was paid in all, in the main unit of {@code currency}
 * @param valued how many purchases carried an amount in that currency
 * @param currency of the first amount; other currencies are not summed; null when no amount was given
 * @param otherCurrency how many purchases carried an amount in another currency
 */
public record Purchases(
        long count,
        Instant first,
        Instant last,
        EventId lastId,
        double total,
        long valued,
        @Nullable Currency currency,
        long otherCurrency) {

    /** Purchases after the first. */
    public long repeats() {
        return count - 1;
    }
}
