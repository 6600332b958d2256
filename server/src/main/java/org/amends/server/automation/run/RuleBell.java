package org.amends.server.automation.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the background work that something may wait for it. */
@Component
final class RuleBell {

    private final Semaphore rings = new Semaphore(0);

    /** Cheap; may be called from any thread. */
    void ring() {
        rings.release();
    }

    /** Waits for a ring, so long at most. */
    void await(Duration longest) throws InterruptedException {
        if (rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            int ignored = rings.drainPermits();
        }
    }
}
