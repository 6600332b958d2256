package org.amends.server.letter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.amends.server.letter.delivery.MailServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second for letters that are due, and for letters that the machine is to write. */
@Component
final class LetterDispatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetterDispatch.class);
    private static final int MOST_WORKERS = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LAST_ANSWER = Duration.ofSeconds(20);

    private final LetterCourier courier;
    private final LetterWishes wishes;
    private final Semaphore workers = new Semaphore(MOST_WORKERS);
    private final Semaphore ending = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    LetterDispatch(
            LetterOutbox outbox, MailServer server, LetterLinks links, LetterWishes wishes, InstantSource clock) {
        this.courier = new LetterCourier(outbox, server, links, clock);
        this.wishes = wishes;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("letter-dispatch").start(this::dispatch);
    }

    @Override
    public void stop() {
        running = false;
        ending.release();
        Thread dispatching = thread;
        try {
            if (dispatching != null) {
                boolean ignored = dispatching.join(LAST_ANSWER);
            }
            // Couriers finish the dialogue that they are in, so that nothing is left in doubt.
            if (!workers.tryAcquire(MOST_WORKERS, LAST_ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
                courier.stop();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void dispatch() {
        while (running) {
            try {
                wishes.fulfil();
                begin();
            } catch (RuntimeException failed) {
                LOG.error("Letters could not be looked for.", failed);
            }
            try {
                if (ending.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void begin() {
        int free = workers.availablePermits();
        if (free > 0) {
            for (LetterOutbox.Leased leased : courier.due(free)) {
                workers.acquireUninterruptibly();
                Thread ignored =
                        Thread.ofVirtual().name("letter-" + leased.id()).start(() -> work(leased));
            }
        }
    }

    private void work(LetterOutbox.Leased leased) {
        try {
            courier.take(leased);
        } catch (RuntimeException failed) {
            // Its lease runs out, and then it is cleared up by what was written down.
            LOG.error("Letter {} could not be sent.", leased.id(), failed);
        } finally {
            workers.release();
        }
    }
}
