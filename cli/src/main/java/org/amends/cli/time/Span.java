package org.amends.cli.time;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time as people type them: {@code 90d}, {@code 12w}, {@code 6m}, {@code 1y} or ISO 8601 such as {@code P90D}. */
public final class Span {

    /** What no command asks beyond, in years. */
    public static final int LONGEST_YEARS = 20;

    private static final Pattern SHORT = Pattern.compile("(\\d{1,5})\\s?([DWMY])");
    private static final Pattern CALENDAR =
            Pattern.compile("P(?:(?<Y>\\d{1,5})Y)?(?:(?<M>\\d{1,5})M)?(?:(?<W>\\d{1,5})W)?(?:(?<D>\\d{1,5})D)?");
    private static final double DAYS_A_YEAR = 365.25;
    private static final int MONTHS = 12;
    private static final int DAYS_A_WEEK = 7;
    private static final int SECONDS_A_DAY = 86_400;

    private Span() {}

    /** The span, or null when the text is none or not positive. A year has 365.25 days and a month is a twelfth of it. */
    public static @Nullable Duration read(String text) {
        Duration span = parsed(text.strip().toUpperCase(Locale.ROOT));
        return span == null || span.isNegative() || span.isZero() ? null : span;
    }

    /** Whether it is longer than any command asks. */
    public static boolean isTooLong(Duration span) {
        return span.compareTo(days(LONGEST_YEARS * DAYS_A_YEAR)) > 0;
    }

    private static @Nullable Duration parsed(String text) {
        Matcher plain = SHORT.matcher(text);
        if (plain.matches()) {
            return days(Long.parseLong(plain.group(1)) * daysIn(plain.group(2)));
        }
        Matcher calendar = CALENDAR.matcher(text);
        if (calendar.matches()) {
            double days = 0;
            for (String unit : List.of("Y", "M", "W", "D")) {
                String count = calendar.group(unit);
                days += count == null ? 0 : Long.parseLong(count) * daysIn(unit);
            }
            return days(days);
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notASpan) {
            return null;
        }
    }

    private static double daysIn(String unit) {
        return switch (unit) {
            case "D" -> 1;
            case "W" -> DAYS_A_WEEK;
            case "M" -> DAYS_A_YEAR / MONTHS;
            default -> DAYS_A_YEAR;
        };
    }

    private static Duration days(double days) {
        return Duration.ofSeconds(Math.round(days * SECONDS_A_DAY));
    }
}
