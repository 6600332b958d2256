package org.amends.language.reading;

import java.time.LocalDate;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A message to be read.
 *
 * @param id its name
 * @param text what was written, quoted text and signature included
 * @param language the language it is said to be in; null to find out
 * @param sent when it was written; null if nobody knows, and then "yesterday" has no date
 * @param channel how it came, for example {@code email}; null if nobody knows
 */
public record Message(
        String id,
        String text,
        @Nullable Language language,
        @Nullable LocalDate sent,
        @Nullable String channel) {}
