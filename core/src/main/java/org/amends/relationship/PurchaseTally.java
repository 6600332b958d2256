package org.amends.relationship;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.amends.event.Event;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** A customer's purchases while the fold goes over the events. */
final class PurchaseTally {

    private Event.@Nullable Purchase first;
    private Event.@Nullable Purchase last;
    private long count;
    private long days;
    private long valued;
    private long otherCurrency;
    private long totalMinorUnits;
    private @Nullable Currency currency;
    /** In minor units, by currency, since a return may come before any purchase with an amount is known. */
    private @Nullable Map<Currency, Long> givenBack;

    /** Takes a purchase; times do not go back. */
    void bought(Event.Purchase purchase) {
        if (first == null) {
            first = purchase;
        }
        if (last == null || Purchases.dayOf(last.time()) != Purchases.dayOf(purchase.time())) {
            days++;
        }
        last = purchase;
        count++;
        Money amount = purchase.amount();
        if (amount == null) {
            return;
        }
        if (currency == null) {
            currency = amount.currency();
        }
        if (currency.equals(amount.currency())) {
            valued++;
            totalMinorUnits = Math.addExact(totalMinorUnits, amount.minorUnits());
        } else {
            otherCurrency++;
        }
    }

    /** Takes what was given back for a cancelled or returned purchase. */
    void gaveBack(@Nullable Money amount) {
        if (amount == null) {
            return;
        }
        if (givenBack == null) {
            givenBack = new HashMap<>(2);
        }
        givenBack.merge(amount.currency(), amount.minorUnits(), Math::addExact);
    }

    /** What was bought so far; null before the first purchase. */
    @Nullable
    Purchases told() {
        Event.Purchase begun = first;
        Event.Purchase latest = last;
        if (begun == null || latest == null) {
            return null;
        }
        return new Purchases(
                count,
                days,
                begun.time(),
                latest.time(),
                latest.id(),
                currency == null ? 0 : new Money(currency, totalMinorUnits).toMainUnits(),
                valued,
                currency == null ? 0 : new Money(currency, givenBackIn(currency)).toMainUnits(),
                currency,
                otherCurrency);
    }

    private long givenBackIn(Currency wanted) {
        return givenBack == null ? 0 : givenBack.getOrDefault(wanted, 0L);
    }

    /** Forgets all. */
    void clear() {
        first = null;
        last = null;
        count = 0;
        days = 0;
        valued = 0;
        otherCurrency = 0;
        totalMinorUnits = 0;
        currency = null;
        givenBack = null;
    }
}
