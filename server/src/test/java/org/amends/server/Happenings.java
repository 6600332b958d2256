package org.amends.server;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.amends.event.EventRow;
import org.amends.store.log.EventLog;
import org.amends.store.log.IncomingEvent;
import org.amends.store.log.Outcome;

/** Makes things happen to a customer of a test. */
public final class Happenings {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final SharedServer server;
    private final String customer;
    private final String brand;

    public Happenings(SharedServer server, String customer, String brand) {
        this.server = server;
        this.customer = customer;
        this.brand = brand;
    }

    /** A customer whom no other test knows. */
    public static Happenings of(SharedServer server) {
        return new Happenings(server, "person-" + UUID.randomUUID(), null);
    }

    public String customer() {
        return customer;
    }

    /** Something of this type so many days ago, with an amount in euro where one is given. */
    public Happenings event(String type, double daysAgo, String ref, String kind, Double severity, String amount) {
        return event(type, daysAgo, ref, kind, severity, amount, Map.of());
    }

    public Happenings event(
            String type,
            double daysAgo,
            String ref,
            String kind,
            Double severity,
            String amount,
            Map<String, String> attributes) {
        Instant at = Instant.now().minusMillis(Math.round(daysAgo * 86_400_000)).truncatedTo(ChronoUnit.MICROS);
        List<Outcome> outcomes = server.part(EventLog.class)
                .append(List.of(IncomingEvent.of(new EventRow(
                        "event-" + UUID.randomUUID(),
                        customer,
                        brand,
                        at,
                        type,
                        ref,
                        amount == null ? null : new BigDecimal(amount),
                        amount == null ? null : "EUR",
                        kind,
                        severity,
                        attributes))));
        if (!(outcomes.getFirst() instanceof Outcome.Accepted)) {
            throw new IllegalStateException(outcomes.toString());
        }
        return this;
    }

    /** Buys every month for so many months, lately until yesterday. */
    public Happenings buysMonthly(int months) {
        for (int month = months; month >= 0; month--) {
            var unused = event("purchase", 30.0 * month + 1, "order-" + month, null, null, "40.00");
        }
        return this;
    }

    /** Waits until something is so. */
    public static void until(String what, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Within %s it did not happen that %s.".formatted(PATIENCE, what));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
