package org.amends.cli.history;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.amends.format.json.JsonText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Objects as columns of text: numbers as they are written, objects and arrays as JSON. */
public final class JsonObject {

    static final JsonFactory JSON = new JsonFactory();

    /** Attributes that every CloudEvent carries and that say nothing of the relationship. */
    private static final Set<String> ENVELOPE =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data");

    private static final String OWN_TYPES = "org.amends.";

    private JsonObject() {}

    /**
     * The members of the object that the text holds, by name; members that are null are left out.
     *
     * @throws IllegalArgumentException when the text is no JSON object, with what is wrong in its message
     */
    public static Map<String, String> members(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is not an object");
            }
            Map<String, String> members = read(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the object");
            }
            return members;
        } catch (tools.jackson.core.JacksonException broken) {
            throw new IllegalArgumentException(JsonText.flaw(broken), broken);
        }
    }

    /** The members of the object at whose beginning the parser stands. */
    static Map<String, String> read(JsonParser parser) {
        Map<String, String> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                members.put(name, structure(parser));
            } else if (value != JsonToken.VALUE_NULL) {
                members.put(name, parser.getString());
            } else {
                members.remove(name);
            }
        }
        return members;
    }

    private static String structure(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    /**
     * The event columns of an object. A CloudEvent (it has a {@code specversion}) is taken out of its envelope: what its
     * {@code data} does not say is taken from {@code id}, {@code subject}, {@code time} and {@code type}.
     *
     * @throws IllegalArgumentException when a CloudEvent's data are text that is no JSON object
     */
    static Map<String, String> columns(Map<String, String> members) {
        if (!members.containsKey("specversion")) {
            return members;
        }
        Map<String, String> columns = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!ENVELOPE.contains(name)) {
                columns.put(name, value);
            }
        });
        putIfGiven(columns, "event_id", members.get("id"));
        putIfGiven(columns, "customer", members.get("subject"));
        putIfGiven(columns, "time", members.get("time"));
        putIfGiven(columns, "type", members.get("type"));
        String data = members.get("data");
        if (data != null) {
            columns.putAll(members(data));
        }
        columns.computeIfPresent(
                "type", (name, type) -> type.startsWith(OWN_TYPES) ? type.substring(OWN_TYPES.length()) : type);
        return columns;
    }

    private static void putIfGiven(
            Map<String, String> columns, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            columns.put(name, value);
        }
    }
}
