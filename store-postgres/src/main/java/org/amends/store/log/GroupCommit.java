package org.amends.store.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends what many threads submit with few transactions: one thread takes all that queued up while the transaction before was
 * on its way, and appends it together. Alone, a submission waits for nobody; under load, many share the price of one commit.
 */
public final class GroupCommit implements AutoCloseable {

    /** How much may wait and how much goes into one transaction, in events. */
    public record Limits(int waiting, int together) {

        /** A second or two of work may wait; a transaction lasts some tens of milliseconds. */
        public static final Limits USUAL = new Limits(50_000, 2_000);

        public Limits {
            if (waiting < 1 || together < 1) {
                throw new IllegalArgumentException(
                        "Limits must be positive but were %d and %d.".formatted(waiting, together));
            }
        }
    }

    /** What became of handing events over. */
    public sealed interface Submission {

        /**
         * They are queued.
         *
         * @param outcomes what became of each, once they are durable; fails with an {@link EventLogException} when the
         *     database does. Completed by the thread that writes, so whatever depends on it must not take long.
         */
        record Taken(CompletableFuture<List<Outcome>> outcomes) implements Submission {}

        /**
         * Too much waits already; nothing was taken.
         *
         * @param retryAfter when there will probably be room
         */
        record Full(Duration retryAfter) implements Submission {}

        /** The log is closing; nothing was taken. */
        record Closed() implements Submission {}
    }

    /**
     * One transaction as it went.
     *
     * @param failed events that could not be stored; all of the transaction's or none
     * @param took from taking them off the queue until they were durable, or failed
     */
    public record Written(int accepted, int duplicate, int rejected, int failed, Duration took) {

        static Written of(List<Outcome> outcomes, Duration took) {
            int accepted = 0;
            int duplicate = 0;
            int rejected = 0;
            for (Outcome outcome : outcomes) {
                switch (outcome) {
                    case Outcome.Accepted stored -> accepted++;
                    case Outcome.Duplicate again -> duplicate++;
                    case Outcome.Rejected unfit -> rejected++;
                }
            }
            return new Written(accepted, duplicate, rejected, 0, took);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final Function<List<IncomingEvent>, List<Outcome>> append;
    private final Limits limits;
    private final List<LongConsumer> onCommit = new CopyOnWriteArrayList<>();
    private final List<Consumer<Written>> onWritten = new CopyOnWriteArrayList<>();
    private final Thread writer;

    private final Object monitor = new Object();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int waiting;
    private boolean closing;

    private record Waiting(List<IncomingEvent> events, CompletableFuture<List<Outcome>> outcomes) {}

    /** Begins to write to a log. */
    public GroupCommit(EventLog log, Limits limits) {
        this(log::append, limits);
    }

    GroupCommit(Function<List<IncomingEvent>, List<Outcome>> append, Limits limits) {
        this.append = append;
        this.limits = limits;
        this.writer = Thread.ofPlatform().name("log writer").start(this::write);
    }

    /** Has these told, from now on, the newest position after each transaction that stored something. They must not take long. */
    public void onCommit(LongConsumer listener) {
        onCommit.add(listener);
    }

    /** Has these told, from now on, how each transaction went. They must not take long, and never throw. */
    public void onWritten(Consumer<Written> listener) {
        onWritten.add(listener);
    }

    /** Whether events that are handed over will be written. */
    public boolean isWriting() {
        return writer.isAlive();
    }

    /** Hands events over; those of one submission become durable together. */
    public Submission submit(List<IncomingEvent> events) {
        synchronized (monitor) {
            if (closing) {
                return new Submission.Closed();
            }
            // One that is larger than the queue is taken when nothing else waits, or it could never be.
            if (waiting > 0 && waiting + events.size() > limits.waiting()) {
                return new Submission.Full(Duration.ofSeconds(1));
            }
            Waiting submitted = new Waiting(events, new CompletableFuture<>());
            queue.add(submitted);
            waiting += events.size();
            monitor.notifyAll();
            return new Submission.Taken(submitted.outcomes());
        }
    }

    /** How many events wait. */
    public int waiting() {
        synchronized (monitor) {
            return waiting;
        }
    }

    /** Takes no more, writes what waits, and returns when that is done. */
    @Override
    public void close() {
        synchronized (monitor) {
            closing = true;
            monitor.notifyAll();
        }
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Waiting> batch = take();
        while (!batch.isEmpty()) {
            append(batch);
            batch = take();
        }
    }

    /** All that queued up, up to what goes into one transaction; empty when closing and nothing is left. */
    private List<Waiting> take() {
        synchronized (monitor) {
            while (queue.isEmpty() && !closing) {
                try {
                    monitor.wait();
                } catch (InterruptedException stop) {
                    closing = true;
                }
            }
            List<Waiting> batch = new ArrayList<>();
            int events = 0;
            Waiting next = queue.peek();
            while (next != null && (batch.isEmpty() || events + next.events().size() <= limits.together())) {
                events += next.events().size();
                batch.add(queue.remove());
                next = queue.peek();
            }
            waiting -= events;
            return batch;
        }
    }

    private void append(List<Waiting> batch) {
        List<IncomingEvent> events = new ArrayList<>();
        batch.forEach(submission -> events.addAll(submission.events()));
        List<Outcome> outcomes;
        long begun = System.nanoTime();
        try {
            outcomes = patiently(events);
        } catch (RuntimeException | Error failed) {
            boolean away = failed instanceof EventLogException told && told.isPassing();
            if (batch.size() > 1 && !away) {
                // What is wrong with one submission is no harm to the others.
                batch.forEach(submission -> append(List.of(submission)));
                return;
            }
            Written lost = new Written(0, 0, 0, events.size(), Duration.ofNanos(System.nanoTime() - begun));
            report(lost);
            LOG.error("{} events could not be stored", events.size(), failed);
            batch.forEach(submission -> submission.outcomes().completeExceptionally(failed));
            return;
        }
        Written written = Written.of(outcomes, Duration.ofNanos(System.nanoTime() - begun));
        report(written);
        int next = 0;
        for (Waiting submission : batch) {
            int end = next + submission.events().size();
            boolean first = submission.outcomes().complete(List.copyOf(outcomes.subList(next, end)));
            assert first : "A submission is answered once.";
            next = end;
        }
        tell(outcomes);
    }

    /** Tries again while the database is away for a moment, which is safe where it is known that nothing was stored. */
    private List<Outcome> patiently(List<IncomingEvent> events) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return append.apply(events);
            } catch (EventLogException failed) {
                boolean again = failed.isPassing()
                        && failed.fate() == EventLogException.Fate.NOT_STORED
                        && System.nanoTime() < deadline;
                if (!again || !sleep(pause)) {
                    throw failed;
                }
                LOG.warn("{} events wait for the database: {}", events.size(), failed.getMessage());
                pause = pause.multipliedBy(2);
            }
        }
    }

    private void report(Written written) {
        for (Consumer<Written> listener : onWritten) {
            try {
                listener.accept(written);
            } catch (RuntimeException failed) {
                LOG.error("Somebody could not be told of a transaction: {}", written, failed);
            }
        }
    }

    private void tell(List<Outcome> outcomes) {
        long newest = 0;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Accepted accepted) {
                newest = Math.max(newest, accepted.position());
            }
        }
        if (newest > 0) {
            for (LongConsumer listener : onCommit) {
                try {
                    listener.accept(newest);
                } catch (RuntimeException failed) {
                    LOG.error("Somebody could not be told that the log has grown to {}", newest, failed);
                }
            }
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
