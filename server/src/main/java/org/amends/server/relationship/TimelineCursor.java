package org.amends.server.relationship;

import java.time.Instant;
import org.amends.server.paging.PagePlace;
import org.amends.server.problem.Problem;
import org.amends.store.log.LogReader;

/** A place in a history as programs carry it: opaque to them. */
final class TimelineCursor {

    private static final String LIST = "timeline";

    private TimelineCursor() {}

    static String encoded(LogReader.Cursor place) {
        return PagePlace.encoded(LIST, place.occurredAt().toString(), Long.toString(place.position()));
    }

    /** @throws Problem when the text is no place */
    static LogReader.Cursor decoded(String text) {
        return PagePlace.decoded(
                "cursor",
                text,
                LIST,
                2,
                values -> new LogReader.Cursor(
                        PagePlace.storable(Instant.parse(values.getFirst())), Long.parseLong(values.getLast())));
    }
}
