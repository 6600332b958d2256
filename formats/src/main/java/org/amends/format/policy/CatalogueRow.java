package org.amends.format.policy;

import static org.amends.format.policy.Findings.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.amends.event.Spelling;
import org.amends.format.policy.Findings.Entry;
import org.amends.policy.Confidence;
import org.amends.policy.Element;
import org.amends.policy.FailureType;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads what one row of a catalogue gives, field by field.
 *
 * @param <F> the fields of the catalogue
 */
final class CatalogueRow<F extends Enum<F> & CatalogueField<?>> {

    private static final String SHARE = "Maybe a number from 0 to 1.";

    private final Findings findings;
    private final Class<F> fields;
    private final String example;

    /** @param example a field as it may be written, for a row that has none */
    CatalogueRow(Findings findings, Class<F> fields, String example) {
        this.findings = findings;
        this.fields = fields;
        this.example = example;
    }

    /** The fields that the row gives; null when something is wrong with it, which is noted. */
    @Nullable
    Map<F, Object> read(Node row, String name) {
        if (!(row instanceof MappingNode)) {
            findings.add(
                    row,
                    "%s: %s".formatted(name, Findings.shown(row)),
                    "Maybe write its fields below it, for example \"%s\", indented by four spaces.".formatted(example));
            return null;
        }
        Map<F, Object> given = new EnumMap<>(fields);
        boolean sound = true;
        for (Entry entry : findings.entries(row, name, "")) {
            F field = named(entry.name());
            if (field == null) {
                findings.add(
                        entry.key(),
                        "the unknown key %s".formatted(quoted(name + "." + entry.name())),
                        "Maybe %s.".formatted(nearest(entry.name())));
                sound = false;
            } else {
                Object value = value(field.kind(), entry.value(), name + "." + entry.name());
                sound &= value != null;
                if (value != null) {
                    given.put(field, value);
                }
            }
        }
        return sound ? given : null;
    }

    private @Nullable Object value(FieldKind kind, Node node, String name) {
        return switch (kind) {
            case TYPE -> findings.oneOf(FailureType.class, node, name);
            case SHARE -> findings.numberWithin(node, name, 0, 1, SHARE);
            case FLAG -> findings.bool(node, name);
            case CONFIDENCE -> findings.oneOf(Confidence.class, node, name);
            case OWED -> owed(node, name);
            case TEXT -> findings.text(node, name, "Maybe name the source in a few words.");
        };
    }

    private @Nullable List<Element> owed(Node node, String name) {
        if (!(node instanceof SequenceNode list)) {
            findings.add(
                    node, Findings.described(node, name), "Maybe write a list, for example [refund]; [] is nothing.");
            return null;
        }
        List<Element> owed = new ArrayList<>();
        for (Node each : list.getValue()) {
            Element element = owable(each, name);
            if (element != null && owed.contains(element)) {
                findings.add(each, "%s: %s a second time".formatted(name, element.word()), "Maybe delete one of them.");
            } else if (element != null) {
                owed.add(element);
            }
        }
        return owed.size() == list.getValue().size() ? owed : null;
    }

    private @Nullable Element owable(Node node, String name) {
        String word = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        Element element = Element.named(word);
        if (element == null) {
            findings.add(
                    node,
                    Findings.described(node, name),
                    "Maybe %s.".formatted(Spelling.nearest(word, elementsThatCanBeOwed())));
        } else if (!element.canBeOwed()) {
            findings.add(
                    node,
                    Findings.described(node, name),
                    "It is a gesture and cannot be owed. Maybe one of %s."
                            .formatted(String.join(", ", elementsThatCanBeOwed())));
            return null;
        }
        return element;
    }

    /** The names of what may stand in a list of what is owed. */
    static List<String> elementsThatCanBeOwed() {
        return Arrays.stream(Element.values())
                .filter(Element::canBeOwed)
                .map(Element::word)
                .toList();
    }

    private @Nullable F named(String name) {
        for (F field : fields.getEnumConstants()) {
            if (field.stableName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    private String nearest(String name) {
        return Spelling.nearest(
                name,
                Arrays.stream(fields.getEnumConstants())
                        .map(CatalogueField::stableName)
                        .toList());
    }
}
