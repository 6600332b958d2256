package org.amends.cli.decide;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How far ahead leaving is asked for: {@code 90d}, {@code 12w}, {@code 6m}, {@code 1y} or ISO 8601 such as {@code P90D}. */
final class Horizon implements ITypeConverter<Duration> {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,5}) ?([DWMY])");
    private static final Pattern CALENDAR =
            Pattern.compile("P(?:(?<Y>\\d{1,5})Y)?(?:(?<M>\\d{1,5})M)?(?:(?<W>\\d{1,5})W)?(?:(?<D>\\d{1,5})D)?");
    private static final double DAYS_A_YEAR = 365.25;
    private static final int MONTHS = 12;
    private static final int DAYS_A_WEEK = 7;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int LONGEST_YEARS = 20;

    @Override
    public Duration convert(String text) {
        Duration span = read(text.strip().toUpperCase(Locale.ROOT));
        if (span == null
                || span.isNegative()
                || span.isZero()
                || span.compareTo(days(LONGEST_YEARS * DAYS_A_YEAR)) > 0) {
            throw new TypeConversionException(
                    "\"%s\" is no span of time up to %d years. Maybe 90d, 12w, 6m, 1y or P90D."
                            .formatted(text, LONGEST_YEARS));
        }
        return span;
    }

    /** A year has 365.25 days and a month is a twelfth of it. */
    private static @Nullable Duration read(String text) {
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            return days(Long.parseLong(span.group(1)) * daysIn(span.group(2)));
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
