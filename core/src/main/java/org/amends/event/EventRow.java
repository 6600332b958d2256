package org.amends.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as columns, before it is understood: what a mapping query yields and what the {@code data} of a CloudEvent holds.
 *
 * @param eventId unique
 * @param customer whose
 * @param brand null when there is one brand only
 * @param time when it happened
 * @param type the stable name of an {@link EventType}
 * @param ref order, case or promise
 * @param amount in the currency's main unit
 * @param currency ISO 4217 code; null means unnamed
 * @param kind what kind of this type of event
 * @param severity 0 to 1
 * @param attributes everything else, by name; values are text
 */
public record EventRow(
        @Nullable String eventId,
        @Nullable String customer,
        @Nullable String brand,
        @Nullable Instant time,
        @Nullable String type,
        @Nullable String ref,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String kind,
        @Nullable Double severity,
        Map<String, String> attributes) {

    public EventRow {
        attributes = Map.copyOf(attributes);
    }

    /** The attribute, or null when it is absent or blank. */
    @Nullable
    String attribute(String name) {
        String value = attributes.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
