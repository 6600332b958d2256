package org.amends.format.event;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.amends.event.EventRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * What a row holds besides who, when, which and its type, as one JSON object: for stores that have columns for those. The same
 * row gives the same text, and reading gives back every value, text that is no valid Unicode included.
 */
public final class EventData {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** For text that UTF-8 cannot hold. */
    private static final JsonFactory ASCII_JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private EventData() {}

    /** The object as text, which holds neither NUL nor half a character. */
    public static String write(EventRow row) {
        String text = write(row, JSON);
        return isUnicode(text) ? text : write(row, ASCII_JSON);
    }

    /** Whether the text is whole characters throughout, as UTF-8 demands. */
    public static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The row that was written, with who, when, which and its type added.
     *
     * @throws IllegalArgumentException when the text was not written by {@link #write}
     */
    public static EventRow read(
            String data, String eventId, String customer, @Nullable String brand, Instant time, String type) {
        String ref = null;
        BigDecimal amount = null;
        String currency = null;
        String kind = null;
        Double severity = null;
        Map<String, String> attributes = Map.of();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), data)) {
            expect(json, JsonToken.START_OBJECT);
            String name = json.nextName();
            while (name != null) {
                json.nextToken();
                switch (name) {
                    case "ref" -> ref = json.getString();
                    case "amount" -> amount = new BigDecimal(json.getString());
                    case "currency" -> currency = json.getString();
                    case "kind" -> kind = json.getString();
                    case "severity" -> severity = Double.valueOf(json.getString());
                    case "attributes" -> attributes = attributes(json);
                    default ->
                        throw new IllegalArgumentException(
                                "Event %s holds \"%s\", which no event column is named.".formatted(eventId, name));
                }
                name = json.nextName();
            }
        }
        return new EventRow(eventId, customer, brand, time, type, ref, amount, currency, kind, severity, attributes);
    }

    private static Map<String, String> attributes(JsonParser json) {
        Map<String, String> attributes = new HashMap<>();
        String name = json.nextName();
        while (name != null) {
            json.nextToken();
            attributes.put(name, json.getString());
            name = json.nextName();
        }
        return attributes;
    }

    private static void expect(JsonParser json, JsonToken expected) {
        JsonToken token = json.nextToken();
        if (token != expected) {
            throw new IllegalArgumentException("Event data begin with %s instead of %s.".formatted(token, expected));
        }
    }

    private static String write(EventRow row, JsonFactory factory) {
        StringWriter text = new StringWriter(64);
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            text(json, "ref", row.ref());
            BigDecimal amount = row.amount();
            if (amount != null) {
                json.writeNumberProperty("amount", amount);
            }
            text(json, "currency", row.currency());
            text(json, "kind", row.kind());
            Double severity = row.severity();
            if (severity != null) {
                json.writeNumberProperty("severity", severity);
            }
            if (!row.attributes().isEmpty()) {
                json.writeObjectPropertyStart("attributes");
                new TreeMap<>(row.attributes()).forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
