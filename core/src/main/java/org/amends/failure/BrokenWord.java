package org.amends.failure;

import java.time.Instant;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * A promise about a failure that was not kept.
 *
 * @param event the event that says so; null when it comes from facts rather than events
 * @param at when it was broken
 * @param severity 0 to 1
 */
public record BrokenWord(@Nullable EventId event, Instant at, double severity) {}
