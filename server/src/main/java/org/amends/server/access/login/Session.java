package org.amends.server.access.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * That somebody is signed in with a browser.
 *
 * @param id names it on pages; it opens nothing
 * @param person whose it is
 * @param complete false while the second factor is awaited
 * @param means by what they proved who they are
 * @param startedAt when they signed in
 * @param seenAt when they last asked for something, to within a minute
 * @param confirmedAt when they last proved who they are
 * @param address where from
 * @param browser what the browser calls itself
 */
public record Session(
        UUID id,
        UUID person,
        boolean complete,
        Set<Means> means,
        Instant startedAt,
        Instant seenAt,
        Instant confirmedAt,
        String address,
        String browser) {

    /** A session without a request for so long ends. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** No session lasts longer. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** A session that awaits the second factor ends after so long. */
    static final Duration HALF_WAY = Duration.ofMinutes(5);

    /** For so long a proof of who one is counts as fresh. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** Copies the set. */
    public Session {
        means = Set.copyOf(means);
    }

    /** Whether it still opens anything. */
    boolean aliveAt(Instant now) {
        Duration age = Duration.between(startedAt, now);
        Duration idle = Duration.between(seenAt, now);
        return complete ? age.compareTo(LONGEST) < 0 && idle.compareTo(IDLE) < 0 : age.compareTo(HALF_WAY) < 0;
    }

    /** Whether they proved a short while ago who they are. */
    boolean freshAt(Instant now) {
        return now.isBefore(confirmedAt.plus(FRESH));
    }
}
