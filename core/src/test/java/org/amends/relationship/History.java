package org.amends.relationship;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.jspecify.annotations.Nullable;

/** Writes a history as a person would: one line an event, {@code day type key=value ...}; ids are line numbers. */
final class History {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private History() {}

    static Instant day(double day) {
        return START.plusMillis(Math.round(day * 86_400_000));
    }

    static List<Event> of(String text) {
        List<Event> events = new ArrayList<>();
        int number = 0;
        for (String line : text.strip().lines().toList()) {
            events.add(event(line.strip(), "e" + ++number));
        }
        return events;
    }

    private static Event event(String line, String id) {
        String[] words = line.split("\\s+", -1);
        Map<String, String> values = new HashMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            values.put(pair[0], pair[1]);
        }
        EventRow row = new EventRow(
                values.getOrDefault("id", id),
                "c1",
                null,
                day(Double.parseDouble(words[0])),
                words[1],
                values.remove("ref"),
                number(values.remove("amount")),
                values.remove("currency"),
                values.remove("kind"),
                values.containsKey("severity") ? Double.valueOf(values.remove("severity")) : null,
                values);
        RowReading reading = EventRowReader.read(row);
        if (reading instanceof RowReading.Accepted accepted) {
            return accepted.event();
        }
        throw new IllegalArgumentException(line + ": " + reading);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
