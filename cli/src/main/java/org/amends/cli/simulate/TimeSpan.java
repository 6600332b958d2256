package org.amends.cli.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The time that is simulated.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
record TimeSpan(Instant from, Instant to) {

    /** Where the default ends: fixed, so that a simulation never depends on the day on which it runs. */
    static final Instant DEFAULT_END = Instant.parse("2026-07-01T00:00:00Z");

    static final int DEFAULT_DAYS = 1096;

    private static final int MOST_DAYS = 36_500;

    /**
     * Of a beginning, an end and a length, the two that are given, or one of them with the default length or end.
     *
     * @throws IllegalArgumentException when all three are given, or the span is under a day or over a century
     */
    static TimeSpan of(@Nullable Instant from, @Nullable Instant to, @Nullable Integer days) {
        if (from != null && to != null && days != null) {
            throw new IllegalArgumentException("--from, --to and --days are given together. Maybe leave out --days.");
        }
        Duration length = Duration.ofDays(days == null ? DEFAULT_DAYS : days);
        Instant end = to != null ? to : from != null ? from.plus(length) : DEFAULT_END;
        Instant begin = from != null ? from : end.minus(length);
        Duration span = Duration.between(begin, end);
        if (span.compareTo(Duration.ofDays(1)) < 0 || span.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw new IllegalArgumentException(
                    "The time from %s to %s is %d days. Maybe give between 1 and %d days, and --from before --to."
                            .formatted(begin, end, span.toDays(), MOST_DAYS));
        }
        return new TimeSpan(begin, end);
    }

    /** A day ({@code 2026-03-01}, its first moment in UTC) or an instant ({@code 2026-03-01T12:00:00Z}). */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
            } catch (DateTimeParseException notATime) {
                throw new TypeConversionException(
                        "\"%s\" is not a time. Maybe write 2026-03-01 or 2026-03-01T12:00:00Z.".formatted(text));
            }
        }
    }
}
