package org.amends.server.automation.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.amends.server.automation.rule.Condition;
import org.amends.server.automation.rule.KeptRule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule as its form holds it.
 *
 * @param version that whoever changes it has seen; 0 for a new one
 */
public record RuleForm(
        String name,
        String brand,
        String place,
        int version,
        boolean on,
        String trigger,
        String hours,
        List<ConditionRow> conditions,
        List<DeedRow> deeds) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 20;

    /** A condition as a row; the field is empty in an empty one. */
    public record ConditionRow(String field, String operator, String values) {}

    public RuleForm {
        conditions = List.copyOf(conditions);
        deeds = List.copyOf(deeds);
    }

    /** An empty one. */
    static RuleForm empty() {
        return new RuleForm("", "", "", 0, false, "opened", "", List.of(), List.of());
    }

    /** One that is there. */
    static RuleForm of(KeptRule rule, List<DeedRow> deeds) {
        Integer hours = rule.rule().hours();
        return new RuleForm(
                rule.name(),
                rule.brand(),
                String.valueOf(rule.place()),
                rule.version(),
                rule.on(),
                rule.rule().trigger().stableName(),
                hours == null ? "" : String.valueOf(hours),
                rule.rule().conditions().stream().map(RuleForm::row).toList(),
                deeds);
    }

    private static ConditionRow row(Condition condition) {
        return new ConditionRow(
                condition.field().stableName(),
                condition.operator().stableName(),
                String.join(", ", condition.values()));
    }

    /** One that was sent. */
    static RuleForm typed(Map<String, String> form) {
        List<ConditionRow> conditions = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String field = form.getOrDefault("field-" + i, "");
            if (!field.isEmpty()) {
                conditions.add(new ConditionRow(
                        field,
                        form.getOrDefault("operator-" + i, ""),
                        form.getOrDefault("values-" + i, "").strip()));
            }
        }
        String version = form.getOrDefault("version", "0");
        return new RuleForm(
                form.getOrDefault("name", "").strip(),
                form.getOrDefault("brand", "").strip(),
                form.getOrDefault("place", "").strip(),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                form.containsKey("on"),
                form.getOrDefault("trigger", ""),
                form.getOrDefault("hours", "").strip(),
                conditions,
                DeedRows.typed(form));
    }

    /** The definition, as a rule is read. */
    ObjectNode definition(ArrayNode actions) {
        ObjectNode all = JSON.createObjectNode().put("trigger", trigger);
        boolean waits = trigger.equals("unanswered") || trigger.equals("promise_due");
        if (waits && hours.matches("\\d{1,9}")) {
            all.put("hours", Integer.parseInt(hours));
        }
        ArrayNode list = all.putArray("conditions");
        for (ConditionRow row : conditions) {
            ObjectNode each = list.addObject().put("field", row.field()).put("operator", row.operator());
            ArrayNode values = each.putArray("values");
            Arrays.stream(row.values().split(",", -1))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .forEach(values::add);
        }
        all.set("actions", actions);
        return all;
    }

    /** Rows of conditions, with room for more. */
    public List<ConditionRow> conditionRows() {
        List<ConditionRow> rows = new ArrayList<>(conditions);
        while (rows.size() < Math.min(MOST, Math.max(3, conditions.size() + 1))) {
            rows.add(new ConditionRow("", "any_of", ""));
        }
        return rows;
    }

    /** Rows of what it does, with room for more. */
    public List<DeedRow> deedRows() {
        return withRoom(deeds);
    }

    static List<DeedRow> withRoom(List<DeedRow> deeds) {
        List<DeedRow> rows = new ArrayList<>(deeds);
        while (rows.size() < Math.min(MOST, Math.max(3, deeds.size() + 1))) {
            rows.add(new DeedRow("", ""));
        }
        return rows;
    }
}
