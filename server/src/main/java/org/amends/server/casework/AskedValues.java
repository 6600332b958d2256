package org.amends.server.casework;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** What people type into the forms of a case. */
final class AskedValues {

    private static final int LONGEST = 4_000;

    private AskedValues() {}

    /**
     * A text that must be given.
     *
     * @throws IllegalArgumentException when it is not
     */
    static String text(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a text of 1 to %d characters is needed but there were %d.".formatted(LONGEST, text.length()));
        }
        return text;
    }

    /** A text, or null for nothing. */
    static @Nullable String perhaps(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : text(typed);
    }

    /** A sum, or null for nothing; point or comma before the decimals. */
    static @Nullable Money money(@Nullable String amount, String currency) {
        if (amount == null || amount.isBlank()) {
            return null;
        }
        BigDecimal number = number(amount);
        if (number.signum() < 0) {
            throw new IllegalArgumentException("a sum must not be negative but was %s.".formatted(number));
        }
        String code = currency.strip().toUpperCase(Locale.ROOT);
        return Money.of(code.isEmpty() ? Money.UNNAMED_CURRENCY : Currency.getInstance(code), number);
    }

    private static BigDecimal number(String typed) {
        String digits = typed.replaceAll("[\\s\\u00a0\\u202f']", "");
        int last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
        boolean grouped = last >= 0 && digits.length() - last == 4 && digits.matches("\\d{1,3}([.,]\\d{3})+");
        if (last < 0 || grouped) {
            return new BigDecimal(digits.replaceAll("[.,]", ""));
        }
        return new BigDecimal(digits.substring(0, last).replaceAll("[.,]", "") + "." + digits.substring(last + 1));
    }

    /** The end of a day in UTC, or null for none. */
    static @Nullable Instant endOf(@Nullable String day) {
        return endOf(day, ZoneOffset.UTC);
    }

    /**
     * The last moment at which it is this day both in a zone and in UTC, so that everybody is told the same day; null for none.
     */
    static @Nullable Instant endOf(@Nullable String day, ZoneId zone) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            LocalDate next = LocalDate.parse(day.strip()).plusDays(1);
            Instant there = next.atStartOfDay(zone).toInstant();
            Instant utc = next.atStartOfDay(ZoneOffset.UTC).toInstant();
            return (there.isBefore(utc) ? there : utc).minusSeconds(1);
        } catch (java.time.DateTimeException noDay) {
            throw new IllegalArgumentException("a day is written as 2026-12-31 but was \"%s\".".formatted(day), noDay);
        }
    }
}
