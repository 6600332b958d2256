package org.amends.guard.json;

import java.io.StringWriter;
import org.amends.guard.substitution.CandidateVerdict;
import org.amends.guard.substitution.Reason;
import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes answers, one JSON object on one line. */
public final class AnswerJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int PLACES = 100;

    private AnswerJson() {}

    /** An answer. */
    public static String of(SubstitutionAnswer answer) {
        StringWriter line = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("id", answer.id());
            json.writeArrayPropertyStart("verdicts");
            for (CandidateVerdict verdict : answer.verdicts()) {
                write(json, verdict);
            }
            json.writeEndArray();
            writeOrNull(json, "best", answer.best());
            json.writeEndObject();
        }
        return line.toString();
    }

    /** The answer to a request that could not be used: ask about everything that it names. */
    public static String of(RequestReading.Refused refused) {
        return asked(
                refused.id(),
                refused.candidates(),
                "bad_input",
                refused.place() + ": " + refused.reason() + ". " + refused.remedy(),
                refused);
    }

    /** The safe answer: to ask about all candidates, for a reason that lies outside of them. */
    public static String asked(@Nullable String id, Iterable<String> candidates, String rule, String evidence) {
        return asked(id, candidates, rule, evidence, null);
    }

    private static String asked(
            @Nullable String id,
            Iterable<String> candidates,
            String rule,
            String evidence,
            RequestReading.@Nullable Refused error) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            writeOrNull(json, "id", id);
            json.writeArrayPropertyStart("verdicts");
            for (String candidate : candidates) {
                Reason reason = new Reason(Verdict.ASK, rule, evidence, 1);
                write(
                        json,
                        new CandidateVerdict(
                                candidate,
                                Verdict.ASK,
                                java.util.List.of(reason),
                                1,
                                "The customer has to be asked first."));
            }
            json.writeEndArray();
            json.writeNullProperty("best");
            if (error != null) {
                json.writeObjectPropertyStart("error");
                json.writeStringProperty("place", error.place());
                json.writeStringProperty("reason", error.reason());
                json.writeStringProperty("remedy", error.remedy());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, CandidateVerdict verdict) {
        json.writeStartObject();
        json.writeStringProperty("id", verdict.id());
        json.writeStringProperty("verdict", verdict.verdict().name());
        json.writeArrayPropertyStart("reasons");
        for (Reason reason : verdict.reasons()) {
            json.writeStartObject();
            json.writeStringProperty("rule", reason.rule());
            json.writeStringProperty("evidence", reason.evidence());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("confidence", (double) Math.round(verdict.confidence() * PLACES) / PLACES);
        String why = verdict.whyNotBest();
        if (why != null) {
            json.writeStringProperty("why_not_best", why);
        }
        json.writeEndObject();
    }

    private static void writeOrNull(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
