package org.amends.cli.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import org.amends.cli.score.SoundHistories;
import org.amends.store.log.GroupCommit;
import org.amends.store.log.IncomingEvent;
import org.amends.store.log.Outcome;

/** Brings the events of files into the log: while one batch is written, the next is read. */
final class Loading {

    private static final int BATCH = 10_000;
    private static final int ON_THEIR_WAY = 2;

    /** So much waits at most that nothing is ever refused. */
    static final GroupCommit.Limits LIMITS = new GroupCommit.Limits(BATCH * (ON_THEIR_WAY + 1), BATCH);

    private final SoundHistories histories;
    private final GroupCommit log;
    private final LongConsumer progress;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private List<IncomingEvent> batch = new ArrayList<>(BATCH);
    private long accepted;
    private long duplicates;
    private long rejected;

    private record Sent(List<IncomingEvent> events, CompletableFuture<List<Outcome>> outcomes) {}

    /** How many events were stored, were there already, and were refused by the log. */
    record Counts(long accepted, long duplicates, long rejected) {}

    /** @param progress is told, now and then, how many events are done */
    Loading(SoundHistories histories, GroupCommit log, LongConsumer progress) {
        this.histories = histories;
        this.log = log;
        this.progress = progress;
    }

    Counts run() throws InterruptedException {
        histories.forEachEvent((row, event) -> {
            batch.add(IncomingEvent.of(row, event));
            if (batch.size() == BATCH) {
                send();
            }
        });
        send();
        while (!sent.isEmpty()) {
            take(sent.remove());
        }
        return new Counts(accepted, duplicates, rejected);
    }

    private void send() {
        if (batch.isEmpty()) {
            return;
        }
        if (!(log.submit(batch) instanceof GroupCommit.Submission.Taken taken)) {
            throw new IllegalStateException("The log takes nothing any more.");
        }
        sent.add(new Sent(batch, taken.outcomes()));
        batch = new ArrayList<>(BATCH);
        if (sent.size() > ON_THEIR_WAY) {
            take(sent.remove());
        }
    }

    private void take(Sent done) {
        List<Outcome> outcomes;
        try {
            outcomes = done.outcomes().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException told ? told : failed;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Accepted ignored -> accepted++;
                case Outcome.Duplicate ignored -> duplicates++;
                case Outcome.Rejected refused -> {
                    rejected++;
                    histories.reject(
                            done.events().get(i).event().id().value(),
                            refused.column(),
                            refused.reason(),
                            refused.remedy());
                }
            }
        }
        progress.accept(accepted + duplicates + rejected);
    }
}
