package org.amends.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event carries.
 *
 * @param id unique; a second event with the same id is the same event
 * @param customer whose relationship it belongs to
 * @param brand the brand, or null when the company has one only
 * @param time when it happened, UTC
 */
public record EventHeader(
        EventId id, CustomerId customer, @Nullable String brand, Instant time) {}
