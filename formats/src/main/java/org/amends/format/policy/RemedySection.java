package org.amends.format.policy;

import static org.amends.format.policy.Findings.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.amends.event.Spelling;
import org.amends.format.policy.Findings.Entry;
import org.amends.policy.Confidence;
import org.amends.policy.Element;
import org.amends.policy.Policy;
import org.amends.policy.RemedyProfile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the remedy catalogue of a policy file. Rows may be partial; none can be added. */
final class RemedySection {

    private final Findings findings;
    private final CatalogueRow<RemedyField> rows;

    RemedySection(Findings findings) {
        this.findings = findings;
        this.rows = new CatalogueRow<>(findings, RemedyField.class, "offered: false");
    }

    /** The rows that replace those of the built-in catalogue; a row with an error is left out and noted. */
    List<RemedyProfile> read(Node node) {
        List<RemedyProfile> read = new ArrayList<>();
        String remedy = "Maybe write an element below it, for example \"gift:\", indented by two spaces.";
        for (Entry entry : findings.entries(node, PolicySection.REMEDIES, remedy)) {
            Element element = Element.named(entry.name());
            if (element == null) {
                findings.add(
                        entry.key(),
                        "the unknown remedy %s".formatted(quoted(entry.name())),
                        "Maybe %s.".formatted(nearest(entry.name())));
            } else {
                RemedyProfile row = row(element, entry);
                if (row != null) {
                    read.add(row);
                }
            }
        }
        return read;
    }

    private @Nullable RemedyProfile row(Element element, Entry entry) {
        Map<RemedyField, Object> given = rows.read(entry.value(), PolicySection.REMEDIES + "." + element.word());
        if (given == null) {
            return null;
        }
        if (Boolean.FALSE.equals(given.get(RemedyField.OFFERED)) && !element.canBeWithheld()) {
            findings.add(
                    entry.key(),
                    "%s.%s with offered: false".formatted(PolicySection.REMEDIES, element.word()),
                    "A relationship that ends, ends cleanly. Maybe delete the line.");
            return null;
        }
        RemedyProfile builtIn = Policy.standard().remedy(element);
        return profile(element, field -> given.getOrDefault(field, field.in(builtIn)));
    }

    private static RemedyProfile profile(Element element, Function<RemedyField, Object> field) {
        return new RemedyProfile(
                element,
                (boolean) field.apply(RemedyField.OFFERED),
                (double) field.apply(RemedyField.DISTRIBUTIVE),
                (double) field.apply(RemedyField.INTERACTIONAL),
                (double) field.apply(RemedyField.PROCEDURAL),
                (String) field.apply(RemedyField.EVIDENCE),
                (Confidence) field.apply(RemedyField.CONFIDENCE));
    }

    private static String nearest(String name) {
        return Spelling.nearest(
                name, Arrays.stream(Element.values()).map(Element::word).toList());
    }
}
