package org.amends.server.casework;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amends.complaint.CaseOutcome;
import org.amends.server.complaint.act.Act;
import org.amends.server.console.Texts;
import org.amends.server.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a person asks to be done to many cases, from the form to acts and back to words. */
final class BulkForm {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KEEP = "keep";
    private static final String NONE = "none";

    private BulkForm() {}

    /**
     * What the form asks for.
     *
     * @throws Problem when it says no act, or one without what it needs
     */
    static List<Act> acts(Map<String, String> asked) {
        String name = asked.getOrDefault("act", "");
        ObjectNode act = JSON.createObjectNode().put("act", name);
        switch (name) {
            case "assign" -> {
                given(act, "owner", asked);
                given(act, "team", asked);
            }
            case "tag", "untag" -> act.put("tag", text("tag", asked).toLowerCase(Locale.ROOT));
            case "note" -> act.put("text", text("text", asked));
            case "acknowledge" -> act.put("how", text("text", asked));
            case "pause", "reopen" -> act.put("reason", text("text", asked));
            case "close" -> act.put("outcome", text("outcome", asked));
            default -> {
                // An act that asks for nothing, or none at all, which reading it refuses.
            }
        }
        return Act.list(act);
    }

    private static void given(ObjectNode act, String name, Map<String, String> asked) {
        String value = asked.getOrDefault(name, KEEP);
        if (value.equals(NONE)) {
            act.putNull(name);
        } else if (!value.equals(KEEP) && !value.isBlank()) {
            act.put(name, value);
        }
    }

    private static String text(String name, Map<String, String> asked) {
        String value = asked.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw Problem.invalid(name, "missing", "Write it.");
        }
        return value;
    }

    /** As a form sends it on. */
    static String json(List<Act> acts) {
        var all = JSON.createArrayNode();
        acts.forEach(each -> all.add(each.json()));
        return all.toString();
    }

    /** What {@link #json} gave. */
    static List<Act> read(String json) {
        return Act.list(JSON.readTree(json));
    }

    /** What is done, in words. */
    static String told(JsonNode acts, Map<String, String> names, Texts texts) {
        StringBuilder told = new StringBuilder();
        for (JsonNode act : acts.isArray() ? acts : List.of(acts)) {
            String name = act.path("act").asString("");
            String key = "cases.bulk.act." + name;
            told.append(told.isEmpty() ? "" : " · ").append(texts.has(key) ? texts.text(key) : name);
            act.properties().forEach(entry -> {
                if (!entry.getKey().equals("act")) {
                    told.append(": ").append(value(entry.getKey(), entry.getValue(), names, texts));
                }
            });
        }
        return told.toString();
    }

    private static String value(String name, JsonNode value, Map<String, String> names, Texts texts) {
        if (value.isNull()) {
            return texts.text("case.nobody");
        }
        String text = value.asString("");
        if (name.equals("outcome")) {
            for (CaseOutcome outcome : CaseOutcome.values()) {
                if (outcome.name().equals(text)) {
                    return texts.text("case.outcome." + text);
                }
            }
        }
        return text.equals("me") ? texts.text("case.me") : names.getOrDefault(text, text);
    }
}
