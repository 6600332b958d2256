package org.amends.format.policy;

import java.util.Locale;
import org.amends.event.FailureKind;
import org.amends.policy.Confidence;
import org.amends.policy.Element;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a policy file, for editors and for companies that generate theirs. Made from the catalogue. */
public final class PolicySchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What {@link FailureKind#isName} accepts, as a pattern. */
    private static final String KIND = "^[a-z][a-z0-9_]*$";

    private PolicySchema() {}

    /** The schema, draft 2020-12, ending in a line feed; the same catalogue gives the same bytes. */
    public static String json() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter().withObjectIndenter(indent);
        return JsonMapper.builder().build().writer().with(pretty).writeValueAsString(schema()) + "\n";
    }

    private static ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties
                .putObject("version")
                .put("description", "The policy's name, recorded with every decision.")
                .put("minLength", 1)
                .put("maxLength", 100)
                .put("pattern", "\\S")
                .set("type", array("string", "number"));
        for (PolicySection section : PolicySection.all()) {
            properties.set(section.name(), section(section));
        }
        properties.set(PolicySection.FAILURES, failures());
        properties.set(PolicySection.REMEDIES, remedies());
        ObjectNode schema = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:amends:policy")
                .put("title", "Amends policy")
                .put("description", "Every number that shapes a decision. What is left out keeps the built-in value.")
                .put("type", "object");
        schema.set("required", array("version"));
        schema.put("additionalProperties", false);
        schema.set("properties", properties);
        schema.set("$defs", definitions());
        return schema;
    }

    private static ObjectNode section(PolicySection section) {
        ObjectNode properties = JSON.objectNode();
        section.parameters()
                .forEach(parameter -> properties.set(PolicySection.entryOf(parameter), parameter(parameter)));
        return closed(JSON.objectNode().put("description", section.title()), array("object", "null"), properties);
    }

    private static ObjectNode parameter(Parameter parameter) {
        ObjectNode fields = JSON.objectNode();
        fields.set("value", number(parameter.least(), parameter.most()));
        fields.putObject("unit").put("const", parameter.unit().text());
        fields.putObject("range")
                .putArray("const")
                .add(exact(parameter.least()))
                .add(exact(parameter.most()));
        fields.putObject("default").set("const", exact(parameter.defaultValue()));
        fields.putObject("confidence").put("$ref", "#/$defs/confidence");
        fields.putObject("evidence").put("$ref", "#/$defs/words");
        fields.putObject("meaning").put("$ref", "#/$defs/words");
        ObjectNode entry = JSON.objectNode()
                .put(
                        "description",
                        "%s. %s. Evidence (%s): %s."
                                .formatted(
                                        parameter.meaning(),
                                        PolicyNumber.range(parameter),
                                        lower(parameter.confidence()),
                                        parameter.evidence()));
        entry.set("default", exact(parameter.defaultValue()));
        ObjectNode map = closed(JSON.objectNode(), JSON.stringNode("object"), fields);
        map.set("required", array("value"));
        entry.putArray("oneOf").add(number(parameter.least(), parameter.most())).add(map);
        return entry;
    }

    private static ObjectNode failures() {
        ObjectNode known = JSON.objectNode();
        for (FailureProfile row : Policy.standard().failures()) {
            known.putObject(row.kind().name()).put("$ref", "#/$defs/failure");
        }
        ObjectNode failures = JSON.objectNode()
                .put(
                        "description",
                        "The failure catalogue. Built-in kinds may be partial; kinds that are added are whole.");
        failures.set("type", array("object", "null"));
        failures.set("properties", known);
        failures.putObject("propertyNames").put("pattern", KIND);
        failures.putObject("additionalProperties").put("$ref", "#/$defs/new_failure");
        return failures;
    }

    private static ObjectNode remedies() {
        ObjectNode known = JSON.objectNode();
        for (Element element : Element.values()) {
            known.putObject(element.word())
                    .put("$ref", element.canBeWithheld() ? "#/$defs/remedy" : "#/$defs/remedy_always_offered");
        }
        ObjectNode remedies = JSON.objectNode()
                .put("description", "The remedy catalogue. Rows may be partial; remedies cannot be added.");
        return closed(remedies, array("object", "null"), known);
    }

    private static ObjectNode definitions() {
        ObjectNode definitions = JSON.objectNode();
        definitions.putObject("words").put("type", "string").put("pattern", "\\S");
        ArrayNode grades = JSON.arrayNode();
        for (Confidence confidence : Confidence.values()) {
            grades.add(lower(confidence));
        }
        definitions
                .putObject("confidence")
                .put("description", "size: read in the source; order or sign: only that was read; chosen: no source.")
                .set("enum", grades);
        definitions.set("failure", row(FailureField.values()));
        ArrayNode required = JSON.arrayNode();
        for (FailureField field : FailureField.values()) {
            if (field.required()) {
                required.add(field.stableName());
            }
        }
        definitions.putObject("new_failure").put("$ref", "#/$defs/failure").set("required", required);
        definitions.set("remedy", row(RemedyField.values()));
        definitions
                .putObject("remedy_always_offered")
                .put("$ref", "#/$defs/remedy")
                .putObject("properties")
                .putObject(RemedyField.OFFERED.stableName())
                .put("const", true);
        return definitions;
    }

    private static ObjectNode row(CatalogueField<?>[] fields) {
        ObjectNode properties = JSON.objectNode();
        for (CatalogueField<?> field : fields) {
            properties.set(field.stableName(), field(field));
        }
        return closed(JSON.objectNode(), JSON.stringNode("object"), properties);
    }

    private static ObjectNode field(CatalogueField<?> field) {
        ObjectNode schema = switch (field.kind()) {
            case TYPE -> JSON.objectNode().set("enum", types());
            case SHARE -> number(0, 1);
            case FLAG -> JSON.objectNode().put("type", "boolean");
            case CONFIDENCE -> JSON.objectNode().put("$ref", "#/$defs/confidence");
            case OWED -> owed();
            case TEXT -> JSON.objectNode().put("$ref", "#/$defs/words");
        };
        return schema.put("description", field.meaning());
    }

    private static ObjectNode owed() {
        ObjectNode list = JSON.objectNode().put("type", "array").put("uniqueItems", true);
        list.putObject("items")
                .set("enum", array(CatalogueRow.elementsThatCanBeOwed().toArray(String[]::new)));
        return list;
    }

    private static ArrayNode types() {
        ArrayNode types = JSON.arrayNode();
        for (FailureType type : FailureType.values()) {
            types.add(lower(type));
        }
        return types;
    }

    private static ObjectNode closed(ObjectNode schema, JsonNode type, ObjectNode properties) {
        schema.set("type", type);
        schema.put("additionalProperties", false);
        schema.set("properties", properties);
        return schema;
    }

    private static ObjectNode number(double least, double most) {
        ObjectNode number = JSON.objectNode().put("type", "number");
        number.set("minimum", exact(least));
        number.set("maximum", exact(most));
        return number;
    }

    /** Whole numbers are written without a point, as in the policy file. */
    private static JsonNode exact(double value) {
        return value == Math.rint(value) ? JSON.numberNode((long) value) : JSON.numberNode(value);
    }

    private static ArrayNode array(String... words) {
        ArrayNode array = JSON.arrayNode();
        for (String word : words) {
            array.add(word);
        }
        return array;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
