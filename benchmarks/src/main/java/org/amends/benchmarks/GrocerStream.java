package org.amends.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.amends.event.EventRow;
import org.amends.store.log.IncomingEvent;

/**
 * Made-up events as a shop sends them: in order of time, of customers in no order; nineteen of twenty are purchases, the others
 * failures and complaints with a text.
 */
final class GrocerStream {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TEXT = "The bananas in my order were green again, and nobody answered the telephone.";

    private static final long MILLIS_BETWEEN = 2_000;
    private static final int EVENTS_EACH = 20;

    private final SplittableRandom random;
    private final int customers;
    private final String prefix;
    private long number;

    /** A stream of so many customers; its seed also keeps its ids apart from those of others. */
    GrocerStream(long seed, int customers) {
        this.random = new SplittableRandom(seed);
        this.customers = customers;
        this.prefix = "%08x-".formatted(seed);
    }

    /** The next events, ready for the log; for any number of threads. */
    List<IncomingEvent> next(int count) {
        List<EventRow> rows = rows(count);
        List<IncomingEvent> events = new ArrayList<>(count);
        for (EventRow row : rows) {
            events.add(IncomingEvent.of(row));
        }
        return events;
    }

    /** The same, but of customers of twenty events each, one after another; for one thread. */
    List<IncomingEvent> nextByCustomer(int count) {
        List<IncomingEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long serial = number;
            Instant time = START.plusSeconds(serial % EVENTS_EACH * 86_400);
            events.add(IncomingEvent.of(row("new-%d".formatted(serial / EVENTS_EACH), time)));
        }
        return events;
    }

    synchronized List<EventRow> rows(int count) {
        List<EventRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant time = START.plusMillis(number * MILLIS_BETWEEN);
            rows.add(row("customer-" + random.nextInt(customers), time));
        }
        return rows;
    }

    private EventRow row(String customer, Instant time) {
        long serial = number++;
        boolean trouble = random.nextInt(20) == 0;
        boolean complaint = trouble && random.nextBoolean();
        return new EventRow(
                prefix + serial,
                customer,
                null,
                time,
                complaint ? "complaint" : trouble ? "failure" : "purchase",
                "order-" + serial,
                BigDecimal.valueOf(random.nextInt(500, 15_000), 2),
                "EUR",
                trouble ? "late_delivery" : "grocery",
                trouble ? 0.4 : null,
                complaint ? Map.of("text", TEXT, "channel", "mail") : Map.of("channel", "web"));
    }
}
