package org.amends.language.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that a text names.
 *
 * @param text as written
 * @param span where it stands
 * @param value the day, when the text writes its year or when it could be counted from the day of the message; null otherwise
 * @param relative whether it is told from the day of the message ("yesterday", "last Tuesday")
 */
public record DateFact(String text, Span span, @Nullable LocalDate value, boolean relative) {

    /** The day in ISO 8601 when it is known, the words of the text otherwise. */
    public String isoOrText() {
        return value == null ? text : value.toString();
    }
}
