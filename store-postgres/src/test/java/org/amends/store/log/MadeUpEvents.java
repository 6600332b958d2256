package org.amends.store.log;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.amends.event.EventRow;
import org.amends.event.EventType;

/** Seeded events of some customers, of every type, in the order of their times; moments coincide now and then. */
final class MadeUpEvents {

    static final Instant START = Instant.parse("2025-03-20T00:00:00Z");

    private final SplittableRandom random;
    private long number;

    MadeUpEvents(long seed) {
        this.random = new SplittableRandom(seed);
    }

    List<IncomingEvent> next(int count, int customers) {
        List<IncomingEvent> events = new ArrayList<>(count);
        Instant time = START;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) != 0) {
                time = time.plusSeconds(random.nextLong(40_000));
            }
            events.add(IncomingEvent.of(row("c" + random.nextInt(customers), time)));
        }
        return events;
    }

    static IncomingEvent purchase(String id, String customer, Instant time, String amount) {
        return IncomingEvent.of(new EventRow(
                id,
                customer,
                null,
                time,
                "purchase",
                null,
                amount == null ? null : new BigDecimal(amount),
                "EUR",
                null,
                null,
                Map.of()));
    }

    private EventRow row(String customer, Instant time) {
        EventType type = EventType.values()[random.nextInt(EventType.values().length)];
        type = type == EventType.ERASED ? EventType.PURCHASE : type;
        return new EventRow(
                // Ids that do not follow time, so that the order of one moment differs from the order of arrival.
                Long.toString(random.nextLong(1L << 40), 36) + "-" + number++,
                customer,
                null,
                time,
                type.stableName(),
                "r" + random.nextInt(3),
                random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(10_000), 2),
                "EUR",
                kind(type),
                random.nextBoolean() ? null : random.nextInt(100) / 100.0,
                type == EventType.FEEDBACK ? Map.of("value", "0.5") : attributes());
    }

    private String kind(EventType type) {
        return switch (type) {
            case MEMBERSHIP_CHANGED -> "gold";
            case REPLY_SENT -> "answer";
            case FEEDBACK -> "unit";
            case REMEDY_GIVEN -> "refund";
            default -> "late_delivery";
        };
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        if (random.nextInt(3) == 0) {
            attributes.put("text", "Où est ma commande n° " + random.nextInt(1000) + " ?");
            attributes.put("about", "r" + random.nextInt(3));
        }
        return attributes;
    }
}
