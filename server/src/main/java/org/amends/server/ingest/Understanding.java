package org.amends.server.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.event.RowReading.Rejected;
import org.amends.format.event.EventJsonReader;
import org.amends.format.event.EventLimits;
import org.amends.format.segment.SegmentCall;
import org.amends.format.segment.SegmentReader;
import org.amends.format.segment.SegmentReading;
import org.amends.store.log.IncomingEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Understands what was sent, under the limits of what is kept. Nothing here throws because of what was sent.
 *
 * @param brands which brands the sender may send events of; events without a brand have the empty one
 */
record Understanding(Predicate<String> brands) {

    /** The most that one event may take as it is written, in characters. */
    static final int LONGEST_EVENT = 256 * 1024;

    private static final Rejected ERASING = new Rejected(
            "type",
            "type is \"erased\"",
            "A person is erased through the customers' API, which also takes their words out of the log.");

    /** Understands an event, or a CloudEvent with the event columns in its data. */
    Sent event(JsonNode json, long length) {
        if (length > LONGEST_EVENT) {
            return tooLong(length);
        }
        return switch (EventJsonReader.row(json)) {
            case EventJsonReader.Reading.Refused(Rejected why) -> new Sent.Refused(id(json), why);
            case EventJsonReader.Reading.Row(EventRow row) -> row(row);
        };
    }

    /** The same from a line of its own. */
    Sent line(String line) {
        if (line.length() > LONGEST_EVENT) {
            return tooLong(line.length());
        }
        return switch (EventJsonReader.row(line)) {
            case EventJsonReader.Reading.Refused(Rejected why) -> new Sent.Refused(null, why);
            case EventJsonReader.Reading.Row(EventRow row) -> row(row);
        };
    }

    /** Understands columns. */
    Sent row(EventRow row) {
        return rows(row.eventId(), List.of(row));
    }

    /** Understands a Segment call. */
    Sent call(SegmentReader reader, JsonNode json, @Nullable SegmentCall named) {
        return switch (reader.read(json, named)) {
            case SegmentReading.Nothing(String id, String why) -> new Sent.Nothing(id, why);
            case SegmentReading.Refused(String id, Rejected why) -> new Sent.Refused(id, why);
            case SegmentReading.Rows(String id, List<EventRow> rows) -> rows(id, rows);
        };
    }

    private Sent rows(@Nullable String id, List<EventRow> rows) {
        List<IncomingEvent> events = new ArrayList<>(rows.size());
        for (EventRow row : rows) {
            Rejected beyond = EventLimits.exceeded(row);
            RowReading reading = beyond != null ? beyond : EventRowReader.read(row);
            Rejected why = refusal(row, reading);
            if (why != null) {
                return new Sent.Refused(id, why);
            }
            if (reading instanceof RowReading.Accepted(Event event)) {
                events.add(IncomingEvent.of(row, event));
            }
        }
        return new Sent.Events(id != null ? id : rows.getFirst().eventId(), events);
    }

    /** Why what was read is not taken, or null when it is. */
    private @Nullable Rejected refusal(EventRow row, RowReading reading) {
        return switch (reading) {
            case RowReading.Rejected why -> why;
            case RowReading.UnknownType(String type, String nearest) ->
                new Rejected(
                        "type",
                        "type is \"%s\", which is not known".formatted(type),
                        "Maybe \"%s\".".formatted(nearest));
            case RowReading.Accepted(Event.Erased ignored) -> ERASING;
            case RowReading.Accepted ignored -> {
                String brand = row.brand() == null || row.brand().isBlank() ? "" : row.brand();
                yield brands.test(brand) ? null : foreign(brand);
            }
        };
    }

    private static Rejected foreign(String brand) {
        return new Rejected(
                "brand",
                brand.isEmpty() ? "brand is empty" : "brand is \"%s\"".formatted(brand),
                "The token may send events of certain brands only. Take one that covers this brand.");
    }

    private static Sent tooLong(long length) {
        return new Sent.Refused(
                null,
                new Rejected(
                        "event",
                        "the event has %d characters".formatted(length),
                        "An event has at most %d.".formatted(LONGEST_EVENT)));
    }

    /** The id of an event that cannot be read otherwise, so that its sender knows which it was. */
    private static @Nullable String id(JsonNode json) {
        if (!json.isObject()) {
            return null;
        }
        JsonNode data = json.get("data");
        JsonNode id = data != null && data.isObject() && data.has("event_id") ? data.get("event_id") : null;
        if (id == null) {
            id = json.has("event_id") ? json.get("event_id") : json.get("id");
        }
        if (id == null || !id.isString()) {
            return null;
        }
        String text = id.stringValue();
        return text.length() <= EventLimits.LONGEST_NAME ? text : null;
    }
}
