package org.amends.format.table;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.amends.event.Spelling;
import org.amends.format.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * A mapping as one JSON object: {@code columns} (event column to column of the table), {@code constants} (event column to value)
 * and {@code left_out} (a list of columns of the table).
 */
public final class EventMappingJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final String PLACE = "mapping";
    private static final Set<String> MEMBERS = Set.of("columns", "constants", "left_out");

    private EventMappingJson() {}

    /**
     * Reads a mapping.
     *
     * @throws TableFormatException when it is none
     */
    public static EventMapping read(String json) {
        if (!(JsonText.read(json) instanceof JsonText.Reading.Value(JsonNode value)) || !value.isObject()) {
            throw new TableFormatException(
                    PLACE, "this is no JSON object", "Write {\"columns\": {\"customer\": \"CustomerID\"}}.");
        }
        for (String member : value.propertyNames()) {
            if (!MEMBERS.contains(member)) {
                throw new TableFormatException(
                        PLACE,
                        "%s is not known".formatted(JsonText.quoted(member)),
                        "Maybe %s.".formatted(Spelling.nearest(member, new TreeSet<>(MEMBERS))));
            }
        }
        return new EventMapping(texts(value, "columns"), texts(value, "constants"), names(value.get("left_out")));
    }

    private static Map<String, String> texts(JsonNode mapping, String member) {
        JsonNode texts = mapping.get(member);
        Map<String, String> read = new HashMap<>();
        if (texts == null || texts.isNull()) {
            return read;
        }
        if (!texts.isObject()) {
            throw new TableFormatException(
                    PLACE, "%s is %s".formatted(member, JsonText.shown(texts)), "Write an object of names and texts.");
        }
        for (Map.Entry<String, JsonNode> each : texts.properties()) {
            if (!EventMapping.COLUMNS.contains(each.getKey())) {
                throw new TableFormatException(
                        PLACE,
                        "%s is no event column".formatted(JsonText.quoted(each.getKey())),
                        "Maybe %s.".formatted(Spelling.nearest(each.getKey(), EventMapping.COLUMNS)));
            }
            if (!each.getValue().isString()) {
                throw new TableFormatException(
                        PLACE, "%s is %s".formatted(each.getKey(), JsonText.shown(each.getValue())), "Write a text.");
            }
            read.put(each.getKey(), each.getValue().stringValue());
        }
        return read;
    }

    private static Set<String> names(@Nullable JsonNode list) {
        Set<String> names = new HashSet<>();
        if (list == null || list.isNull()) {
            return names;
        }
        if (!list.isArray()) {
            throw new TableFormatException(
                    PLACE, "left_out is %s".formatted(JsonText.shown(list)), "Write a list of column names.");
        }
        for (JsonNode each : list) {
            if (!each.isString()) {
                throw new TableFormatException(
                        PLACE, "left_out holds %s".formatted(JsonText.shown(each)), "Write a list of column names.");
            }
            names.add(each.stringValue());
        }
        return names;
    }

    /** The mapping on one line, always in the same order. */
    public static String write(EventMapping mapping) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            texts(json, "columns", mapping.sources());
            texts(json, "constants", mapping.constants());
            json.writeArrayPropertyStart("left_out");
            new TreeSet<>(mapping.leftOut()).forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void texts(JsonGenerator json, String member, Map<String, String> texts) {
        json.writeObjectPropertyStart(member);
        new TreeMap<>(texts).forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
