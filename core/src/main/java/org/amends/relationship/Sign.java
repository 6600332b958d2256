package org.amends.relationship;

import java.time.Instant;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * A sign that fades: of looking elsewhere, or of criticism in public.
 *
 * @param event what showed it; null when it comes from facts
 * @param at when
 * @param strength 0 to 1
 */
public record Sign(@Nullable EventId event, Instant at, double strength) {}
