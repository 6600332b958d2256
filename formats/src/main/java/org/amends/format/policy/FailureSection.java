package org.amends.format.policy;

import static org.amends.format.policy.Findings.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.amends.event.FailureKind;
import org.amends.event.Spelling;
import org.amends.format.policy.Findings.Entry;
import org.amends.policy.Confidence;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the failure catalogue of a policy file: rows of built-in kinds may be partial, rows of new kinds are whole. */
final class FailureSection {

    /** Names this far apart or nearer are taken for one another. */
    private static final int SLIP = 2;

    private static final String SHARE = "Maybe a number from 0 to 1.";

    private final Findings findings;

    FailureSection(Findings findings) {
        this.findings = findings;
    }

    /** The rows that replace or extend the built-in catalogue; a row with an error is left out and noted. */
    List<FailureProfile> read(Node node) {
        List<FailureProfile> rows = new ArrayList<>();
        String remedy = "Maybe write a kind below it, for example \"late_delivery:\", indented by two spaces.";
        for (Entry entry : findings.entries(node, PolicySection.FAILURES, remedy)) {
            if (FailureKind.isName(entry.name())) {
                FailureProfile row = row(new FailureKind(entry.name()), entry);
                if (row != null) {
                    rows.add(row);
                }
            } else {
                findings.add(
                        entry.key(),
                        "the failure kind %s".formatted(quoted(entry.name())),
                        "Maybe write it in lower-case words joined by underscores, for example late_delivery.");
            }
        }
        return rows;
    }

    private @Nullable FailureProfile row(FailureKind kind, Entry entry) {
        String name = PolicySection.FAILURES + "." + kind;
        if (!(entry.value() instanceof MappingNode)) {
            findings.add(
                    entry.value(),
                    "%s: %s".formatted(name, Findings.shown(entry.value())),
                    "Maybe write its fields below it, for example \"severity: 0.5\", indented by four spaces.");
            return null;
        }
        Map<FailureField, Object> given = new EnumMap<>(FailureField.class);
        boolean sound = true;
        for (Entry field : findings.entries(entry.value(), name, "")) {
            FailureField known = named(field.name());
            if (known == null) {
                findings.add(
                        field.key(),
                        "the unknown key %s".formatted(quoted(name + "." + field.name())),
                        "Maybe %s.".formatted(nearestField(field.name())));
                sound = false;
            } else {
                Object value = value(known, field.value(), name + "." + field.name());
                sound &= value != null;
                if (value != null) {
                    given.put(known, value);
                }
            }
        }
        return !sound ? null : Policy.standard().knows(kind) ? changed(kind, given) : added(kind, given, entry);
    }

    private @Nullable Object value(FailureField field, Node node, String name) {
        return switch (field) {
            case TYPE -> findings.oneOf(FailureType.class, node, name);
            case SEVERITY, BETRAYAL, UNFAIRNESS -> findings.numberWithin(node, name, 0, 1, SHARE);
            case CONTROLLABLE, STABLE -> findings.bool(node, name);
            case CONFIDENCE -> findings.oneOf(Confidence.class, node, name);
            case EVIDENCE -> findings.text(node, name, "Maybe name the source in a few words.");
        };
    }

    private static FailureProfile changed(FailureKind kind, Map<FailureField, Object> given) {
        FailureProfile builtIn = Policy.standard().failure(kind);
        return profile(kind, field -> given.getOrDefault(field, builtIn(builtIn, field)));
    }

    private static Object builtIn(FailureProfile row, FailureField field) {
        return switch (field) {
            case TYPE -> row.type();
            case SEVERITY -> row.severity();
            case CONTROLLABLE -> row.controllable();
            case STABLE -> row.stable();
            case BETRAYAL -> row.betrayal();
            case UNFAIRNESS -> row.unfairness();
            case CONFIDENCE -> row.confidence();
            case EVIDENCE -> row.evidence();
        };
    }

    private @Nullable FailureProfile added(FailureKind kind, Map<FailureField, Object> given, Entry entry) {
        List<FailureField> missing = Arrays.stream(FailureField.values())
                .filter(field -> !given.containsKey(field))
                .toList();
        if (missing.isEmpty()) {
            return profile(kind, field -> given.getOrDefault(field, ""));
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
                (String) field.apply(FailureField.EVIDENCE),
                (Confidence) field.apply(FailureField.CONFIDENCE));
    }

    private static @Nullable FailureField named(String name) {
        for (FailureField field : FailureField.values()) {
            if (field.stableName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    private static String nearestField(String name) {
        return Spelling.nearest(
                name,
                Arrays.stream(FailureField.values())
                        .map(FailureField::stableName)
                        .toList());
    }

    private static String names(List<FailureField> fields) {
        return fields.stream().map(FailureField::stableName).collect(Collectors.joining(", "));
    }
}
