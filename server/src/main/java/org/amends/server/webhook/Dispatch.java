package org.amends.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.amends.server.background.BackgroundWork;
import org.amends.server.background.RepeatedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what the outbox holds. Each endpoint has a worker of its own while something is due for it, so that one that hangs holds
 * up nobody else. A message is marked only after it was taken: one that was taken while this server died is sent again, with
 * the same id.
 */
@Component
public final class Dispatch implements BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int MOST_WORKERS = 64;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final Courier courier;
    private final InstantSource clock;
    private final Semaphore workers = new Semaphore(MOST_WORKERS);
    private final RepeatedWork work = new RepeatedWork("webhook-dispatch", LOOK_EVERY, this::begin);
    private Instant forgot = Instant.EPOCH;

    Dispatch(Deliveries deliveries, Courier courier, InstantSource clock) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.clock = clock;
    }

    /** Says that something may be due. Cheap; may be called from any thread. */
    public void wake() {
        work.wake();
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop(Courier.LONGEST);
        try {
            // Workers finish the attempt that they are in.
            boolean ignored = workers.tryAcquire(MOST_WORKERS, Courier.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private boolean begin() {
        Instant now = clock.instant();
        if (forgot.plus(FORGET_EVERY).isBefore(now)) {
            deliveries.forget(now);
            forgot = now;
        }
        int free = workers.availablePermits();
        if (free > 0) {
            for (UUID webhook : deliveries.lease(now, free)) {
                workers.acquireUninterruptibly();
                Thread ignored = Thread.ofVirtual().name("webhook-" + webhook).start(() -> work(webhook));
            }
        }
        return false;
    }

    private void work(UUID webhook) {
        try {
            boolean goOn = true;
            while (work.isRunning() && goOn) {
                goOn = sendNext(webhook);
            }
            deliveries.release(webhook);
        } catch (RuntimeException failed) {
            LOG.error("Messages to webhook {} could not be sent.", webhook, failed);
        } finally {
            workers.release();
        }
    }

    private boolean sendNext(UUID webhook) {
        Instant begun = clock.instant();
        Optional<Deliveries.Due> due = deliveries.next(webhook, begun);
        if (due.isEmpty()) {
            return false;
        }
        Courier.Answer answer = courier.send(
                due.get().url(),
                due.get().secrets(),
                due.get().message().toString(),
                begun,
                due.get().body());
        return deliveries.keep(webhook, due.get(), answer, begun, clock.instant());
    }
}
