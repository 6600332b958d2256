package org.amends.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.amends.store.log.EventLog;
import org.amends.store.log.GroupCommit;
import org.amends.store.log.IncomingEvent;
import org.amends.store.log.Outcome;

/** Writing to the log in the ways in which events come. */
final class LogWriting {

    private final EventLog log;
    private final GrocerStream stream;

    private interface Work {
        void run(int number) throws InterruptedException, ExecutionException;
    }

    LogWriting(EventLog log, int customers) {
        this.log = log;
        this.stream = new GrocerStream(2, customers);
    }

    void warmUp() throws Exception {
        Rate ignored = batches(100_000, 500);
        assert ignored.things() > 0;
    }

    /** Batches one after another, made ready by another thread as they are in a server. */
    Rate batches(int events, int batch) throws InterruptedException {
        return appended(events, batch, stream::next);
    }

    /** As an import does it: the events of one customer after those of another, of customers that are new. */
    Rate imports(int events, int batch) throws InterruptedException {
        return appended(events, batch, new GrocerStream(3, 1)::nextByCustomer);
    }

    private Rate appended(int events, int batch, IntFunction<List<IncomingEvent>> source) throws InterruptedException {
        BlockingQueue<List<IncomingEvent>> ready = new ArrayBlockingQueue<>(16);
        Thread sender = Thread.ofPlatform().start(() -> {
            for (int sent = 0; sent < events; sent += batch) {
                put(ready, source.apply(batch));
            }
        });
        long begun = System.nanoTime();
        for (int taken = 0; taken < events; taken += batch) {
            requireAccepted(log.append(ready.take()));
        }
        Rate rate = Rate.of(events, begun);
        sender.join();
        return rate;
    }

    /** Several senders of batches, each waiting for its answer before it sends the next. */
    Rate senders(int events, int batch, int senders) throws InterruptedException {
        try (GroupCommit commit = new GroupCommit(log, GroupCommit.Limits.USUAL)) {
            long begun = System.nanoTime();
            together(senders, number -> {
                for (int sent = 0; sent < events / senders; sent += batch) {
                    requireAccepted(submit(commit, stream.next(batch)));
                }
            });
            return Rate.of(events, begun);
        }
    }

    /** Many submitters of single events, each waiting for its answer. */
    Rate singles(int submitters, int seconds) throws InterruptedException {
        List<List<Long>> waits = new ArrayList<>();
        for (int i = 0; i < submitters; i++) {
            waits.add(new ArrayList<>());
        }
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        try (GroupCommit commit = new GroupCommit(log, GroupCommit.Limits.USUAL)) {
            together(submitters, number -> {
                while (System.nanoTime() < end) {
                    List<IncomingEvent> one = stream.next(1);
                    long sent = System.nanoTime();
                    requireAccepted(submit(commit, one));
                    waits.get(number).add(System.nanoTime() - sent);
                }
            });
        }
        double elapsed = (System.nanoTime() - begun) / 1e9;
        long[] all = waits.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        String waited = "; waited %.1f ms at the median, %.1f ms at the 99th percentile"
                .formatted(all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6);
        return new Rate(all.length, elapsed, waited);
    }

    private static List<Outcome> submit(GroupCommit commit, List<IncomingEvent> events)
            throws InterruptedException, ExecutionException {
        return switch (commit.submit(events)) {
            case GroupCommit.Submission.Taken taken -> taken.outcomes().get();
            case GroupCommit.Submission.Full full -> throw new IllegalStateException("The queue is full: " + full);
            case GroupCommit.Submission.Closed ignored -> throw new IllegalStateException("The log is closed.");
        };
    }

    private static void requireAccepted(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (!(outcome instanceof Outcome.Accepted)) {
                throw new IllegalStateException("Not accepted: " + outcome);
            }
        }
    }

    private static void together(int threads, Work work) throws InterruptedException {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            started.add(Thread.ofVirtual().start(() -> {
                try {
                    work.run(number);
                } catch (InterruptedException | ExecutionException failed) {
                    throw new IllegalStateException(failed);
                }
            }));
        }
        for (Thread thread : started) {
            thread.join();
        }
    }

    private static void put(BlockingQueue<List<IncomingEvent>> queue, List<IncomingEvent> batch) {
        try {
            queue.put(batch);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
