package org.amends.format.policy;

import java.io.StringWriter;
import java.util.Locale;
import org.amends.format.policy.PolicyDiff.FieldChange;
import org.amends.format.policy.PolicyDiff.RowChange;
import org.amends.format.policy.PolicyDiff.ValueChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the difference of two policies as one JSON object. */
public final class PolicyDiffJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private PolicyDiffJson() {}

    /** One line, without a line feed. */
    public static String write(String before, String after, PolicyDiff diff) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("from", before);
            json.writeStringProperty("to", after);
            json.writeArrayPropertyStart("values");
            diff.values().forEach(change -> write(json, change));
            json.writeEndArray();
            json.writeArrayPropertyStart("failures");
            diff.failures().forEach(change -> write(json, "kind", change));
            json.writeEndArray();
            json.writeArrayPropertyStart("remedies");
            diff.remedies().forEach(change -> write(json, "element", change));
            json.writeEndArray();
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, ValueChange change) {
        json.writeStartObject();
        json.writeStringProperty("key", change.parameter().key());
        number(json, "before", PolicyNumber.text(change.before()));
        number(json, "after", PolicyNumber.text(change.after()));
        json.writeStringProperty("unit", change.parameter().unit().text());
        number(json, "default", PolicyNumber.text(change.parameter().defaultValue()));
        json.writeStringProperty(
                "confidence", change.parameter().confidence().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("evidence", change.parameter().evidence());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String named, RowChange change) {
        json.writeStartObject();
        json.writeStringProperty(named, change.name());
        json.writeStringProperty("change", change.way().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("fields");
        for (FieldChange field : change.fields()) {
            json.writeStartObject();
            json.writeStringProperty("field", field.field().stableName());
            write(json, "before", field.field().kind(), field.before());
            write(json, "after", field.field().kind(), field.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, FieldKind kind, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
            return;
        }
        switch (kind) {
            case TYPE, CONFIDENCE, TEXT -> json.writeStringProperty(name, kind.text(value));
            case SHARE, FLAG -> number(json, name, kind.text(value));
            case OWED -> {
                json.writeArrayPropertyStart(name);
                FieldKind.words(value).forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }

    /** A number or truth value as policies write it, which is JSON as well. */
    private static void number(JsonGenerator json, String name, String text) {
        json.writeName(name);
        json.writeRawValue(text);
    }
}
