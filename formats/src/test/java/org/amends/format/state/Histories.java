package org.amends.format.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.EventType;
import org.amends.event.RowReading;

/** Seeded histories in which refs meet, moments coincide and every type of event occurs. */
final class Histories {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> REFS = List.of("a", "b", "c");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "JPY");
    private static final List<String> TIERS = List.of("silver", "gold");
    private static final List<String> FAILURES = List.of("late_delivery", "billing_error", "safety");

    private final SplittableRandom random;

    Histories(long seed) {
        this.random = new SplittableRandom(seed);
    }

    List<Event> next() {
        List<Event> events = new ArrayList<>();
        int length = random.nextInt(1, 40);
        for (int i = 0; i < length; i++) {
            events.add(event("e" + i));
        }
        return events;
    }

    private Event event(String id) {
        EventType type = anyType();
        boolean rated = type == EventType.FEEDBACK;
        EventRow row = new EventRow(
                id,
                "c\ud800",
                random.nextBoolean() ? null : "north",
                START.plusSeconds(86_400L * random.nextInt(20)).plusNanos(random.nextInt(3)),
                type.stableName(),
                needsRef(type) || random.nextBoolean() ? oneOf(REFS) : null,
                random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(10_000), 2),
                oneOf(CURRENCIES),
                kind(type),
                random.nextBoolean() ? null : random.nextDouble(),
                rated ? Map.of("value", String.valueOf(random.nextDouble())) : attributes());
        return switch (EventRowReader.read(row)) {
            case RowReading.Accepted(Event event) -> event;
            case RowReading.Rejected refused -> throw new IllegalStateException(row + ": " + refused);
            case RowReading.UnknownType unknown -> throw new IllegalStateException(row + ": " + unknown);
        };
    }

    /** Erasure ends what a history can show, so it comes seldom. */
    private EventType anyType() {
        EventType type = oneOf(List.of(EventType.values()));
        return type == EventType.ERASED && random.nextInt(10) != 0 ? EventType.PURCHASE : type;
    }

    private static boolean needsRef(EventType type) {
        return type == EventType.PROMISE_MADE || type == EventType.PROMISE_KEPT || type == EventType.PROMISE_BROKEN;
    }

    private String kind(EventType type) {
        return switch (type) {
            case MEMBERSHIP_CHANGED -> oneOf(TIERS);
            case REPLY_SENT -> oneOf(List.of("answer", "automatic", "explanation", "status_update"));
            case FEEDBACK -> "unit";
            case REMEDY_GIVEN -> oneOf(List.of("refund", "apology", "gift"));
            case VISIT -> oneOf(List.of("shop", "cancel_page"));
            default -> oneOf(FAILURES);
        };
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        if (random.nextBoolean()) {
            attributes.put("about", oneOf(REFS));
            attributes.put("quality", String.valueOf(random.nextDouble()));
            attributes.put("controllable", String.valueOf(random.nextBoolean()));
            attributes.put("hostility", String.valueOf(random.nextInt(4)));
        }
        return attributes;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
