package org.amends.failure;

import java.time.Instant;
import org.amends.event.EventId;

/**
 * A promise about a failure that was not kept.
 *
 * @param event the event that says so
 * @param at when it was broken
 * @param severity 0 to 1
 */
public record BrokenWord(EventId event, Instant at, double severity) {}
