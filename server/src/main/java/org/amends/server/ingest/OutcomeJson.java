package org.amends.server.ingest;

import java.io.ByteArrayOutputStream;
import org.amends.event.RowReading.Rejected;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what became of events. A refusal is a problem detail (RFC 9457) with the place and the remedy. */
final class OutcomeJson {

    /** The type of a refused event's problem. */
    static final String REFUSED_TYPE = "/problems/event-rejected";

    static final String REFUSED_TITLE = "Event rejected";
    static final int REFUSED_STATUS = 422;

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int BYTES_FOR_ONE = 100;

    /** What writes the members of an object. */
    interface Members {
        void write(JsonGenerator json);
    }

    private OutcomeJson() {}

    /** An object with these members, as bytes. */
    static byte[] object(int bytes, Members members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** The answer to a single event that is in the log. */
    static byte[] one(Outcome outcome) {
        return object(BYTES_FOR_ONE, json -> members(json, outcome));
    }

    /** The answer to a single event that was refused: the problem itself. */
    static byte[] problem(@Nullable String id, Rejected why) {
        return object(2 * BYTES_FOR_ONE, json -> {
            problemMembers(json, why);
            if (id != null) {
                json.writeStringProperty("id", id);
            }
        });
    }

    /** The answer to many: counts, and a result for each in its order. */
    static byte[] many(Outcomes outcomes) {
        return object(BYTES_FOR_ONE * (outcomes.all().size() + 1), json -> {
            counts(json, outcomes);
            json.writeArrayPropertyStart("results");
            for (int i = 0; i < outcomes.all().size(); i++) {
                result(json, "index", i, outcomes.all().get(i));
            }
            json.writeEndArray();
        });
    }

    static void counts(JsonGenerator json, Outcomes outcomes) {
        json.writeNumberProperty("accepted", outcomes.accepted());
        json.writeNumberProperty("duplicate", outcomes.duplicate());
        json.writeNumberProperty("rejected", outcomes.refused());
        if (outcomes.ignored() > 0) {
            json.writeNumberProperty("ignored", outcomes.ignored());
        }
    }

    /** One result within a list, with its place there. */
    static void result(JsonGenerator json, String place, long number, Outcome outcome) {
        json.writeStartObject();
        json.writeNumberProperty(place, number);
        members(json, outcome);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Outcome outcome) {
        String id = outcome.id();
        if (id != null) {
            json.writeStringProperty("id", id);
        }
        switch (outcome) {
            case Outcome.Accepted(String ignored, long position) -> stored(json, "accepted", position);
            case Outcome.Duplicate(String ignored, long position) -> stored(json, "duplicate", position);
            case Outcome.Ignored(String ignored, String why) -> {
                json.writeStringProperty("status", "ignored");
                json.writeStringProperty("reason", why);
            }
            case Outcome.Refused(String ignored, Rejected why) -> {
                json.writeStringProperty("status", "rejected");
                json.writeObjectPropertyStart("problem");
                problemMembers(json, why);
                json.writeEndObject();
            }
        }
    }

    private static void stored(JsonGenerator json, String status, long position) {
        json.writeStringProperty("status", status);
        json.writeNumberProperty("position", position);
    }

    private static void problemMembers(JsonGenerator json, Rejected why) {
        json.writeStringProperty("type", REFUSED_TYPE);
        json.writeStringProperty("title", REFUSED_TITLE);
        json.writeNumberProperty("status", REFUSED_STATUS);
        json.writeStringProperty("detail", why.reason() + ".");
        json.writeStringProperty("place", why.column());
        json.writeStringProperty("remedy", why.remedy());
    }
}
