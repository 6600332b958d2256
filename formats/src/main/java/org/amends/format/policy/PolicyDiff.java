package org.amends.format.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.amends.event.FailureKind;
import org.amends.policy.Element;
import org.amends.policy.FailureProfile;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two policies. Names of versions are not compared.
 *
 * @param values parameters whose values differ, in the order of the catalogue
 * @param failures rows of the failure catalogue that differ, by the name of their kind
 * @param remedies rows of the remedy catalogue that differ, in the order of the elements
 */
public record PolicyDiff(List<ValueChange> values, List<RowChange> failures, List<RowChange> remedies) {

    /**
     * One parameter with another value.
     *
     * @param before in its unit
     * @param after in its unit
     */
    public record ValueChange(Parameter parameter, double before, double after) {}

    /**
     * One row of a catalogue that differs.
     *
     * @param name of the failure kind or the element
     * @param way how it differs
     * @param fields those that differ; all of them when only one of the policies has the row
     */
    public record RowChange(String name, Way way, List<FieldChange> fields) {
        public RowChange {
            fields = List.copyOf(fields);
        }
    }

    /** How a row of a catalogue differs. */
    public enum Way {
        /** Only the second policy has it. */
        ADDED,
        /** Only the first policy has it. */
        REMOVED,
        /** Both have it. */
        CHANGED
    }

    /**
     * One field of a row that differs.
     *
     * @param before what the first policy holds, or null when it has no such row
     * @param after what the second policy holds, or null when it has no such row
     */
    public record FieldChange(
            CatalogueField<?> field,
            @Nullable Object before,
            @Nullable Object after) {

        /** What the first policy holds, as a policy file writes it, or null when it has no such row. */
        public @Nullable String beforeText() {
            return text(before);
        }

        /** What the second policy holds, as a policy file writes it, or null when it has no such row. */
        public @Nullable String afterText() {
            return text(after);
        }

        private @Nullable String text(@Nullable Object value) {
            return value == null ? null : field.kind().text(value);
        }
    }

    public PolicyDiff {
        values = List.copyOf(values);
        failures = List.copyOf(failures);
        remedies = List.copyOf(remedies);
    }

    /** What changed from the first policy to the second. */
    public static PolicyDiff between(Policy before, Policy after) {
        List<ValueChange> values = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            if (before.get(parameter) != after.get(parameter)) {
                values.add(new ValueChange(parameter, before.get(parameter), after.get(parameter)));
            }
        }
        TreeSet<FailureKind> kinds = new TreeSet<>(before.kinds());
        kinds.addAll(after.kinds());
        List<RowChange> failures = new ArrayList<>();
        for (FailureKind kind : kinds) {
            FailureProfile old = before.knows(kind) ? before.failure(kind) : null;
            FailureProfile now = after.knows(kind) ? after.failure(kind) : null;
            if (!Objects.equals(old, now)) {
                failures.add(change(kind.name(), FailureField.values(), old, now));
            }
        }
        List<RowChange> remedies = new ArrayList<>();
        for (Element element : Element.values()) {
            if (!before.remedy(element).equals(after.remedy(element))) {
                remedies.add(
                        change(element.word(), RemedyField.values(), before.remedy(element), after.remedy(element)));
            }
        }
        return new PolicyDiff(values, failures, remedies);
    }

    private static <R> RowChange change(
            String name, CatalogueField<R>[] fields, @Nullable R before, @Nullable R after) {
        return new RowChange(
                name,
                before == null ? Way.ADDED : after == null ? Way.REMOVED : Way.CHANGED,
                Arrays.stream(fields)
                        .map(field -> new FieldChange(
                                field,
                                before == null ? null : field.in(before),
                                after == null ? null : field.in(after)))
                        .filter(change -> !Objects.equals(change.before(), change.after()))
                        .toList());
    }

    /** Whether both policies decide alike. */
    public boolean isEmpty() {
        return values.isEmpty() && failures.isEmpty() && remedies.isEmpty();
    }

    /** A number that two different sets of changes rarely share; the same changes always have the same. */
    int fingerprint() {
        StringBuilder changes = new StringBuilder();
        values.forEach(change -> changes.append(change.parameter().key())
                .append('=')
                .append(change.after())
                .append('\n'));
        failures.forEach(change -> append(changes, change));
        remedies.forEach(change -> append(changes.append(PolicySection.REMEDIES).append('.'), change));
        return changes.toString().hashCode();
    }

    private static void append(StringBuilder changes, RowChange change) {
        changes.append(change.name())
                .append(change.fields().stream()
                        .map(each -> each.after() == null ? "" : each.field().name() + "=" + each.afterText())
                        .toList())
                .append('\n');
    }
}
