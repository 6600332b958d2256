package org.amends.server.watch;

import java.time.Duration;

/** Rests between pieces of work in the background, so that a core is left for whoever waits for an answer. */
final class GivingWay {

    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

    private GivingWay() {}

    /**
     * Rests for as many times as long as the last piece took, a second at most. Ends early when the thread is interrupted, which
     * it then still is.
     */
    static void rest(long tookNanos, int times) {
        try {
            Thread.sleep(Duration.ofNanos(Math.min(LONGEST_NANOS, tookNanos * times)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
