package org.amends.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.amends.event.EventRow;
import org.amends.event.EventRows;
import org.amends.insight.simulation.Scenarios;
import org.amends.insight.simulation.Simulator;
import org.amends.insight.simulation.Told;
import org.amends.server.policy.Policies;
import org.amends.store.log.EventLog;
import org.amends.store.log.IncomingEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads the simulated grocer into an empty log, in two steps: first everything up to yesterday, then, once that is diagnosed,
 * the last day. So the console has something to tell of what changed since yesterday. Then some of the customers complain.
 */
@Component
public final class Demo {

    private static final int CUSTOMERS = 4_000;
    private static final long SEED = 20_260_701;
    private static final Duration HISTORY = Duration.ofDays(1_096);
    private static final int BATCH = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final EventLog log;
    private final Policies policies;
    private final JdbcClient database;
    private final DemoCases cases;
    private final InstantSource clock;

    Demo(EventLog log, Policies policies, JdbcClient database, DemoCases cases, InstantSource clock) {
        this.log = log;
        this.policies = policies;
        this.database = database;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Loads the grocer, unless the log holds events already.
     *
     * @param said is told how it goes, a line at a time
     */
    public void load(Consumer<String> said) throws InterruptedException {
        if (head() > 0) {
            said.accept("The log holds events already; the demo adds none.");
            return;
        }
        said.accept("Loading a made-up grocer with %,d customers ...".formatted(CUSTOMERS));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Simulator grocer =
                new Simulator(Scenarios.groceryDelivery(), policies.current().policy(), SEED, now.minus(HISTORY), now);
        List<Told> sinceYesterday = new ArrayList<>();
        long stored = loadUntil(now.minus(1, ChronoUnit.DAYS), grocer, sinceYesterday);
        awaitDiagnoses();
        sinceYesterday.sort(Comparator.comparing(Told::event, Comparator.comparing(event -> event.time())));
        append(sinceYesterday);
        awaitDiagnoses();
        int opened = cases.load();
        awaitDiagnoses();
        said.accept("Loaded %,d events and %d complaints; every customer is diagnosed."
                .formatted(stored + sinceYesterday.size(), opened));
    }

    private long loadUntil(Instant yesterday, Simulator grocer, List<Told> later) {
        long stored = 0;
        List<Told> batch = new ArrayList<>();
        for (int number = 0; number < CUSTOMERS; number++) {
            for (Told told : grocer.life(number).events()) {
                (told.event().time().isBefore(yesterday) ? batch : later).add(told);
            }
            if (batch.size() >= BATCH || number == CUSTOMERS - 1) {
                append(batch);
                stored += batch.size();
                batch.clear();
            }
        }
        return stored;
    }

    private void append(List<Told> told) {
        var ignored = log.append(told.stream().map(Demo::incoming).toList());
    }

    /** The words that came with an event are attributes of its row. */
    private static IncomingEvent incoming(Told told) {
        EventRow row = EventRows.of(told.event());
        Map<String, String> attributes = new HashMap<>(row.attributes());
        if (told.text() != null) {
            attributes.put("text", told.text());
        }
        if (told.language() != null) {
            attributes.put("language", told.language());
        }
        return IncomingEvent.of(new EventRow(
                row.eventId(),
                row.customer(),
                row.brand(),
                row.time(),
                row.type(),
                row.ref(),
                row.amount(),
                row.currency(),
                row.kind(),
                row.severity(),
                attributes));
    }

    private long head() {
        return database.sql("SELECT position FROM log_head").query(Long.class).single();
    }

    /** Until the watch has read all of the log. */
    private void awaitDiagnoses() throws InterruptedException {
        long head = head();
        Instant end = clock.instant().plus(PATIENCE);
        while (database.sql("SELECT position FROM watch").query(Long.class).single() < head
                && clock.instant().isBefore(end)) {
            Thread.sleep(LOOK_EVERY);
        }
    }
}
