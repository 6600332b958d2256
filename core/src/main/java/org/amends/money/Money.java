package org.amends.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in one currency, counted in that currency's minor unit.
 *
 * <p>Minor units are those of ISO 4217: cents for EUR, whole yen for JPY. Sums are exact and fail on overflow rather than
 * wrap. A history that names no currency uses ISO 4217 {@code XXX} with two decimals.
 *
 * @param currency the ISO 4217 currency
 * @param minorUnits the amount in minor units; may be negative
 */
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {

    /** ISO 4217 "no currency": the file named none. */
    public static final Currency UNNAMED_CURRENCY = Currency.getInstance("XXX");

    /** Amounts of more digits overflow, and smaller ones are nothing; either would be written out digit by digit first. */
    private static final int BEYOND_COUNTING = 30;

    /**
     * The amount rounded half-even to the currency's minor unit.
     *
     * @throws ArithmeticException when it is too large to be counted
     */
    public static Money of(Currency currency, BigDecimal amount) {
        long magnitude = (long) amount.precision() - amount.scale();
        if (magnitude < -BEYOND_COUNTING || amount.signum() == 0) {
            return new Money(currency, 0);
        }
        if (magnitude > BEYOND_COUNTING) {
            throw new ArithmeticException("Overflow");
        }
        return new Money(
                currency,
                amount.movePointRight(decimals(currency))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
    }

    /** The sum.
     *
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException on overflow
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add %s to %s.".formatted(other, this));
        }
        return new Money(currency, Math.addExact(minorUnits, other.minorUnits));
    }

    /** The amount in the currency's main unit, for example 12.50 for EUR 1250 cents. */
    public double toMainUnits() {
        return minorUnits / StrictMath.pow(10, decimals(currency));
    }

    /** The amount in the currency's main unit, with all its decimals: EUR 1250 cents is 12.50. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, decimals(currency));
    }

    /** Orders by currency code, then by amount. */
    @Override
    public int compareTo(Money other) {
        int byCurrency = currency.getCurrencyCode().compareTo(other.currency.getCurrencyCode());
        return byCurrency != 0 ? byCurrency : Long.compare(minorUnits, other.minorUnits);
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + toDecimal().toPlainString();
    }

    private static int decimals(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return digits < 0 ? 2 : digits;
    }
}
