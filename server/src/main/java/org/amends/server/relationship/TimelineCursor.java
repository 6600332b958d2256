package org.amends.server.relationship;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.amends.server.problem.Problem;
import org.amends.store.log.LogReader;

/** A place in a history as programs carry it: opaque to them. */
final class TimelineCursor {

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
                        Instant.parse(plain.substring(0, bar)), Long.parseLong(plain.substring(bar + 1)));
            }
        } catch (IllegalArgumentException | DateTimeException broken) {
            Problem problem = foreign();
            problem.addSuppressed(broken);
            throw problem;
        }
        throw foreign();
    }

    private static Problem foreign() {
        return Problem.invalid("cursor", "not one of a timeline", "Give back next of the page before.");
    }
}
