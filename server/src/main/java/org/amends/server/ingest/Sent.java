package org.amends.server.ingest;

import java.util.List;
import org.amends.event.RowReading.Rejected;
import org.amends.store.log.IncomingEvent;
import org.jspecify.annotations.Nullable;

/** One thing that a sender sent, as far as it could be understood. */
sealed interface Sent {

    /** The sender's name for it, or null when none could be read. */
    @Nullable
    String id();

    /**
     * It tells of events.
     *
     * @param events at least one; more than one only where a format says several things at once
     */
    record Events(@Nullable String id, List<IncomingEvent> events) implements Sent {
        public Events {
            events = List.copyOf(events);
        }
    }

    /** It is well-formed and tells of nothing to keep. */
    record Nothing(@Nullable String id, String why) implements Sent {}

    /** It cannot be an event. */
    record Refused(@Nullable String id, Rejected why) implements Sent {}
}
