package org.amends.server.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.amends.server.customer.PersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Takes near misses down without holding anybody up: they wait in memory, and one thread writes many of them together. When more
 * arrive than can be written, the newest are counted and dropped; an answer is never late for them.
 */
@Component
class NearMisses implements PersonalData {

    private static final Logger LOG = LoggerFactory.getLogger(NearMisses.class);
    private static final int TOGETHER = 500;
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final NearMissTable table;
    private final BlockingQueue<NearMiss> waiting;
    private final Counter dropped;
    private final Thread writer;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private volatile boolean closing;

    /** @param most how many may wait in memory */
    NearMisses(NearMissTable table, MeterRegistry registry, @Value("${amends.guard.ledger.waiting:20000}") int most) {
        this.table = table;
        this.waiting = new ArrayBlockingQueue<>(most);
        this.dropped = Counter.builder("amends.guard.ledger.dropped")
                .description("Near misses that were not written down, since too many waited")
                .register(registry);
        var unused = Gauge.builder("amends.guard.ledger.waiting", waiting, Collection::size)
                .description("Near misses that wait to be written down")
                .register(registry);
        this.writer = Thread.ofPlatform().daemon().name("guard-ledger").start(this::write);
    }

    /** Takes one down some time soon, if there is room. */
    void add(NearMiss miss) {
        taken.incrementAndGet();
        if (!waiting.offer(miss)) {
            dropped.increment();
            settled.incrementAndGet();
        }
    }

    private void write() {
        List<NearMiss> batch = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            try {
                take(batch);
                if (!batch.isEmpty()) {
                    table.write(batch);
                }
                done(batch);
            } catch (InterruptedException closed) {
                // What waits is written all the same.
            } catch (NonTransientDataAccessResourceException unreachable) {
                keepForLater(batch, unreachable);
            } catch (NonTransientDataAccessException unfit) {
                LOG.error("{} near misses cannot be written down and are dropped.", batch.size(), unfit);
                dropped.increment(batch.size());
                done(batch);
            } catch (RuntimeException unreachable) {
                keepForLater(batch, unreachable);
            }
        }
        dropped.increment(batch.size());
    }

    /** Waits for something to write, unless the batch before is still to be written. */
    private void take(List<NearMiss> batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            return;
        }
        NearMiss first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, TOGETHER - 1);
        }
    }

    private void done(List<NearMiss> batch) {
        settled.addAndGet(batch.size());
        batch.clear();
    }

    private void keepForLater(List<NearMiss> batch, RuntimeException unreachable) {
        if (closing) {
            waiting.clear();
            return;
        }
        LOG.warn("{} near misses wait for the database: {}", batch.size(), unreachable.getMessage());
        try {
            Thread.sleep(REST_AFTER_FAILURE);
        } catch (InterruptedException closed) {
            // The loop sees that it is to end.
        }
    }

    /** Waits, though not for ever, until whatever was taken so far is written. */
    void awaitWritten() {
        long sofar = taken.get();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (settled.get() < sofar && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        awaitWritten();
        for (NearMiss miss : waiting) {
            if (miss.customer() != null && customers.contains(miss.customer()) && waiting.remove(miss)) {
                settled.incrementAndGet();
            }
        }
        return table.erase(customers);
    }

    /** Writes what waits, and ends. */
    @PreDestroy
    void close() throws InterruptedException {
        closing = true;
        writer.interrupt();
        boolean ended = writer.join(PATIENCE.plus(PATIENCE));
        if (!ended) {
            LOG.warn("{} near misses could not be written down before the end.", waiting.size());
        }
    }
}
