package org.amends.format.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.amends.event.EventRow;
import org.amends.event.RowReading.Rejected;
import org.amends.format.event.EventJsonReader;
import org.amends.format.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes event columns of the fields of a table's rows. */
public final class EventRowMaker {

    private static final int DAY = 10;
    private static final int LONGEST_NUMBER = 100;
    private static final int SHOWN = 60;

    /** Three digits after a comma may be thousands, so they are not guessed at. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d*,(?!\\d{3}$)\\d+");

    private final EventMapping mapping;
    private final ZoneId zone;

    /** What came of a row. */
    public sealed interface Reading {

        /** The row is these columns, which may still be no event. */
        record Row(EventRow row) implements Reading {}

        /**
         * The row cannot be columns.
         *
         * @param value what was found at the place, shortened
         */
        record Refused(Rejected why, String value) implements Reading {}
    }

    /** A field that spoils its row; caught in {@link #row} and nowhere else. */
    private static final class Spoiled extends RuntimeException {
        private final transient Reading.Refused refused;

        Spoiled(String column, String value, String remedy) {
            super(remedy, null, false, false);
            this.refused = new Reading.Refused(
                    new Rejected(column, "%s is \"%s\"".formatted(column, shown(value)), remedy), shown(value));
        }
    }

    /**
     * A maker of the rows of one table.
     *
     * @param zone in which times are that name none
     */
    public EventRowMaker(EventMapping mapping, ZoneId zone) {
        this.mapping = mapping;
        this.zone = zone;
    }

    /** The event columns of a row. */
    public Reading row(Map<String, String> fields) {
        try {
            return new Reading.Row(made(fields));
        } catch (Spoiled spoiled) {
            return spoiled.refused;
        }
    }

    /** What a row holds where a refusal found fault, shortened; empty when it holds nothing. */
    public String valueAt(Map<String, String> fields, String column) {
        String value = EventMapping.COLUMNS.contains(column) ? mapping.value(fields, column) : fields.get(column);
        return value == null ? "" : shown(value);
    }

    private EventRow made(Map<String, String> fields) {
        String id = mapping.value(fields, "event_id");
        BigDecimal severity = decimal(fields, "severity");
        return new EventRow(
                id != null ? id : madeId(fields),
                mapping.value(fields, "customer"),
                mapping.value(fields, "brand"),
                time(fields),
                mapping.value(fields, "type"),
                mapping.value(fields, "ref"),
                decimal(fields, "amount"),
                mapping.value(fields, "currency"),
                mapping.value(fields, "kind"),
                severity == null ? null : severity.doubleValue(),
                attributes(fields));
    }

    /** An id for a row that has none: the same row always has the same, so that a file may be sent again. */
    private String madeId(Map<String, String> fields) {
        String content = new TreeMap<>(fields) + "|" + new TreeMap<>(mapping.constants());
        return "row-" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Instant time(Map<String, String> fields) {
        String text = mapping.value(fields, "time");
        if (text == null) {
            return null;
        }
        String iso = text.length() > DAY && text.charAt(DAY) == ' '
                ? text.substring(0, DAY) + 'T' + text.substring(DAY + 1).strip()
                : text;
        try {
            if (iso.length() == DAY) {
                return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
            }
            return hasZone(iso)
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException notATime) {
            throw new Spoiled("time", text, "Write it as 2026-03-01T12:00:00Z, or 2026-03-01 12:00.");
        }
    }

    private static boolean hasZone(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+', DAY) > 0 || iso.indexOf('-', DAY) > 0;
    }

    private @Nullable BigDecimal decimal(Map<String, String> fields, String column) {
        String text = mapping.value(fields, column);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text);
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as a number that is too long is.
        }
        throw new Spoiled(column, text, "Write a number such as 12.50, without currency and thousands separator.");
    }

    private Map<String, String> attributes(Map<String, String> fields) {
        Map<String, String> attributes = new HashMap<>();
        fields.forEach((name, value) -> {
            if (!mapping.sources().containsValue(name) && !mapping.leftOut().contains(name) && !value.isBlank()) {
                attributes.put(name, value);
            }
        });
        String given = mapping.value(fields, "attributes");
        if (given != null) {
            attributes.putAll(fromJson(given));
        }
        return attributes;
    }

    private static Map<String, String> fromJson(String given) {
        if (JsonText.read(given) instanceof JsonText.Reading.Value(JsonNode json) && json.isObject()) {
            ObjectNode columns = JsonNodeFactory.instance.objectNode();
            columns.set("attributes", json);
            if (EventJsonReader.row(columns) instanceof EventJsonReader.Reading.Row(EventRow row)) {
                return row.attributes();
            }
        }
        throw new Spoiled("attributes", given, "Write a JSON object, for example {\"stable\": true}.");
    }

    private static String shown(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "...";
    }
}
