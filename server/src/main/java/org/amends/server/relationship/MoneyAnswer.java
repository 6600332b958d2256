package org.amends.server.relationship;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.amends.money.Money;
import org.amends.relationship.Purchases;
import org.jspecify.annotations.Nullable;

/**
 * Money in an answer.
 *
 * @param amount in the main unit, as a decimal text with the decimals of the currency
 * @param currency ISO 4217, or null when it is not known
 */
public record MoneyAnswer(String amount, @Nullable String currency) {

    private static final int USUAL_DECIMALS = 2;

    /** This amount in a currency; an empty currency is not known. */
    public static MoneyAnswer of(double amount, String currency) {
        int decimals = currency.isEmpty()
                ? USUAL_DECIMALS
                : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        String text = BigDecimal.valueOf(amount)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return new MoneyAnswer(text, currency.isEmpty() ? null : currency);
    }

    /** The currency in which somebody buys; empty when not known. */
    static String currencyOf(@Nullable Purchases purchases) {
        Currency currency = purchases == null ? null : purchases.currency();
        return currency == null || currency.equals(Money.UNNAMED_CURRENCY) ? "" : currency.getCurrencyCode();
    }
}
