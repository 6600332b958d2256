package org.amends.server.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How sure the machine was of what it read, and on which words that rests.
 *
 * @param judged by label
 */
public record ReadWords(Map<String, Judged> judged) {

    private static final JsonMapper JSON = new JsonMapper();

    /** How probable one label is, 0 to 1, and the words that show it. */
    public record Judged(double confidence, List<String> words) {}

    /** What stands before a kind of failure, and before what is asked for, where labels are many. */
    private static final String FAILURES = "failure_types.";

    private static final String REQUESTS = "requested_remedy.";

    /** Labels that the page shows and so marks the words of. */
    private static final List<String> SHOWN = List.of(
            "is_complaint",
            "motive",
            "severity",
            "hostility",
            "repeat_contact",
            "legal_threat",
            "public_threat",
            "safety_flag",
            "vulnerable",
            "leaving");

    /** Which label of the reader stands behind a sign of the form. */
    private static final Map<String, String> OF_SIGN = Map.of(
            "danger", "safety_flag",
            "vulnerable", "vulnerable",
            "repeated", "repeat_contact",
            "legal", "legal_threat",
            "public", "public_threat",
            "leaving", "leaving");

    /** What a kept reading says, or null where it is none. */
    static @Nullable ReadWords of(@Nullable String reading) {
        if (reading == null) {
            return null;
        }
        JsonNode why;
        try {
            why = JSON.readTree(reading).path("why");
        } catch (JacksonException unreadable) {
            return null;
        }
        Map<String, Judged> judged = new HashMap<>();
        why.properties().forEach(entry -> {
            List<String> words = new ArrayList<>();
            entry.getValue().path("words").forEach(word -> words.add(word.asString("")));
            judged.put(
                    entry.getKey(),
                    new Judged(entry.getValue().path("confidence").asDouble(0), words));
        });
        return new ReadWords(judged);
    }

    /** How sure it was of a label, or null where it said nothing of it. */
    public @Nullable Judged ofLabel(String label) {
        return judged.get(label);
    }

    /** The same of a kind of failure. */
    public @Nullable Judged ofFailure(String kind) {
        return judged.get(FAILURES + kind);
    }

    /** The same of a sign of the form. */
    public @Nullable Judged ofSign(String sign) {
        return judged.get(OF_SIGN.getOrDefault(sign, sign));
    }

    /** All words on which what the page shows rests. */
    List<String> evidence() {
        List<String> words = new ArrayList<>();
        judged.forEach((label, each) -> {
            if (SHOWN.contains(label) || label.startsWith(FAILURES) || label.startsWith(REQUESTS)) {
                words.addAll(each.words());
            }
        });
        return words;
    }
}
