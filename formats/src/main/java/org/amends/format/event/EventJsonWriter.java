package org.amends.format.event;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeMap;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRows;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as CloudEvents 1.0.2 in structured JSON, one line each, always with the same fields in the same order: the
 * same event gives the same bytes. Who, when and which stand in the envelope, everything else in {@code data}.
 */
public final class EventJsonWriter {

    /** Stands before the stable name in a CloudEvent's {@code type}. */
    public static final String TYPE_PREFIX = "org.amends.";

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private static final Set<String> UNQUOTED = Set.of("controllable", "stable", "hostility", "quality", "value");

    private final String source;

    /**
     * A writer of the events of one source.
     *
     * @param source a URI reference to whoever recorded the events, for example {@code /shops/lyon}; not blank
     */
    public EventJsonWriter(String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank.");
        }
        this.source = source;
    }

    /** The event on one line, without a line feed. */
    public String write(Event event) {
        EventRow row = EventRows.of(event);
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", event.id().value());
            json.writeStringProperty("source", source);
            json.writeStringProperty("type", TYPE_PREFIX + event.type().stableName());
            json.writeStringProperty("subject", event.customer().value());
            json.writeStringProperty("time", event.time().toString());
            json.writeStringProperty("datacontenttype", "application/json");
            json.writeObjectPropertyStart("data");
            writeColumns(json, row);
            json.writeEndObject();
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void writeColumns(JsonGenerator json, EventRow row) {
        text(json, "brand", row.brand());
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
            new TreeMap<>(row.attributes()).forEach((name, value) -> attribute(json, name, value));
            json.writeEndObject();
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    /** Attributes of the project's own that hold numbers and truth values are written as such. */
    private static void attribute(JsonGenerator json, String name, String value) {
        json.writeName(name);
        if (UNQUOTED.contains(name)) {
            json.writeRawValue(value);
        } else {
            json.writeString(value);
        }
    }
}
