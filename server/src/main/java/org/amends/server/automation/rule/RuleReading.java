package org.amends.server.automation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amends.complaint.Stage;
import org.amends.event.Spelling;
import org.amends.event.Want;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the definition of a rule. */
public final class RuleReading {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NAMES = List.of("trigger", "hours", "conditions", "actions");
    private static final List<String> CONDITION_NAMES = List.of("field", "operator", "values");
    private static final int MOST = 20;
    private static final int MOST_HOURS = 24 * 365;

    private RuleReading() {}

    /**
     * Reads a definition.
     *
     * @throws Problem naming place, value and remedy
     */
    public static Rule read(@Nullable JsonNode given) {
        if (!(given instanceof ObjectNode all)) {
            throw Problem.invalid("definition", "missing", "Write an object with trigger, conditions and actions.");
        }
        checkNames(all, NAMES);
        TriggerKind trigger = TriggerKind.valueOf(
                known("trigger", all.path("trigger"), TriggerKind.names()).toUpperCase(Locale.ROOT));
        return new Rule(
                trigger,
                hours(trigger, all.path("hours")),
                conditions(all.path("conditions")),
                Deeds.read(all.path("actions"), "actions", Deeds.OF_RULES));
    }

    /** Reads what {@link #json} wrote. */
    public static Rule read(String json) {
        return read(JSON.readTree(json));
    }

    private static void checkNames(JsonNode given, List<String> names) {
        for (String name : given.propertyNames()) {
            if (!names.contains(name)) {
                throw Problem.invalid(
                        name, "nothing that is asked for", "Maybe %s.".formatted(Spelling.nearest(name, names)));
            }
        }
    }

    private static String known(String place, JsonNode given, List<String> names) {
        String name = given.asString("");
        if (!names.contains(name)) {
            throw Problem.invalid(
                    place,
                    name.isEmpty() ? "missing" : "\"%s\"".formatted(name),
                    "%sUse %s."
                            .formatted(
                                    name.isEmpty() ? "" : "Maybe %s. ".formatted(Spelling.nearest(name, names)),
                                    String.join(", ", names)));
        }
        return name;
    }

    private static @Nullable Integer hours(TriggerKind trigger, JsonNode given) {
        boolean none = given.isMissingNode() || given.isNull();
        if (!trigger.waits()) {
            if (!none) {
                throw Problem.invalid(
                        "hours", "nothing that %s asks for".formatted(trigger.stableName()), "Leave it out.");
            }
            return null;
        }
        if (!given.isIntegralNumber() || given.asInt() < 1 || given.asInt() > MOST_HOURS) {
            throw Problem.invalid("hours", none ? "missing" : given.toString(), "Write 1 to %d.".formatted(MOST_HOURS));
        }
        return given.asInt();
    }

    private static List<Condition> conditions(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return List.of();
        }
        if (!given.isArray() || given.size() > MOST) {
            throw Problem.invalid("conditions", "no list of at most %d".formatted(MOST), "Write a list.");
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            JsonNode each = given.get(i);
            conditions.add(Deeds.at("conditions[%d]".formatted(i), () -> condition(each)));
        }
        return conditions;
    }

    private static Condition condition(JsonNode given) {
        if (!given.isObject()) {
            throw Problem.invalid(
                    "condition",
                    "no object",
                    "Write {\"field\": \"tag\", \"operator\": \"any_of\", \"values\": [\"vip\"]}.");
        }
        checkNames(given, CONDITION_NAMES);
        CaseField field = CaseField.valueOf(
                known("field", given.path("field"), CaseField.names()).toUpperCase(Locale.ROOT));
        List<String> fitting =
                field.operators().stream().map(Operator::stableName).toList();
        Operator operator = Operator.valueOf(
                known("operator", given.path("operator"), fitting).toUpperCase(Locale.ROOT));
        return new Condition(field, operator, values(field, operator, given.path("values")));
    }

    private static List<String> values(CaseField field, Operator operator, JsonNode given) {
        List<String> values = new ArrayList<>();
        for (JsonNode each : given.isArray()
                ? given
                : given.isMissingNode() || given.isNull() ? List.<JsonNode>of() : List.of(given)) {
            values.add(each.asString("").strip());
        }
        if (!operator.takesValues()) {
            if (!values.isEmpty()) {
                throw Problem.invalid("values", "there", "%s takes none.".formatted(operator.stableName()));
            }
            return values;
        }
        boolean single = field.type() == CaseField.Type.NUMBER || field.type() == CaseField.Type.YES_NO;
        if (values.isEmpty() || values.size() > (single ? 1 : MOST) || values.contains("")) {
            throw Problem.invalid(
                    "values",
                    values.isEmpty() ? "missing" : "\"%s\"".formatted(String.join("\", \"", values)),
                    single ? "Write one." : "Write 1 to %d words.".formatted(MOST));
        }
        for (String value : values) {
            check(field, value);
        }
        return values;
    }

    private static void check(CaseField field, String value) {
        if (field.type() == CaseField.Type.NUMBER && !isNumber(value)) {
            throw Problem.invalid("values", "\"%s\"".formatted(value), "Write a number, as 12.5.");
        }
        Set<String> choices = choices(field);
        if (!choices.isEmpty() && !choices.contains(value)) {
            throw Problem.invalid(
                    "values",
                    "\"%s\"".formatted(value),
                    "Maybe %s."
                            .formatted(Spelling.nearest(
                                    value, choices.stream().sorted().toList())));
        }
    }

    private static Set<String> choices(CaseField field) {
        if (field.type() == CaseField.Type.YES_NO) {
            return Set.of("yes", "no");
        }
        if (field == CaseField.WANT) {
            return names(Want.values());
        }
        return field == CaseField.STAGE ? names(Stage.values()) : Set.of();
    }

    private static Set<String> names(Enum<?>[] values) {
        return java.util.Arrays.stream(values)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d{1,6})?");
    }

    /** As {@link #read(JsonNode)} takes it. */
    public static ObjectNode json(Rule rule) {
        ObjectNode all = JSON.createObjectNode();
        all.put("trigger", rule.trigger().stableName());
        if (rule.hours() != null) {
            all.put("hours", rule.hours());
        }
        ArrayNode conditions = all.putArray("conditions");
        for (Condition condition : rule.conditions()) {
            ObjectNode each = conditions.addObject();
            each.put("field", condition.field().stableName());
            each.put("operator", condition.operator().stableName());
            ArrayNode values = each.putArray("values");
            condition.values().forEach(values::add);
        }
        all.set("actions", Deeds.json(rule.deeds()));
        return all;
    }
}
