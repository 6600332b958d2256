package org.amends.language.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.amends.language.reading.Evidence;
import org.amends.language.reading.Judgement;
import org.amends.language.reading.Labels;
import org.amends.language.reading.MessageKind;
import org.amends.language.reading.Questions;
import org.amends.language.reading.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes readings, one JSON object on one line: the labels, the facts, and under "why" what shows each label and how surely. */
public final class ReadingJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int PLACES = 3;

    private ReadingJson() {}

    /** A reading. */
    public static String of(Reading reading) {
        StringWriter line = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("id", reading.id());
            json.writeStringProperty("lang", reading.language().code());
            labels(json, reading.labels());
            FactsJson.write(json, reading.facts(), reading.quoted());
            json.writeStringProperty("route", Questions.name(reading.route()));
            json.writeObjectPropertyStart("why");
            judged(json, "lang", new Judgement(reading.language().confidence(), List.of()));
            reading.judgements().forEach((label, judgement) -> judged(json, label, judgement));
            json.writeEndObject();
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void labels(JsonGenerator json, Labels labels) {
        MessageKind kind = labels.kind();
        if (kind != null) {
            json.writeStringProperty("kind", Questions.name(kind));
        }
        json.writeBooleanProperty("is_complaint", labels.complaint());
        json.writeStringProperty("motive", Questions.name(labels.motive()));
        strings(json, "failure_types", labels.failures());
        json.writeStringProperty("severity", Questions.name(labels.severity()));
        json.writeNumberProperty("hostility", labels.hostility());
        json.writeBooleanProperty("repeat_contact", labels.repeatContact());
        number(json, "loyalty_years", labels.loyaltyYears());
        json.writeStringProperty("self_relevance", Questions.name(labels.selfRelevance()));
        json.writeStringProperty("leaving", Questions.name(labels.leaving()));
        text(json, "competitor_mentioned", labels.competitor());
        json.writeBooleanProperty("legal_threat", labels.legalThreat());
        json.writeBooleanProperty("public_threat", labels.publicThreat());
        json.writeBooleanProperty("safety_flag", labels.safety());
        json.writeBooleanProperty("vulnerable", labels.vulnerable());
        strings(json, "preferences", labels.preferences());
        strings(json, "requested_remedy", labels.remedies());
    }

    private static void judged(JsonGenerator json, String label, Judgement judgement) {
        json.writeObjectPropertyStart(label);
        json.writeNumberProperty("confidence", rounded(judgement.confidence()));
        json.writeArrayPropertyStart("words");
        for (Evidence evidence : judgement.words()) {
            json.writeString(evidence.words());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, rounded(value));
        }
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(PLACES, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }
}
