package org.amends.cli.score;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.cli.history.HistoryException;
import org.amends.cli.report.ReportLanguage;
import org.jspecify.annotations.Nullable;

/** Reads what options say. Each mistake is told with its option, its value and a remedy. */
public final class Moments {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,5})\\s*([dwmy])");
    private static final Pattern ISO_DATE_PART = Pattern.compile("P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?");
    private static final Pattern MEMORY = Pattern.compile("\\d+(\\.\\d+)?\\s*([KMGT]i?B)");
    private static final long DAYS_A_WEEK = 7;
    private static final double DAYS_A_YEAR = 365.25;
    private static final int LONGEST_YEARS = 20;

    private Moments() {}

    /** A date stands for its midnight, UTC. */
    public static Instant instant(String option, String text) {
        String given = text.strip();
        try {
            if (given.length() == 10) {
                return LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            String iso = given.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
            return iso.endsWith("]")
                    ? ZonedDateTime.parse(iso).toInstant()
                    : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException notATime) {
            throw new HistoryException(
                    option,
                    "\"%s\" is no date and no time with a zone".formatted(text),
                    "Write 2026-03-01 or 2026-03-01T12:00:00Z.");
        }
    }

    /** A month is a twelfth of a year of 365.25 days. */
    public static Duration span(String option, String text) {
        Duration span = read(text.strip());
        if (span == null || span.isNegative() || span.isZero()) {
            throw new HistoryException(
                    option, "\"%s\" is no span of time".formatted(text), "Write 90d, 12w, 6m, 1y or P90D.");
        }
        if (span.compareTo(years(LONGEST_YEARS)) > 0) {
            throw new HistoryException(
                    option,
                    "\"%s\" is longer than %d years".formatted(text, LONGEST_YEARS),
                    "A horizon is usually a quarter or a year: 90d or 1y.");
        }
        return span;
    }

    private static @Nullable Duration read(String text) {
        Matcher plain = SPAN.matcher(text.toLowerCase(Locale.ROOT));
        if (plain.matches()) {
            long count = Long.parseLong(plain.group(1));
            return switch (plain.group(2)) {
                case "d" -> Duration.ofDays(count);
                case "w" -> Duration.ofDays(count * DAYS_A_WEEK);
                case "m" -> years(count / 12.0);
                default -> years((double) count);
            };
        }
        Matcher iso = ISO_DATE_PART.matcher(text.toUpperCase(Locale.ROOT));
        try {
            return iso.matches() && text.length() > 1
                    ? years(part(iso, 1) + part(iso, 2) / 12.0)
                            .plusDays(part(iso, 3) * DAYS_A_WEEK)
                            .plusDays(part(iso, 4))
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException noSpan) {
            return null;
        }
    }

    private static long part(Matcher iso, int group) {
        String digits = iso.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Duration years(double years) {
        return Duration.ofSeconds(Math.round(years * DAYS_A_YEAR * PurchaseDays.SECONDS_A_DAY));
    }

    static ReportLanguage language(String option, String text) {
        try {
            return ReportLanguage.named(text);
        } catch (IllegalArgumentException unknown) {
            throw new HistoryException(
                    option, "there is no report in \"%s\"".formatted(text), "Choose one of en, fr, es, ru.");
        }
    }

    static int threads(String option, int threads) {
        if (threads < 1 || threads > 1024) {
            throw new HistoryException(option, "%d is no number of threads".formatted(threads), "Write 1 or more.");
        }
        return threads;
    }

    /** As the database writes it, or null. */
    public static @Nullable String memory(String option, @Nullable String text) {
        if (text != null && !MEMORY.matcher(text).matches()) {
            throw new HistoryException(option, "\"%s\" is no amount of memory".formatted(text), "Write 4GB or 800MB.");
        }
        return text;
    }
}
