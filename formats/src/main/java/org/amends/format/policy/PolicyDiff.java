package org.amends.format.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.amends.event.FailureKind;
import org.amends.policy.FailureProfile;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two policies. Names of versions are not compared.
 *
 * @param values parameters whose values differ, in the order of the catalogue
 * @param failures failure kinds that differ, by name
 */
public record PolicyDiff(List<ValueChange> values, List<KindChange> failures) {

    /**
     * One parameter with another value.
     *
     * @param before in its unit
     * @param after in its unit
     */
    public record ValueChange(Parameter parameter, double before, double after) {}

    /**
     * One failure kind with another row; one that only one of the policies has lacks the other side.
     *
     * @param before the row in the first policy, or null when it has none
     * @param after the row in the second policy, or null when it has none
     */
    public record KindChange(
            FailureKind kind,
            @Nullable FailureProfile before,
            @Nullable FailureProfile after) {

        public KindChange {
            if (before == null && after == null) {
                throw new IllegalArgumentException("%s must be on one side at least.".formatted(kind));
            }
        }

        /** The row of the second policy where it has one, else of the first. */
        public FailureProfile either() {
            return after != null ? after : Objects.requireNonNull(before);
        }

        /** The fields that differ; all of them when one side is missing. */
        public List<FailureField> fields() {
            return Arrays.stream(FailureField.values())
                    .filter(field ->
                            before == null || after == null || !field.of(before).equals(field.of(after)))
                    .toList();
        }
    }

    public PolicyDiff {
        values = List.copyOf(values);
        failures = List.copyOf(failures);
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
        List<KindChange> failures = new ArrayList<>();
        for (FailureKind kind : kinds) {
            FailureProfile old = before.knows(kind) ? before.failure(kind) : null;
            FailureProfile now = after.knows(kind) ? after.failure(kind) : null;
            if (!Objects.equals(old, now)) {
                failures.add(new KindChange(kind, old, now));
            }
        }
        return new PolicyDiff(values, failures);
    }

    /** Whether both policies decide alike. */
    public boolean isEmpty() {
        return values.isEmpty() && failures.isEmpty();
    }

    /** A number that two different sets of changes rarely share; the same changes always have the same. */
    int fingerprint() {
        StringBuilder changes = new StringBuilder();
        values.forEach(change -> changes.append(change.parameter().key())
                .append('=')
                .append(change.after())
                .append('\n'));
        failures.forEach(change -> changes.append(change.kind())
                .append(change.fields().stream()
                        .map(field -> change.after() == null ? "" : field + "=" + field.of(change.after()))
                        .toList())
                .append('\n'));
        return changes.toString().hashCode();
    }
}
