package org.amends.store.log;

import static org.amends.store.log.MadeUpEvents.START;
import static org.amends.store.log.MadeUpEvents.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.format.state.StateBytes;
import org.amends.policy.Policy;
import org.amends.relationship.FoldTerms;
import org.amends.relationship.RelationshipFold;
import org.junit.jupiter.api.Test;

/** What any store of the log must do. */
abstract class EventLogContract {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final FoldTerms TERMS = FoldTerms.of(Policy.standard());

    /** A log on an empty store, with a clock that stands at {@link #NOW}. */
    abstract EventLog log();

    /** Reads that store. */
    abstract LogReader reader();

    /** Has the next transaction broken off before it commits. */
    abstract void breakNextTransaction();

    /** Makes one relationship part of another, or, with null, its own again. */
    abstract void merge(String customer, String into);

    @Test
    void tellsThePositionOfEachEventItTook() {
        List<Outcome> outcomes = log().append(List.of(
                purchase("a", "c1", START, "1"), purchase("b", "c2", START, "1"), purchase("c", "c1", START, "1")));
        assertThat(outcomes).containsExactly(new Outcome.Accepted(1), new Outcome.Accepted(2), new Outcome.Accepted(3));
        assertThat(reader().head()).isEqualTo(3);
    }

    @Test
    void countsAnEventOnceHoweverOftenItArrives() {
        IncomingEvent event = purchase("a", "c1", START, "1");
        EventLog log = log();
        assertThat(log.append(List.of(event, event, purchase("a", "c1", START, "1"))))
                .containsExactly(new Outcome.Accepted(1), new Outcome.Duplicate(1), new Outcome.Duplicate(1));
        assertThat(log.append(List.of(event, purchase("b", "c1", START, "1"))))
                .containsExactly(new Outcome.Duplicate(1), new Outcome.Accepted(2));
        assertThat(reader().read(0, 10)).extracting(one -> one.row().eventId()).containsExactly("a", "b");
        assertThat(state("c1")).isEqualTo(replayed(reader().history(number("c1"))));
    }

    @Test
    void givesBackEveryColumn() {
        EventRow row = new EventRow(
                "id é",
                "c 😀",
                "north",
                START.plusNanos(123_000),
                "complaint",
                "order 1",
                new java.math.BigDecimal("12.50"),
                "EUR",
                "late_delivery",
                0.4,
                Map.of("text", "a\u0000b \ud83d", "other", "Привет"));
        assertThat(log().append(List.of(IncomingEvent.of(row)))).containsExactly(new Outcome.Accepted(1));
        assertThat(reader().read(0, 10)).containsExactly(new LoggedEvent(1, number("c 😀", "north"), NOW, row));
    }

    @Test
    void keepsTimesToTheMicrosecondInTheLogAndInTheState() {
        assertThat(log().append(List.of(purchase("a", "c1", START.plusNanos(1_234_567), "1"))))
                .containsExactly(new Outcome.Accepted(1));
        assertThat(reader().read(0, 1).get(0).row().time()).isEqualTo(START.plusNanos(1_234_000));
        assertThat(state("c1")).isEqualTo(replayed(reader().history(number("c1"))));
    }

    @Test
    void endsInTheSameStatesInWhateverOrderAndHoweverOftenEventsArrive() {
        List<IncomingEvent> events = new MadeUpEvents(1).next(600, 12);
        Map<String, KeptState> expected = new TreeMap<>();
        events.stream()
                .collect(Collectors.groupingBy(
                        IncomingEvent::customer, Collectors.mapping(IncomingEvent::event, Collectors.toList())))
                .forEach((customer, history) -> expected.put(customer, replayed(history)));
        List<IncomingEvent> arrivals = new ArrayList<>(events);
        arrivals.addAll(events.subList(100, 300));
        Random random = new Random(2);
        Collections.shuffle(arrivals, random);
        EventLog log = log();
        int from = 0;
        while (from < arrivals.size()) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(60));
            assertThat(log.append(arrivals.subList(from, to))).hasSize(to - from);
            from = to;
        }
        assertThat(reader().head()).isEqualTo(600);
        expected.forEach((customer, state) -> assertThat(state(customer)).isEqualTo(state));
    }

    @Test
    void foldsALateEventWhereItBelongs() {
        EventLog log = log();
        assertThat(log.append(List.of(purchase("late", "c1", START.plusSeconds(10), "1"))))
                .hasSize(1);
        assertThat(log.append(List.of(purchase("early", "c1", START, "2")))).containsExactly(new Outcome.Accepted(2));
        assertThat(reader().history(number("c1")))
                .extracting(event -> event.id().value())
                .containsExactly("early", "late");
        assertThat(state("c1")).isEqualTo(replayed(reader().history(number("c1"))));
    }

    @Test
    void rejectsAnEventOfTheFuture() {
        IncomingEvent future = purchase("f", "c1", NOW.plus(Duration.ofDays(1)).plusSeconds(1), "1");
        assertThat(log().append(List.of(purchase("a", "c1", START, "1"), future, purchase("b", "c1", START, "1"))))
                .containsExactly(
                        new Outcome.Accepted(1),
                        new Outcome.Rejected(
                                "time",
                                "time is 2026-11-23T12:00:01Z, and now is 2026-11-22T12:00:00Z",
                                "An event may be at most a day ahead. Maybe a clock or a time zone is wrong."),
                        new Outcome.Accepted(2));
    }

    @Test
    void rejectsNamesThatAreNoTextAndTakesTheRest() {
        List<Outcome> outcomes = log().append(List.of(
                purchase("a\u0000", "c1", START, "1"),
                purchase("b", "c\ud800", START, "1"),
                purchase("c", "c".repeat(501), START, "1"),
                purchase("d", "c1", START, "1")));
        assertThat(outcomes).element(3).isEqualTo(new Outcome.Accepted(1));
        assertThat(outcomes.subList(0, 3))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Rejected.class));
    }

    @Test
    void rejectsOnlyTheEventWithWhichAHistoryCannotBeAddedUp() {
        String huge = "92233720368547758.07";
        EventLog log = log();
        assertThat(log.append(List.of(
                        purchase("a", "c1", START, huge),
                        purchase("b", "c1", START.plusSeconds(1), "1"),
                        purchase("c", "c2", START, "1"))))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new Outcome.Accepted(1)),
                        second -> assertThat(second).isInstanceOf(Outcome.Rejected.class),
                        third -> assertThat(third).isEqualTo(new Outcome.Accepted(2)));
        assertThat(log.append(List.of(purchase("d", "c1", START.minusSeconds(1), "1"))))
                .singleElement()
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(state("c1")).isEqualTo(replayed(reader().history(number("c1"))));
    }

    @Test
    void leavesNothingBehindOfATransactionThatBroke() {
        EventLog log = log();
        assertThat(log.append(List.of(purchase("a", "c1", START, "1")))).hasSize(1);
        KeptState before = state("c1");
        breakNextTransaction();
        List<IncomingEvent> more = List.of(purchase("b", "c1", START, "1"), purchase("c", "c2", START, "1"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> log.append(more))
                .isInstanceOfSatisfying(
                        EventLogException.class,
                        failed -> assertThat(failed.fate()).isEqualTo(EventLogException.Fate.NOT_STORED));
        assertThat(reader().head()).isEqualTo(1);
        assertThat(state("c1")).isEqualTo(before);
        assertThat(reader().find("c2", "")).isNull();
        assertThat(log.append(more)).containsExactly(new Outcome.Accepted(2), new Outcome.Accepted(3));
    }

    @Test
    void givesPositionsWithoutGapsInTheOrderOfCommitsHoweverManyWrite() {
        EventLog log = log();
        LogReader reader = reader();
        Set<Long> seen = new HashSet<>();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            List<IncomingEvent> events = new MadeUpEvents(writer).next(120, 5);
            writers.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < events.size(); i += 4) {
                    // Each is sent twice, so that some transactions change nothing.
                    assertThat(log.append(events.subList(i, i + 4))).hasSize(4);
                    assertThat(log.append(events.subList(i, i + 4))).hasSize(4);
                }
            }));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        long read = 0;
        boolean ended = false;
        while (!ended || read < reader.head()) {
            ended = all.isDone();
            for (LoggedEvent event : reader.read(read, 50)) {
                assertThat(event.position()).isEqualTo(read + 1);
                read = event.position();
                assertThat(seen.add(read)).isTrue();
            }
        }
        all.join();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 720).boxed().toList());
        for (int customer = 0; customer < 5; customer++) {
            assertThat(state("c" + customer)).isEqualTo(replayed(reader.history(number("c" + customer))));
        }
    }

    @Test
    void foldsTheEventsOfAMergedRelationshipIntoTheOneThatSurvives() {
        EventLog log = log();
        List<IncomingEvent> events = new MadeUpEvents(3).next(60, 2);
        assertThat(log.append(events.subList(0, 40))).hasSize(40);
        merge("c0", "c1");
        assertThat(log.append(events.subList(40, 60))).hasSize(20);
        assertThat(reader().find("c0", "").state()).isNull();
        assertThat(reader().history(number("c1"))).hasSize(60);
        assertThat(state("c1")).isEqualTo(replayed(reader().history(number("c1"))));
        assertThat(reader().read(0, 100)).extracting(LoggedEvent::relationship).contains(number("c0"), number("c1"));
        merge("c0", null);
        assertThat(state("c0")).isEqualTo(replayed(reader().history(number("c0"))));
        assertThat(state("c1")).isEqualTo(replayed(reader().history(number("c1"))));
        assertThat(reader().history(number("c0")).size()
                        + reader().history(number("c1")).size())
                .isEqualTo(60);
    }

    @Test
    void tellsWhichRelationshipsWereChangedSinceAPosition() {
        EventLog log = log();
        assertThat(log.append(List.of(purchase("a", "c1", START, "1"), purchase("b", "c2", START, "1"))))
                .hasSize(2);
        assertThat(log.append(List.of(purchase("c", "c2", START, "1"), purchase("d", "c3", START, "1"))))
                .hasSize(2);
        LogReader.Changes changes = reader().changes(2, 100);
        assertThat(changes.to()).isEqualTo(4);
        assertThat(changes.relationships())
                .extracting(StoredRelationship::customer)
                .containsExactlyInAnyOrder("c2", "c3");
        assertThat(reader().changes(2, 1).relationships())
                .extracting(StoredRelationship::customer)
                .containsExactly("c2");
        assertThat(reader().changes(4, 100).to()).isEqualTo(4);
    }

    @Test
    void showsATimelineBackwardsInPagesWithoutGapOrRepetition() {
        List<IncomingEvent> events = new MadeUpEvents(4).next(100, 1);
        assertThat(log().append(events)).hasSize(100);
        List<LoggedEvent> shown = new ArrayList<>();
        LogReader.Cursor cursor = null;
        List<LoggedEvent> page = reader().page(number("c0"), null, 7);
        while (!page.isEmpty()) {
            shown.addAll(page);
            LoggedEvent last = page.get(page.size() - 1);
            cursor = new LogReader.Cursor(last.row().time(), last.position());
            page = reader().page(number("c0"), cursor, 7);
        }
        assertThat(shown)
                .extracting(LoggedEvent::position)
                .doesNotHaveDuplicates()
                .hasSize(100);
        assertThat(shown).extracting(one -> one.row().time()).isSortedAccordingTo(Collections.reverseOrder());
    }

    KeptState state(String customer) {
        return reader().find(customer, "").state();
    }

    long number(String customer) {
        return number(customer, "");
    }

    long number(String customer, String brand) {
        return reader().find(customer, brand).id();
    }

    static KeptState replayed(List<Event> history) {
        RelationshipFold fold = new RelationshipFold(TERMS);
        history.stream().sorted(RelationshipFold.ORDER).forEach(fold::apply);
        return new KeptState(StateBytes.of(fold.snapshot(), TERMS));
    }
}
