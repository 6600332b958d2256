package org.amends.server.relationship;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.amends.server.problem.Problem;
import org.amends.store.log.LogReader;

/** A place in a history as programs carry it: opaque to them. */
final class TimelineCursor {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private TimelineCursor() {}

    static String encoded(LogReader.Cursor place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((place.occurredAt() + "|" + place.position()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem when the text is no place */
    static LogReader.Cursor decoded(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar > 0) {
                return new LogReader.Cursor(
                        storable(Instant.parse(plain.substring(0, bar))), Long.parseLong(plain.substring(bar + 1)));
            }
        } catch (IllegalArgumentException | DateTimeException broken) {
            Problem problem = foreign();
            problem.addSuppressed(broken);
            throw problem;
        }
        throw foreign();
    }

    /** @throws DateTimeException when no event can be of then: the database would not understand the question */
    static Instant storable(Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new DateTimeException("%s is of no event".formatted(moment));
        }
        return moment;
    }

    private static Problem foreign() {
        return Problem.invalid("cursor", "not one of a timeline", "Give back next of the page before.");
    }
}
