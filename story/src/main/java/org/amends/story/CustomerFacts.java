package org.amends.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.amends.event.CustomerId;
import org.amends.money.Money;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * The few facts about one customer that a report tells beside the diagnosis.
 *
 * @param customer the company's own id
 * @param left whether the customer has left, was parted from or was erased, or most probably has left in silence
 * @param firstSeen the first event of any kind, or null when none is known
 * @param purchases how many, 0 or more
 * @param firstPurchase the first of them, or null
 * @param lastPurchase the last of them, or null
 * @param currency the currency of the purchases, or null when none was named; {@code XXX} becomes null
 */
public record CustomerFacts(
        CustomerId customer,
        boolean left,
        @Nullable Instant firstSeen,
        long purchases,
        @Nullable Instant firstPurchase,
        @Nullable Instant lastPurchase,
        @Nullable Currency currency) {

    public CustomerFacts {
        if (purchases < 0) {
            throw new IllegalArgumentException("purchases must not be negative but was %d.".formatted(purchases));
        }
        currency = Money.UNNAMED_CURRENCY.equals(currency) ? null : currency;
    }

    /**
     * The facts as the fold over a customer's events has kept them.
     *
     * @param left whether the customer counts among those who have left
     */
    public static CustomerFacts of(Relationship relationship, boolean left) {
        Purchases purchases = relationship.purchases();
        return new CustomerFacts(
                relationship.customer(),
                left,
                relationship.firstSeen(),
                purchases == null ? 0 : purchases.count(),
                purchases == null ? null : purchases.first(),
                purchases == null ? null : purchases.last(),
                purchases == null ? null : purchases.currency());
    }

    /** The mean time between two purchases, or null below two purchases or when all fell on one moment. */
    public @Nullable Duration usualGap() {
        if (purchases < 2 || firstPurchase == null || lastPurchase == null) {
            return null;
        }
        Duration span = Duration.between(firstPurchase, lastPurchase);
        return span.isPositive() ? span.dividedBy(purchases - 1) : null;
    }
}
