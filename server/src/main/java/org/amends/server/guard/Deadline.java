package org.amends.server.guard;

import java.time.Duration;

/**
 * Until when an answer is of use to whoever asked.
 *
 * @param atNanos the moment by {@link System#nanoTime}
 */
record Deadline(long atNanos) {

    /** From now on. */
    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Nanoseconds left; zero or less once it has passed. */
    long leftNanos() {
        return atNanos - System.nanoTime();
    }

    boolean hasPassed() {
        return leftNanos() <= 0;
    }
}
