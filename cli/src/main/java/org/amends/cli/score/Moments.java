package org.amends.cli.score;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.amends.cli.history.HistoryException;
import org.amends.cli.time.Span;
import org.amends.story.Language;
import org.jspecify.annotations.Nullable;

/** Reads what options say. Each mistake is told with its option, its value and a remedy. */
public final class Moments {

    private static final Pattern MEMORY = Pattern.compile("\\d+(\\.\\d+)?\\s*([KMGT]i?B)");

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

    /** A span of time, as {@link Span} reads it. */
    public static Duration span(String option, String text) {
        Duration span = Span.read(text);
        if (span == null) {
            throw new HistoryException(
                    option, "\"%s\" is no span of time".formatted(text), "Write 90d, 12w, 6m, 1y or P90D.");
        }
        if (Span.isTooLong(span)) {
            throw new HistoryException(
                    option,
                    "\"%s\" is longer than %d years".formatted(text, Span.LONGEST_YEARS),
                    "A horizon is usually a quarter or a year: 90d or 1y.");
        }
        return span;
    }

    static Language language(String option, String text) {
        try {
            return Language.named(text);
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
