package org.amends.store.log;

import java.time.Instant;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;

/** Rows that were understood as events once and are so again. */
final class Rows {

    private Rows() {}

    static Event event(EventRow row) {
        if (EventRowReader.read(row) instanceof RowReading.Accepted(Event event)) {
            return event;
        }
        throw new IllegalStateException(
                "The log holds event %s, which is none: %s. Maybe another program wrote to the tables of the log."
                        .formatted(row.eventId(), EventRowReader.read(row)));
    }

    static EventRow at(EventRow row, Instant time) {
        return new EventRow(
                row.eventId(),
                row.customer(),
                row.brand(),
                time,
                row.type(),
                row.ref(),
                row.amount(),
                row.currency(),
                row.kind(),
                row.severity(),
                row.attributes());
    }

    /** The row as an event of another relationship, into which its own was merged. */
    static EventRow of(EventRow row, String customer, String brand) {
        return new EventRow(
                row.eventId(),
                customer,
                brand.isEmpty() ? null : brand,
                row.time(),
                row.type(),
                row.ref(),
                row.amount(),
                row.currency(),
                row.kind(),
                row.severity(),
                row.attributes());
    }
}
