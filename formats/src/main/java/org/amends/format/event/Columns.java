package org.amends.format.event;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.amends.event.EventRow;
import org.amends.event.RowReading;
import org.amends.format.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The event columns in one JSON object, and in the envelope round it where there is one. */
final class Columns {

    private static final Set<String> NAMES = Set.of(
            "event_id",
            "customer",
            "brand",
            "time",
            "type",
            "ref",
            "amount",
            "currency",
            "kind",
            "severity",
            "attributes");

    private static final int LONGEST_NUMBER = 100;

    /** Characters of a day as ISO 8601 writes it. */
    private static final int DAY = 10;

    private final JsonNode data;
    private final @Nullable JsonNode envelope;

    /** A column that spoils its row; caught in {@link EventJsonReader} and nowhere else. */
    static final class Spoiled extends RuntimeException {
        private final transient RowReading.Rejected rejected;

        Spoiled(String column, String reason, String remedy) {
            super(reason, null, false, false);
            this.rejected = new RowReading.Rejected(column, reason, remedy);
        }

        RowReading.Rejected rejected() {
            return rejected;
        }
    }

    Columns(JsonNode data, @Nullable JsonNode envelope) {
        this.data = data;
        this.envelope = envelope;
    }

    EventRow row() {
        BigDecimal severity = decimal("severity");
        return new EventRow(
                text("event_id", "id"),
                text("customer", "subject"),
                text("brand", null),
                time(),
                type(),
                text("ref", null),
                decimal("amount"),
                text("currency", null),
                text("kind", null),
                severity == null ? null : Double.valueOf(severity.toString()),
                attributes());
    }

    /** A value of the data, or else of the envelope; null counts as absent. */
    private @Nullable JsonNode value(String column, @Nullable String outside) {
        JsonNode value = data.get(column);
        if ((value == null || value.isNull()) && envelope != null && outside != null) {
            value = envelope.get(outside);
        }
        return value == null || value.isNull() ? null : value;
    }

    private @Nullable String text(String column, @Nullable String outside) {
        JsonNode value = value(column, outside);
        if (value == null) {
            return null;
        }
        if (value.isContainer()) {
            throw new Spoiled(column, "%s is %s".formatted(column, JsonText.shown(value)), "Write a text.");
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private @Nullable String type() {
        String type = text("type", "type");
        return type != null && type.startsWith(EventJsonWriter.TYPE_PREFIX)
                ? type.substring(EventJsonWriter.TYPE_PREFIX.length())
                : type;
    }

    private @Nullable Instant time() {
        String text = text("time", "time");
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(withT(text.strip())).toInstant();
        } catch (DateTimeException notATime) {
            throw new Spoiled(
                    "time",
                    "time is %s".formatted(JsonText.quoted(text)),
                    "Write a time with its zone, for example 2026-03-01T12:00:00Z.");
        }
    }

    /** Databases write a space between day and time. */
    private static String withT(String time) {
        return time.length() > DAY && time.charAt(DAY) == ' '
                ? time.substring(0, DAY) + 'T' + time.substring(DAY + 1)
                : time;
    }

    private @Nullable BigDecimal decimal(String column) {
        String text = text(column, null);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text.strip());
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as a number that is too long is.
        }
        throw new Spoiled(
                column,
                "%s is %s".formatted(column, JsonText.quoted(text)),
                "Write a number with a point, for example 12.50.");
    }

    /** Columns that are not known are attributes as well; those named as attributes win. */
    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (Map.Entry<String, JsonNode> column : data.properties()) {
            if (!NAMES.contains(column.getKey())) {
                put(attributes, column.getKey(), column.getValue());
            }
        }
        JsonNode given = value("attributes", null);
        if (given != null && given.isString() && !given.stringValue().isBlank()) {
            given = JsonText.read(given.stringValue()) instanceof JsonText.Reading.Value(JsonNode json) ? json : given;
        }
        if (given != null
                && !given.isObject()
                && !(given.isString() && given.stringValue().isBlank())) {
            throw new Spoiled(
                    "attributes",
                    "attributes is %s".formatted(JsonText.shown(given)),
                    "Write a JSON object, for example {\"stable\": true}.");
        }
        if (given != null && given.isObject()) {
            given.properties().forEach(entry -> put(attributes, entry.getKey(), entry.getValue()));
        }
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, JsonNode value) {
        if (!value.isNull()) {
            attributes.put(name, value.isString() ? value.stringValue() : value.toString());
        }
    }
}
