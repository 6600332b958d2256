package org.amends.server.letter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.amends.server.background.BackgroundWork;
import org.amends.server.background.RepeatedWork;
import org.amends.server.letter.delivery.MailServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks every second for letters that are due, and for letters that the machine is to write. */
@Component
final class LetterDispatch implements BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(LetterDispatch.class);
    private static final int MOST_WORKERS = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LAST_ANSWER = Duration.ofSeconds(20);

    private final LetterCourier courier;
    private final LetterWishes wishes;
    private final Semaphore workers = new Semaphore(MOST_WORKERS);
    private final RepeatedWork work = new RepeatedWork("letter-dispatch", LOOK_EVERY, this::begin);

    LetterDispatch(
            LetterOutbox outbox, MailServer server, LetterLinks links, LetterWishes wishes, InstantSource clock) {
        this.courier = new LetterCourier(outbox, server, links, clock);
        this.wishes = wishes;
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop(LAST_ANSWER);
        try {
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
        return work.isRunning();
    }

    private boolean begin() {
        wishes.fulfil();
        int free = workers.availablePermits();
        if (free > 0) {
            for (LetterOutbox.Leased leased : courier.due(free)) {
                workers.acquireUninterruptibly();
                Thread ignored =
                        Thread.ofVirtual().name("letter-" + leased.id()).start(() -> work(leased));
            }
        }
        return false;
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
