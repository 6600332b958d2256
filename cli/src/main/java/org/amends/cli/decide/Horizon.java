package org.amends.cli.decide;

import java.time.Duration;
import org.amends.cli.time.Span;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How far ahead leaving is asked for, as a {@link Span}. */
final class Horizon implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        Duration span = Span.read(text);
        if (span == null || Span.isTooLong(span)) {
            throw new TypeConversionException(
                    "\"%s\" is no span of time up to %d years. Maybe 90d, 12w, 6m, 1y or P90D."
                            .formatted(text, Span.LONGEST_YEARS));
        }
        return span;
    }
}
