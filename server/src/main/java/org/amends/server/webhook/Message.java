package org.amends.server.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing to be told.
 *
 * @param id the same however often it is sent
 * @param type what kind of thing
 * @param relationship which relationship it is about
 * @param brand its brand; empty when there is one only
 * @param at when it was found
 * @param body a CloudEvent in JSON; these bytes are signed and sent
 */
public record Message(UUID id, MessageType type, long relationship, String brand, Instant at, String body) {}
