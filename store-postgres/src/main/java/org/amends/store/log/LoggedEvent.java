package org.amends.store.log;

import java.time.Instant;
import org.amends.event.Event;
import org.amends.event.EventRow;

/**
 * An event as the log keeps it.
 *
 * @param position its place in the log, 1 for the first
 * @param relationship the number of the relationship with whom it arrived
 * @param recordedAt when it was stored, by the server's clock
 * @param row all its columns
 */
public record LoggedEvent(long position, long relationship, Instant recordedAt, EventRow row) {

    /** What the row says. */
    public Event event() {
        return Rows.event(row);
    }
}
