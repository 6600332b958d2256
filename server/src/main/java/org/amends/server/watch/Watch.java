package org.amends.server.watch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.amends.server.background.BackgroundWork;
import org.amends.server.webhook.Dispatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps diagnoses in step with the log, in a thread of its own. It looks ten times a second whether something was
 * written, by this server or another, and can be woken sooner.
 */
@Component
public final class Watch implements BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration STEP_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final WatchStep step;
    private final PastPictures past;
    private final Dispatch dispatch;
    private final WatchTable cursors;
    private final Semaphore wakings = new Semaphore(0);
    private @Nullable Long lastStep;
    private volatile boolean running;
    private @Nullable Thread thread;

    Watch(WatchStep step, PastPictures past, Dispatch dispatch, WatchTable cursors) {
        this.step = step;
        this.past = past;
        this.dispatch = dispatch;
        this.cursors = cursors;
    }

    /** Says that something was committed. Cheap; may be called from any thread. */
    public void wake() {
        wakings.release();
    }

    /** Has all relationships diagnosed once more: their states became others though no event came. Waits for the present step. */
    public void diagnoseAll() {
        cursors.forgetRound();
        wake();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("watch").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread watching = thread;
        if (watching != null) {
            try {
                // A step takes a moment; one that hangs waits for a database that is gone.
                if (!watching.join(LONGEST_STEP)) {
                    watching.interrupt();
                    boolean ignored = watching.join(LONGEST_STEP);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        while (running) {
            try {
                boolean more = isTime();
                while (running && more) {
                    long begun = System.nanoTime();
                    more = step.take();
                    dispatch.wake();
                    past.drawIfDue(() -> running);
                    if (more) {
                        // Behind a flood of events; those who send them wait for answers, nobody waits for the watch.
                        GivingWay.rest(System.nanoTime() - begun, 1);
                    }
                }
                rest(LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                LOG.error("The watch failed and tries again.", failed);
                pause();
            }
        }
    }

    /** Something came, or the last step is so long ago that time alone may have changed something. */
    private boolean isTime() {
        long now = System.nanoTime();
        boolean longAgo = lastStep == null || now - lastStep > STEP_EVERY.toNanos();
        if (longAgo || step.isDue()) {
            lastStep = now;
            return true;
        }
        return false;
    }

    private void rest(Duration most) throws InterruptedException {
        if (wakings.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            int ignored = wakings.drainPermits();
        }
    }

    private void pause() {
        try {
            if (running) {
                Thread.sleep(AFTER_FAILURE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
