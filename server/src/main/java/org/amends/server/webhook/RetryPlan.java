package org.amends.server.webhook;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** When to try again: soon at first, then ever later, for three days in all. The steps are those that Standard Webhooks proposes. */
final class RetryPlan {

    /** An endpoint that failed for as long, without one success, is given up. */
    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double JITTER = 0.2;

    private RetryPlan() {}

    /**
     * How long to wait before the next attempt. Up to a fifth more or less, so that what failed together does not come back
     * together.
     *
     * @param failures attempts that failed in a row, 1 or more
     */
    static Duration waitAfter(int failures, RandomGenerator chance) {
        Duration usual = WAITS.get(Math.min(failures, WAITS.size()) - 1);
        double share = 1 + JITTER * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.round(usual.toMillis() * share));
    }

    /** Whether a message that failed so often is given up. */
    static boolean isOver(int attempts) {
        return attempts > WAITS.size();
    }
}
