package org.amends.relationship;

import java.time.Instant;
import java.util.Currency;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * A customer's purchases.
 *
 * @param count how many
 * @param days on how many different days in UTC
 * @param first when the first was
 * @param last when the latest was
 * @param lastId the event of the latest
 * @param total what was paid in all, in the main unit of {@code currency}
 * @param valued how many purchases carried an amount in that currency
 * @param givenBack what was given back for cancelled and returned purchases, in the main unit of {@code currency}
 * @param currency of the first amount; other currencies are not summed; null when no amount was given
 * @param otherCurrency how many purchases carried an amount in another currency
 */
public record Purchases(
        long count,
        long days,
        Instant first,
        Instant last,
        EventId lastId,
        double total,
        long valued,
        double givenBack,
        @Nullable Currency currency,
        long otherCurrency) {

    private static final long SECONDS_A_DAY = 86_400;

    /** Purchases after the first. */
    public long repeats() {
        return count - 1;
    }

    /** The day of the first, in days since 1970 in UTC. */
    public long firstDay() {
        return dayOf(first);
    }

    /** The day of the latest, in days since 1970 in UTC. */
    public long lastDay() {
        return dayOf(last);
    }

    /** The day in UTC that holds this moment, in days since 1970. */
    public static long dayOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS_A_DAY);
    }
}
