package org.amends.store.log;

import static org.amends.store.log.EventLogContract.NOW;
import static org.amends.store.log.MadeUpEvents.START;
import static org.amends.store.log.MadeUpEvents.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final CopyOnWriteArrayList<Integer> transactions = new CopyOnWriteArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private long position;

    @Test
    void whatQueuesUpWhileATransactionIsOnItsWayGoesTogether() {
        try (GroupCommit commit = new GroupCommit(this::slowly, new GroupCommit.Limits(100, 10))) {
            List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
            answers.add(taken(commit, 1));
            awaitStarted();
            for (int i = 0; i < 12; i++) {
                answers.add(taken(commit, 1));
            }
            open.countDown();
            answers.forEach(answer -> assertThat(answer.join()).hasSize(1));
            assertThat(transactions).containsExactly(1, 10, 2);
        }
    }

    @Test
    void eachIsAnsweredItsOwnOutcomes() {
        open.countDown();
        try (GroupCommit commit = new GroupCommit(this::slowly, GroupCommit.Limits.USUAL)) {
            assertThat(taken(commit, 2).join()).containsExactly(new Outcome.Accepted(1), new Outcome.Accepted(2));
            assertThat(taken(commit, 1).join()).containsExactly(new Outcome.Accepted(3));
        }
    }

    @Test
    void refusesWhatWouldOverfillTheQueueAndTakesItLater() {
        try (GroupCommit commit = new GroupCommit(this::slowly, new GroupCommit.Limits(5, 5))) {
            CompletableFuture<List<Outcome>> first = taken(commit, 1);
            awaitStarted();
            CompletableFuture<List<Outcome>> second = taken(commit, 5);
            assertThat(commit.submit(events(1))).isEqualTo(new GroupCommit.Submission.Full(Duration.ofSeconds(1)));
            open.countDown();
            assertThat(first.join()).hasSize(1);
            assertThat(second.join()).hasSize(5);
            assertThat(taken(commit, 1).join()).hasSize(1);
        }
    }

    @Test
    void writesWhatWaitsBeforeItCloses() {
        GroupCommit commit = new GroupCommit(this::slowly, new GroupCommit.Limits(100, 1));
        CompletableFuture<List<Outcome>> first = taken(commit, 1);
        CompletableFuture<List<Outcome>> second = taken(commit, 1);
        open.countDown();
        commit.close();
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(commit.submit(events(1))).isEqualTo(new GroupCommit.Submission.Closed());
    }

    @Test
    void triesAgainWhereItIsKnownThatNothingWasStored() {
        AtomicInteger tries = new AtomicInteger();
        try (GroupCommit commit = new GroupCommit(
                events -> {
                    if (tries.incrementAndGet() < 3) {
                        throw EventLogException.notStored("gone", new SQLException("gone", "08006"));
                    }
                    return List.of(new Outcome.Accepted(1));
                },
                GroupCommit.Limits.USUAL)) {
            assertThat(taken(commit, 1).join()).containsExactly(new Outcome.Accepted(1));
            assertThat(tries).hasValue(3);
        }
    }

    @Test
    void passesOnAFailureThatWillNotPassAndGoesOnWithTheNext() {
        AtomicInteger tries = new AtomicInteger();
        try (GroupCommit commit = new GroupCommit(
                events -> {
                    if (tries.incrementAndGet() == 1) {
                        throw EventLogException.notStored("no such table", new SQLException("no such table", "42P01"));
                    }
                    return List.of(new Outcome.Accepted(1));
                },
                GroupCommit.Limits.USUAL)) {
            assertThatThrownBy(() -> taken(commit, 1).join()).hasRootCauseMessage("no such table");
            assertThat(taken(commit, 1).join()).containsExactly(new Outcome.Accepted(1));
        }
    }

    @Test
    void whatSpoilsOneSubmissionDoesNotHarmThoseThatShareItsTransaction() {
        try (GroupCommit commit = new GroupCommit(
                events -> {
                    List<Outcome> outcomes = slowly(events);
                    if (events.stream().anyMatch(event -> event.customer().equals("spoiled"))) {
                        throw new IllegalStateException("a history that cannot be read");
                    }
                    return outcomes;
                },
                GroupCommit.Limits.USUAL)) {
            CompletableFuture<List<Outcome>> first = taken(commit, 1);
            awaitStarted();
            CompletableFuture<List<Outcome>> spoiled = ((GroupCommit.Submission.Taken)
                            commit.submit(List.of(purchase("s", "spoiled", START, "1"))))
                    .outcomes();
            CompletableFuture<List<Outcome>> sound = taken(commit, 1);
            open.countDown();
            assertThat(first.join()).hasSize(1);
            assertThat(sound.join()).hasSize(1);
            assertThatThrownBy(spoiled::join).hasRootCauseMessage("a history that cannot be read");
        }
    }

    @Test
    void aListenerThatFailsStopsNobody() {
        open.countDown();
        try (GroupCommit commit = new GroupCommit(this::slowly, GroupCommit.Limits.USUAL)) {
            commit.onCommit(position -> {
                throw new IllegalStateException("deaf");
            });
            assertThat(taken(commit, 1).join()).hasSize(1);
            assertThat(taken(commit, 1).join()).hasSize(1);
        }
    }

    @Test
    void tellsListenersThePositionThatTheLogHasReached() {
        open.countDown();
        List<Long> told = new CopyOnWriteArrayList<>();
        try (GroupCommit commit = new GroupCommit(this::slowly, GroupCommit.Limits.USUAL)) {
            commit.onCommit(told::add);
            assertThat(taken(commit, 3).join()).hasSize(3);
        }
        assertThat(told).containsExactly(3L);
    }

    @Test
    void manySubmittersOfSingleEventsLoseNothing() {
        try (HikariDataSource database = TestPostgres.database();
                GroupCommit commit = new GroupCommit(
                        new EventLog(database, InstantSource.fixed(NOW), Policy::standard), GroupCommit.Limits.USUAL)) {
            List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                IncomingEvent event = purchase("e" + i % 1_500, "c" + i % 17, START.plusSeconds(i), "1");
                answers.add(((GroupCommit.Submission.Taken) commit.submit(List.of(event))).outcomes());
            }
            long accepted = answers.stream()
                    .flatMap(answer -> answer.join().stream())
                    .filter(Outcome.Accepted.class::isInstance)
                    .count();
            assertThat(accepted).isEqualTo(1_500);
            assertThat(new LogReader(database).head()).isEqualTo(1_500);
        }
    }

    private List<Outcome> slowly(List<IncomingEvent> events) {
        transactions.add(events.size());
        try {
            open.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        List<Outcome> outcomes = new ArrayList<>();
        events.forEach(event -> outcomes.add(new Outcome.Accepted(++position)));
        return outcomes;
    }

    private void awaitStarted() {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (transactions.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(transactions).isNotEmpty();
    }

    private static List<IncomingEvent> events(int count) {
        List<IncomingEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(purchase("e" + i, "c", START, "1"));
        }
        return events;
    }

    private static CompletableFuture<List<Outcome>> taken(GroupCommit commit, int count) {
        return ((GroupCommit.Submission.Taken) commit.submit(events(count))).outcomes();
    }
}
