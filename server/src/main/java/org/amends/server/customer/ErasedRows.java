package org.amends.server.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.EventType;
import org.amends.event.RowReading;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites events so that they count as before and tell nothing of a person: no text, no reference, no attribute, no free word,
 * another id. What is left is what kind of event it was, when, and its amount and severity, which statistics rest on.
 */
final class ErasedRows {

    private static final String NOTHING = "erased";

    /** Their kinds come from a catalogue; those of other types may be any word. */
    private static final Set<String> KINDS_KEPT = Set.of(
            EventType.FAILURE.stableName(),
            EventType.COMPLAINT.stableName(),
            EventType.MEMBERSHIP_CHANGED.stableName(),
            EventType.REPLY_SENT.stableName(),
            EventType.FEEDBACK.stableName());

    /** What some types cannot be read without; a number, so nobody's words. */
    private static final List<String> NUMBERS = List.of("value");

    private ErasedRows() {}

    /** The row of the same event without the person. */
    static EventRow of(EventRow row, String eventId, String customer) {
        List<EventRow> candidates = new ArrayList<>();
        String kind = KINDS_KEPT.contains(String.valueOf(row.type())) ? row.kind() : null;
        for (Map<String, String> attributes : List.of(Map.<String, String>of(), numbers(row))) {
            candidates.add(bare(row, eventId, customer, null, kind, attributes));
            candidates.add(bare(row, eventId, customer, null, kind == null ? NOTHING : kind, attributes));
            candidates.add(bare(row, eventId, customer, NOTHING, kind, attributes));
            candidates.add(bare(row, eventId, customer, NOTHING, kind == null ? NOTHING : kind, attributes));
        }
        return candidates.stream()
                .filter(each -> EventRowReader.read(each) instanceof RowReading.Accepted)
                .findFirst()
                // A type that can be read in none of these ways tells that it was a visit.
                .orElseGet(() -> visit(row, eventId, customer));
    }

    private static Map<String, String> numbers(EventRow row) {
        Map<String, String> numbers = new HashMap<>();
        for (String name : NUMBERS) {
            String value = row.attributes().get(name);
            if (value != null && isNumber(value)) {
                numbers.put(name, value);
            }
        }
        return numbers;
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).precision() > 0;
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private static EventRow bare(
            EventRow row,
            String eventId,
            String customer,
            @Nullable String ref,
            @Nullable String kind,
            Map<String, String> attributes) {
        return new EventRow(
                eventId,
                customer,
                row.brand(),
                row.time(),
                row.type(),
                ref,
                row.amount(),
                row.currency(),
                kind,
                row.severity(),
                attributes);
    }

    private static EventRow visit(EventRow row, String eventId, String customer) {
        return new EventRow(
                eventId,
                customer,
                row.brand(),
                row.time(),
                EventType.VISIT.stableName(),
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }
}
