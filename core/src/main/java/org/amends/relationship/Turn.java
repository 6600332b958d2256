package org.amends.relationship;

import java.time.Instant;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * A turn in the relationship's standing: a departure announced or done, a parting.
 *
 * @param event what says so; null when it comes from facts
 * @param at when
 * @param reason as given, or null
 */
public record Turn(
        @Nullable EventId event, Instant at, @Nullable String reason) {}
