package org.amends.server.automation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.amends.server.automation.rule.Deed;
import org.amends.server.automation.rule.Deeds;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.ActKind;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What rules and macros do, as rows of a form and back. What no row can say stays as it is, in JSON. */
@Component
final class DeedRows {

    static final List<String> OF_RULES =
            List.of("team", "person", "tag", "untag", "note", "evidence", "field", "suggest", "json");
    static final List<String> OF_MACROS = Stream.concat(
                    Stream.of("me"),
                    Stream.concat(OF_RULES.stream(), Stream.of("investigate", "pause", "resume", "close", "reopen")))
            .toList();

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ACT = "act";
    private static final String OWNER = "owner";
    private static final int MOST = 20;

    /** Kinds whose row is one text, with the name under which the act asks for it. */
    private static final Map<String, String> TEXTS = Map.of(
            "tag", "tag", "untag", "tag", "note", "text", "evidence", "text", "pause", "reason", "reopen", "reason");

    private final People people;

    DeedRows(People people) {
        this.people = people;
    }

    /** The rows of a form that was sent. */
    static List<DeedRow> typed(Map<String, String> form) {
        List<DeedRow> rows = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String kind = form.getOrDefault("deed-" + i, "");
            if (!kind.isEmpty()) {
                rows.add(new DeedRow(
                        kind, form.getOrDefault("deed-value-" + i, "").strip()));
            }
        }
        return rows;
    }

    /** As a rule or a macro reads them. */
    ArrayNode json(List<DeedRow> rows) {
        ArrayNode all = JSON.createArrayNode();
        for (int i = 0; i < rows.size(); i++) {
            DeedRow row = rows.get(i);
            all.add(Deeds.at("actions[%d]".formatted(i), () -> json(row)));
        }
        return all;
    }

    private JsonNode json(DeedRow row) {
        String value = row.value();
        String text = TEXTS.get(row.kind());
        if (text != null) {
            return act(row.kind(), text, value);
        }
        return switch (row.kind()) {
            case "me" -> act("assign", OWNER, "me");
            case "team" -> act("assign", "team", value);
            case "person" -> act("assign", OWNER, actor(value));
            case "field" -> field(value);
            case "suggest" -> act("suggest_reply", "reply", value);
            case "investigate", "resume" -> JSON.createObjectNode().put(ACT, row.kind());
            case "close" -> act("close", "outcome", value);
            default -> parsed(value);
        };
    }

    private static ObjectNode act(String kind, String name, @Nullable String value) {
        return JSON.createObjectNode().put(ACT, kind).put(name, value);
    }

    private static ObjectNode field(String value) {
        int sign = value.indexOf('=');
        String name = sign < 0 ? value : value.substring(0, sign).strip();
        String content = sign < 0 ? "" : value.substring(sign + 1).strip();
        return act("field", "field", name).put("value", content.isEmpty() ? null : content);
    }

    private String actor(String login) {
        return people.byLogin(login)
                .map(Account::person)
                .map(each -> each.actor())
                .orElse(login);
    }

    private static JsonNode parsed(String value) {
        try {
            return JSON.readTree(value);
        } catch (tools.jackson.core.JacksonException broken) {
            Problem problem = Problem.invalid("json", "no JSON", "Write it as the API takes it.");
            problem.addSuppressed(broken);
            throw problem;
        }
    }

    /** The rows that say this. */
    List<DeedRow> of(List<Deed> deeds) {
        List<DeedRow> rows = new ArrayList<>();
        for (Deed deed : deeds) {
            rows.add(
                    switch (deed) {
                        case Deed.Suggest(String reply) -> new DeedRow("suggest", reply);
                        case Deed.Perform(Act act) -> row(act);
                    });
        }
        return rows;
    }

    private DeedRow row(Act act) {
        String kind = act.kind().stableName();
        ObjectNode data = act.data().deepCopy();
        if (act.kind() == ActKind.EVIDENCE) {
            var ignored = data.remove("standing");
        }
        Set<String> names = Set.copyOf(data.propertyNames());
        String text = TEXTS.get(kind);
        if (text != null && names.equals(Set.of(text))) {
            return new DeedRow(kind, data.get(text).asString());
        }
        if (act.kind() == ActKind.ASSIGN && names.equals(Set.of("team"))) {
            return new DeedRow("team", data.get("team").asString(""));
        }
        if (act.kind() == ActKind.ASSIGN && names.equals(Set.of(OWNER))) {
            String owner = data.get(OWNER).asString("");
            return owner.equals("me") ? new DeedRow("me", "") : new DeedRow("person", login(owner));
        }
        if (act.kind() == ActKind.FIELD) {
            return new DeedRow(
                    "field",
                    data.path("field").asString("") + "=" + data.path("value").asString(""));
        }
        if (act.kind() == ActKind.CLOSE) {
            return new DeedRow(kind, data.path("outcome").asString("").toLowerCase(Locale.ROOT));
        }
        return names.isEmpty()
                ? new DeedRow(kind, "")
                : new DeedRow("json", act.json().toString());
    }

    private String login(String actor) {
        return people.list().stream()
                .map(Account::person)
                .filter(each -> each.actor().equals(actor))
                .map(each -> each.login())
                .findFirst()
                .orElse(actor);
    }
}
