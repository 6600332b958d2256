package org.amends.format.event;

import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.Columns.Spoiled;
import org.amends.format.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads events from JSON: CloudEvents in structured mode, or the bare event columns in one object. In a CloudEvent the
 * columns in {@code data} win over the envelope: {@code customer} over {@code subject}, {@code event_id} over {@code id},
 * {@code time} over {@code time}, {@code type} over {@code type}. A type may have the prefix {@code org.amends.} or not.
 */
public final class EventJsonReader {

    private EventJsonReader() {}

    /** What came of reading one JSON object as columns. */
    public sealed interface Reading {

        /** The object is this row, which may still be no event. */
        record Row(EventRow row) implements Reading {}

        /** The object cannot be a row. */
        record Refused(RowReading.Rejected why) implements Reading {}
    }

    /** The event in one JSON object, or why there is none. */
    public static RowReading read(String json) {
        return switch (row(json)) {
            case Reading.Row(EventRow row) -> EventRowReader.read(row);
            case Reading.Refused(RowReading.Rejected why) -> why;
        };
    }

    /** The columns in one JSON object, or why there are none. */
    public static Reading row(String json) {
        return switch (JsonText.read(json)) {
            case JsonText.Reading.Value(JsonNode value) -> row(value);
            case JsonText.Reading.Broken(int column, String reason) ->
                refused(
                        "column " + column,
                        reason,
                        "Maybe a quote, comma or bracket is amiss, or the object goes over several lines.");
        };
    }

    /** The columns in a JSON value that has been read already, or why there are none. */
    public static Reading row(JsonNode value) {
        if (!value.isObject()) {
            return refused(
                    "event",
                    "the event is %s".formatted(JsonText.shown(value)),
                    "Maybe write one object for each event.");
        }
        try {
            JsonNode data = data(value);
            return new Reading.Row(data == null ? new Columns(value, null).row() : new Columns(data, value).row());
        } catch (Spoiled spoiled) {
            return new Reading.Refused(spoiled.rejected());
        }
    }

    /** The object that holds the columns of a CloudEvent, or null when the object is no CloudEvent. */
    private static @Nullable JsonNode data(JsonNode event) {
        JsonNode version = event.get("specversion");
        JsonNode data = event.get("data");
        if (version == null && data == null) {
            return null;
        }
        if (version != null && !(version.isString() && version.stringValue().startsWith("1."))) {
            throw new Spoiled(
                    "specversion",
                    "specversion is %s".formatted(JsonText.shown(version)),
                    "CloudEvents of version \"1.0\" are read.");
        }
        if (event.has("data_base64")) {
            throw new Spoiled("data_base64", "data is in base64", "Write data as a JSON object.");
        }
        if (data == null || data.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!data.isObject()) {
            throw new Spoiled(
                    "data", "data is %s".formatted(JsonText.shown(data)), "Write the event columns as an object.");
        }
        return data;
    }

    private static Reading refused(String column, String reason, String remedy) {
        return new Reading.Refused(new RowReading.Rejected(column, reason, remedy));
    }
}
