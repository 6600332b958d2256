package org.amends.server.console;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amends.event.EventRow;
import org.amends.event.EventRows;
import org.amends.insight.simulation.Scenarios;
import org.amends.insight.simulation.Simulator;
import org.amends.insight.simulation.Told;
import org.amends.policy.Policy;
import org.amends.server.SharedServer;
import org.amends.store.log.EventLog;
import org.amends.store.log.IncomingEvent;
import org.amends.store.log.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small simulated grocer in the shared server's log, diagnosed: loaded once, however many tests look at it. */
final class Grocer {

    static final int CUSTOMERS = 240;

    /** Theirs alone: who sees this brand only sees nobody of other tests. */
    static final String BRAND = "grocer";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static boolean loaded;

    private Grocer() {}

    static synchronized void load(SharedServer server) throws InterruptedException {
        if (loaded) {
            return;
        }
        loaded = true;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Instant yesterday = now.minus(1, ChronoUnit.DAYS);
        Simulator grocer = new Simulator(
                Scenarios.groceryDelivery(), Policy.standard(), 20_260_701, now.minus(Duration.ofDays(730)), now);
        List<IncomingEvent> before = new ArrayList<>();
        List<IncomingEvent> lately = new ArrayList<>();
        for (int number = 0; number < CUSTOMERS; number++) {
            for (Told told : grocer.life(number).events()) {
                (told.event().time().isBefore(yesterday) ? before : lately).add(incoming(told));
            }
        }
        before.add(incoming(
                "promise-1",
                now.minus(3, ChronoUnit.DAYS),
                "promise_made",
                Map.of("due", now.plus(1, ChronoUnit.DAYS).toString())));
        before.add(incoming(
                "promise-2",
                now.minus(9, ChronoUnit.DAYS),
                "promise_made",
                Map.of("due", now.minus(2, ChronoUnit.DAYS).toString())));
        lately.add(incoming(
                "complaint-1",
                now.minus(2, ChronoUnit.HOURS),
                "complaint",
                Map.of("text", "Still <b>waiting</b> for an answer.")));
        append(server, before);
        append(server, lately);
    }

    private static void append(SharedServer server, List<IncomingEvent> events) throws InterruptedException {
        EventLog log = server.part(EventLog.class);
        for (int from = 0; from < events.size(); from += 5_000) {
            List<Outcome> outcomes = log.append(events.subList(from, Math.min(events.size(), from + 5_000)));
            if (outcomes.stream().anyMatch(outcome -> outcome instanceof Outcome.Rejected)) {
                throw new IllegalStateException("The log refused an event of the grocer.");
            }
        }
        JdbcClient database = server.part(JdbcClient.class);
        long head =
                database.sql("select position from log_head").query(Long.class).single();
        Instant end = Instant.now().plus(PATIENCE);
        while (database.sql("select position from watch").query(Long.class).single() < head) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The watch did not come so far in %s.".formatted(PATIENCE));
            }
            Thread.sleep(50);
        }
    }

    private static IncomingEvent incoming(Told told) {
        EventRow row = EventRows.of(told.event());
        Map<String, String> attributes = new HashMap<>(row.attributes());
        if (told.text() != null) {
            attributes.put("text", told.text());
        }
        return IncomingEvent.of(new EventRow(
                row.eventId(),
                row.customer(),
                BRAND,
                row.time(),
                row.type(),
                row.ref(),
                row.amount(),
                row.currency(),
                row.kind(),
                row.severity(),
                attributes));
    }

    /** One customer whom tests know by name. */
    private static IncomingEvent incoming(String ref, Instant time, String type, Map<String, String> attributes) {
        return IncomingEvent.of(new EventRow(
                "known-" + ref, "Ada/Известная", BRAND, time, type, ref, null, null, null, null, attributes));
    }
}
