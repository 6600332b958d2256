package org.amends.failure;

import java.time.Instant;
import org.amends.event.EventId;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.jspecify.annotations.Nullable;

/**
 * The customer spoke up about a failure.
 *
 * @param event the first complaint
 * @param at when it came
 * @param want what it is for
 * @param hostility the worst tone so far
 */
public record Voice(@Nullable EventId event, Instant at, Want want, Hostility hostility) {}
