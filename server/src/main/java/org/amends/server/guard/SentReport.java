package org.amends.server.guard;

import java.util.List;
import org.amends.event.Spelling;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a shop tells about a candidate after the guard answered.
 *
 * @param request the id of the request
 * @param candidate the id of the candidate
 * @param outcome what became of it; null where only told that it was wrong
 * @param by who decided; null where not said
 * @param wrong whether the customer reports that it was wrong; null where not said
 */
record SentReport(
        String request,
        String candidate,
        @Nullable SentOutcome outcome,
        @Nullable String by,
        @Nullable Boolean wrong) {

    private static final List<String> FIELDS = List.of("request", "candidate", "outcome", "by", "wrong");

    /** What came of reading one. */
    sealed interface Reading {

        /** It is one. */
        record Understood(SentReport report) implements Reading {}

        /** It is none. */
        record Refused(@Nullable String request, @Nullable String candidate, String reason, String remedy)
                implements Reading {}
    }

    static Reading read(JsonNode json) {
        if (!json.isObject()) {
            return new Reading.Refused(
                    null, null, "this is no object", "Write {\"request\": ..., \"candidate\": ...}.");
        }
        String request = text(json, "request");
        String candidate = text(json, "candidate");
        for (String name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                return new Reading.Refused(
                        request,
                        candidate,
                        "the field \"%s\" is not known".formatted(name),
                        "Maybe %s.".formatted(Spelling.nearest(name, FIELDS)));
            }
        }
        if (request == null || candidate == null) {
            return new Reading.Refused(
                    request,
                    candidate,
                    (request == null ? "request" : "candidate") + " is missing",
                    "Name the request and the candidate by the ids that the guard was asked with.");
        }
        return told(json, request, candidate);
    }

    private static Reading told(JsonNode json, String request, String candidate) {
        boolean isTold = json.hasNonNull("outcome");
        SentOutcome outcome = SentOutcome.of(String.valueOf(text(json, "outcome")));
        JsonNode wrong = json.hasNonNull("wrong") ? json.get("wrong") : null;
        boolean isUnread = isTold && outcome == null;
        if (isUnread || (wrong != null && !wrong.isBoolean())) {
            return new Reading.Refused(
                    request,
                    candidate,
                    isUnread ? "outcome is " + json.get("outcome") : "wrong is " + wrong,
                    "Outcomes are %s; wrong is true or false.".formatted(SentOutcome.tags()));
        }
        if (outcome == null && wrong == null) {
            return new Reading.Refused(
                    request,
                    candidate,
                    "there is neither outcome nor wrong",
                    "Tell what became of it, or that it was wrong.");
        }
        return new Reading.Understood(new SentReport(
                request,
                candidate,
                outcome,
                text(json, "by"),
                wrong == null ? null : Boolean.valueOf(wrong.booleanValue())));
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isString() || value.isNumber() ? value.asString() : null;
    }
}
