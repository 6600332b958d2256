package org.amends.format.policy;

import static org.amends.format.policy.Findings.quoted;

import java.util.List;
import org.amends.event.Spelling;
import org.amends.format.policy.Findings.Entry;
import org.amends.policy.Confidence;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one parameter: its bare value, or a map whose value counts and whose documentation must agree with the catalogue. */
final class ParameterEntry {

    /** What a parameter's map may hold, in the order in which it is written. */
    static final List<String> FIELDS =
            List.of("value", "unit", "range", "default", "confidence", "evidence", "meaning");

    private final Findings findings;
    private final Parameter parameter;
    private final String expected;

    ParameterEntry(Findings findings, Parameter parameter) {
        this.findings = findings;
        this.parameter = parameter;
        this.expected = "Maybe a number from %s; the default is %s."
                .formatted(PolicyNumber.range(parameter), PolicyNumber.text(parameter.defaultValue()));
    }

    /** The value, or null when there is none that can be used. */
    @Nullable
    Double read(Entry entry) {
        return entry.value() instanceof MappingNode ? fromMap(entry) : value(entry.value(), parameter.key());
    }

    private @Nullable Double fromMap(Entry entry) {
        Double value = null;
        boolean given = false;
        for (Entry field : findings.entries(entry.value(), parameter.key(), expected)) {
            String name = parameter.key() + "." + field.name();
            switch (field.name()) {
                case "value" -> {
                    given = true;
                    value = value(field.value(), name);
                }
                case "unit" -> requireUnit(field.value(), name);
                case "range" -> requireRange(field.value(), name);
                case "default" -> requireDefault(field.value(), name);
                case "confidence" -> requireConfidence(field.value(), name);
                case "evidence", "meaning" -> requireWords(field.value(), name);
                default ->
                    findings.add(
                            field.key(),
                            "the unknown key %s".formatted(quoted(name)),
                            "Maybe %s.".formatted(Spelling.nearest(field.name(), FIELDS)));
            }
        }
        if (!given) {
            findings.add(
                    entry.key(), "%s without a value".formatted(parameter.key()), "Maybe add \"value:\". " + expected);
        }
        return value;
    }

    private @Nullable Double value(Node node, String name) {
        return findings.numberWithin(node, name, parameter.least(), parameter.most(), expected);
    }

    /** The company may rest a number on evidence of its own: any grade and any words will do. */
    private void requireConfidence(Node node, String name) {
        Confidence unused = findings.oneOf(Confidence.class, node, name);
    }

    private void requireWords(Node node, String name) {
        String unused = findings.text(node, name, "Maybe write a sentence, or delete the line.");
    }

    private void requireUnit(Node node, String name) {
        String unit = parameter.unit().text();
        if (!(node instanceof ScalarNode scalar && scalar.getValue().equals(unit))) {
            documentation(node, name, Findings.shown(node), quoted(unit));
        }
    }

    private void requireDefault(Node node, String name) {
        Double given = findings.number(node, name, expected);
        if (given != null && given != parameter.defaultValue()) {
            documentation(node, name, Findings.shown(node), PolicyNumber.text(parameter.defaultValue()));
        }
    }

    private void requireRange(Node node, String name) {
        String range = written(parameter.least(), parameter.most());
        if (!(node instanceof SequenceNode list && list.getValue().size() == 2)) {
            documentation(node, name, Findings.shown(node), range);
            return;
        }
        Double least = findings.number(list.getValue().get(0), name, expected);
        Double most = findings.number(list.getValue().get(1), name, expected);
        if (least != null && most != null && (least != parameter.least() || most != parameter.most())) {
            documentation(node, name, written(least, most), range);
        }
    }

    private static String written(double least, double most) {
        return "[%s, %s]".formatted(PolicyNumber.text(least), PolicyNumber.text(most));
    }

    private void documentation(Node node, String name, String given, String catalogue) {
        findings.add(
                node,
                "%s: %s".formatted(name, given),
                "This is documentation and cannot be changed here. Maybe delete the line, or write %s."
                        .formatted(catalogue));
    }
}
