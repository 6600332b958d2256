package org.amends.server.guard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long an answer may take, where the caller says it and where not. */
@Component
final class Patience {

    /** The header in which a caller says it, in whole milliseconds. */
    static final String HEADER = "Amends-Deadline-Ms";

    /** Nobody waits longer at the shelf. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final Duration usual;
    private final Duration ofMany;

    /**
     * @param usual for one request, in milliseconds
     * @param ofMany for an array of them, in milliseconds
     */
    Patience(
            @Value("${amends.guard.deadline-ms:200}") long usual,
            @Value("${amends.guard.array-deadline-ms:10000}") long ofMany) {
        this.usual = Duration.ofMillis(usual);
        this.ofMany = Duration.ofMillis(ofMany);
    }

    /**
     * What the header says, at most a minute; what the server is set to where it is absent. What cannot be read is taken for the
     * strictest: an answer that comes in time and asks is safe.
     *
     * @param many whether several requests are to be answered within it
     */
    Duration of(@Nullable String header, boolean many) {
        if (header == null || header.isBlank()) {
            return many ? ofMany : usual;
        }
        try {
            long millis = Long.parseLong(header.strip());
            return millis >= LONGEST.toMillis() ? LONGEST : Duration.ofMillis(Math.max(0, millis));
        } catch (NumberFormatException unreadable) {
            return Duration.ZERO;
        }
    }
}
