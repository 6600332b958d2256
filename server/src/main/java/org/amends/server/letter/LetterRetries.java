package org.amends.server.letter;

import java.time.Duration;
import java.util.List;

/** When the mail server is asked again: soon at first, then ever later, for two days in all, as mail servers do (RFC 5321, 4.5.4.1). */
final class LetterRetries {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofHours(12));

    private LetterRetries() {}

    /** How long to wait after so many attempts, 1 or more. */
    static Duration waitAfter(int attempts) {
        return WAITS.get(Math.min(attempts, WAITS.size()) - 1);
    }

    /** Whether a letter that was attempted so often is given up. */
    static boolean isOver(int attempts) {
        return attempts > WAITS.size();
    }
}
