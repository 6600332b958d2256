package org.amends.server.relationship;

import java.time.Instant;
import org.amends.event.Event;
import org.amends.event.EventRow;

/**
 * One event of a history.
 *
 * @param position its place in the log
 * @param recordedAt when it was stored
 * @param row its columns
 * @param event what they mean
 */
record HistoryEvent(long position, Instant recordedAt, EventRow row, Event event) {}
