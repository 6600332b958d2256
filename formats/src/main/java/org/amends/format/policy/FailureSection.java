package org.amends.format.policy;

import static org.amends.format.policy.Findings.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.amends.event.FailureKind;
import org.amends.event.Spelling;
import org.amends.format.policy.Findings.Entry;
import org.amends.policy.Confidence;
import org.amends.policy.Element;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the failure catalogue of a policy file: rows of built-in kinds may be partial, rows of new kinds are whole. */
final class FailureSection {

    /** Names this far apart or nearer are taken for one another. */
    private static final int SLIP = 2;

    private final Findings findings;
    private final CatalogueRow<FailureField> rows;

    FailureSection(Findings findings) {
        this.findings = findings;
        this.rows = new CatalogueRow<>(findings, FailureField.class, "severity: 0.5");
    }

    /** The rows that replace or extend the built-in catalogue; a row with an error is left out and noted. */
    List<FailureProfile> read(Node node) {
        List<FailureProfile> read = new ArrayList<>();
        String remedy = "Maybe write a kind below it, for example \"late_delivery:\", indented by two spaces.";
        for (Entry entry : findings.entries(node, PolicySection.FAILURES, remedy)) {
            if (FailureKind.isName(entry.name())) {
                FailureProfile row = row(new FailureKind(entry.name()), entry);
                if (row != null) {
                    read.add(row);
                }
            } else {
                findings.add(
                        entry.key(),
                        "the failure kind %s".formatted(quoted(entry.name())),
                        "Maybe write it in lower-case words joined by underscores, for example late_delivery.");
            }
        }
        return read;
    }

    private @Nullable FailureProfile row(FailureKind kind, Entry entry) {
        Map<FailureField, Object> given = rows.read(entry.value(), PolicySection.FAILURES + "." + kind);
        return given == null ? null : Policy.standard().knows(kind) ? changed(kind, given) : added(kind, given, entry);
    }

    private static FailureProfile changed(FailureKind kind, Map<FailureField, Object> given) {
        FailureProfile builtIn = Policy.standard().failure(kind);
        return profile(kind, field -> given.getOrDefault(field, field.in(builtIn)));
    }

    private @Nullable FailureProfile added(FailureKind kind, Map<FailureField, Object> given, Entry entry) {
        List<FailureField> missing = Arrays.stream(FailureField.values())
                .filter(field -> field.required() && !given.containsKey(field))
                .toList();
        if (missing.isEmpty()) {
            given.putIfAbsent(FailureField.OWED, List.of());
            return profile(kind, field -> Objects.requireNonNull(given.get(field)));
        }
        String nearest = Spelling.nearest(
                kind.name(),
                Policy.standard().kinds().stream().map(FailureKind::name).toList());
        String meant = Spelling.distance(kind.name(), nearest) <= SLIP ? "Maybe %s. ".formatted(nearest) : "";
        findings.add(
                entry.key(),
                "the new failure kind %s without %s".formatted(quoted(kind.name()), names(missing)),
                "%sMaybe add what is missing: only built-in kinds have defaults.".formatted(meant));
        return null;
    }

    private static FailureProfile profile(FailureKind kind, Function<FailureField, Object> field) {
        return new FailureProfile(
                kind,
                (FailureType) field.apply(FailureField.TYPE),
                (double) field.apply(FailureField.SEVERITY),
                (boolean) field.apply(FailureField.CONTROLLABLE),
                (boolean) field.apply(FailureField.STABLE),
                (double) field.apply(FailureField.BETRAYAL),
                (double) field.apply(FailureField.UNFAIRNESS),
                owed(field.apply(FailureField.OWED)),
                (String) field.apply(FailureField.EVIDENCE),
                (Confidence) field.apply(FailureField.CONFIDENCE));
    }

    private static List<Element> owed(Object list) {
        return ((List<?>) list).stream().map(Element.class::cast).toList();
    }

    private static String names(List<FailureField> fields) {
        return fields.stream().map(FailureField::stableName).collect(Collectors.joining(", "));
    }
}
