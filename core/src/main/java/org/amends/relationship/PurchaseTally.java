package org.amends.relationship;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** A customer's purchases while the fold goes over the events. */
final class PurchaseTally {

    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable EventId lastId;
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
            first = purchase.time();
        }
        if (last == null || Purchases.dayOf(last) != Purchases.dayOf(purchase.time())) {
            days++;
        }
        last = purchase.time();
        lastId = purchase.id();
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
        if (first == null || last == null || lastId == null) {
            return null;
        }
        return new Purchases(
                count,
                days,
                first,
                last,
                lastId,
                currency == null ? 0 : new Money(currency, totalMinorUnits).toMainUnits(),
                valued,
                currency == null ? 0 : new Money(currency, givenBackIn(currency)).toMainUnits(),
                currency,
                otherCurrency);
    }

    /** How often the customer has bought. */
    long count() {
        return count;
    }

    FoldSnapshot.@Nullable Bought snapshot() {
        if (first == null || last == null || lastId == null) {
            return null;
        }
        return new FoldSnapshot.Bought(
                count, days, first, last, lastId, valued, totalMinorUnits, currency, otherCurrency);
    }

    SortedMap<String, Long> givenBack() {
        SortedMap<String, Long> byCode = new TreeMap<>();
        if (givenBack != null) {
            givenBack.forEach((given, minorUnits) -> byCode.put(given.getCurrencyCode(), minorUnits));
        }
        return byCode;
    }

    void restore(FoldSnapshot.@Nullable Bought bought, SortedMap<String, Long> givenBackByCode) {
        clear();
        if (bought != null) {
            count = bought.count();
            days = bought.days();
            first = bought.first();
            last = bought.last();
            lastId = bought.lastId();
            valued = bought.valued();
            totalMinorUnits = bought.totalMinorUnits();
            currency = bought.currency();
            otherCurrency = bought.otherCurrency();
        }
        givenBackByCode.forEach((code, minorUnits) -> gaveBack(new Money(Currency.getInstance(code), minorUnits)));
    }

    private long givenBackIn(Currency wanted) {
        return givenBack == null ? 0 : givenBack.getOrDefault(wanted, 0L);
    }

    /** Forgets all. */
    void clear() {
        first = null;
        last = null;
        lastId = null;
        count = 0;
        days = 0;
        valued = 0;
        otherCurrency = 0;
        totalMinorUnits = 0;
        currency = null;
        givenBack = null;
    }
}
