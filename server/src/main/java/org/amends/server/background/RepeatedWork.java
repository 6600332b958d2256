package org.amends.server.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for work again and again in a thread of its own: at once when it is woken or when the last look found some, else after
 * a while. A
 * look that fails is logged and tried again, so that one bad day of the database ends nothing.
 */
public final class RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);

    /** One look for work. */
    @FunctionalInterface
    public interface Look {

        /** Does what it finds. Returns whether there may be more at once. */
        boolean look() throws InterruptedException;
    }

    private final String name;
    private final Duration every;
    private final Look look;
    private final Semaphore wakings = new Semaphore(0);
    private volatile CountDownLatch ending = new CountDownLatch(0);
    private @Nullable Thread thread;

    /**
     * Work that has not begun.
     *
     * @param name of the thread, for example {@code letter-dispatch}
     * @param every how long to wait after a look that found nothing
     * @param look what is done; it asks {@link #isRunning} between pieces of work that take long
     */
    public RepeatedWork(String name, Duration every, Look look) {
        this.name = name;
        this.every = every;
        this.look = look;
    }

    /** Says that there may be work. Cheap; may be called from any thread. */
    public void wake() {
        wakings.release();
    }

    /** Begins to look. */
    public void start() {
        ending = new CountDownLatch(1);
        thread = Thread.ofVirtual().name(name).start(this::work);
    }

    /** Looks no more, and waits as long as this for the look that is going on; whoever is interrupted stays so. */
    public void stop(Duration patience) {
        ending.countDown();
        wake();
        Thread working = thread;
        try {
            if (working != null && !working.join(patience)) {
                LOG.warn("{} did not end within {}.", name, patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was started and not stopped. */
    public boolean isRunning() {
        return ending.getCount() > 0;
    }

    private void work() {
        while (isRunning()) {
            try {
                boolean more = look.look();
                if (!more && wakings.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    int ignored = wakings.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                LOG.error("{} failed; it goes on in {}.", name, every, failed);
                pause();
            }
        }
    }

    private void pause() {
        try {
            boolean ignored = ending.await(every.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
