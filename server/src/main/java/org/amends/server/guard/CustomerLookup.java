package org.amends.server.guard;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.amends.server.access.BrandScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks customers up without ever waiting for the database longer than a deadline. While the database fails, it is tried once a
 * second, and everybody else is told at once.
 */
@Component
final class CustomerLookup {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerLookup.class);
    private static final int AT_ONCE = 8;
    private static final int WAITING = 512;
    private static final long REST_NANOS = 1_000_000_000;

    /** A lookup that takes longer than this is a sign of trouble; it takes a few milliseconds. */
    private static final long TOO_LONG_NANOS = 100_000_000;

    private final CustomerNeeds needs;
    private final ThreadPoolExecutor pool;
    private volatile long triedAgainAtNanos = System.nanoTime();

    CustomerLookup(CustomerNeeds needs) {
        this.needs = needs;
        this.pool = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("guard-lookup-", 1).factory());
    }

    /** What is known of a customer, if it can be found out in time. */
    KnownCustomer of(String customer, BrandScope seen, Deadline deadline) {
        return within(deadline, () -> needs.of(customer, seen), new KnownCustomer.Unreadable());
    }

    /** What somebody looks up, if it can be found out in time; else the other thing. */
    <T> T within(Deadline deadline, Callable<T> looking, T unreadable) {
        long begun = System.nanoTime();
        if (triedAgainAtNanos - begun > 0) {
            return unreadable;
        }
        Future<T> lookup;
        try {
            lookup = pool.submit(looking);
        } catch (RejectedExecutionException full) {
            return unreadable;
        }
        try {
            return lookup.get(Math.max(0, deadline.leftNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            lookup.cancel(true);
            if (System.nanoTime() - begun > TOO_LONG_NANOS) {
                rest("it takes too long");
            }
        } catch (ExecutionException failed) {
            rest(String.valueOf(failed.getCause()));
        } catch (InterruptedException stop) {
            lookup.cancel(true);
            Thread.currentThread().interrupt();
        }
        return unreadable;
    }

    private void rest(String why) {
        triedAgainAtNanos = System.nanoTime() + REST_NANOS;
        LOG.warn("What customers stated cannot be read, so the guard asks about every candidate for them: {}", why);
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }
}
