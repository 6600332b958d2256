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

    synchronized List<EventRow> rows(int count) {
        List<EventRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row());
        }
        return rows;
    }

    private EventRow row() {
        long serial = number++;
        boolean trouble = random.nextInt(20) == 0;
        boolean complaint = trouble && random.nextBoolean();
        return new EventRow(
                prefix + serial,
                "customer-" + random.nextInt(customers),
                null,
                START.plusMillis(serial * MILLIS_BETWEEN),
                complaint ? "complaint" : trouble ? "failure" : "purchase",
                "order-" + serial,
                BigDecimal.valueOf(random.nextInt(500, 15_000), 2),
                "EUR",
                trouble ? "late_delivery" : "grocery",
                trouble ? 0.4 : null,
                complaint ? Map.of("text", TEXT, "channel", "mail") : Map.of("channel", "web"));
    }
}
