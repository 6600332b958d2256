package org.amends.server.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.format.policy.FailureField;
import org.amends.format.policy.PolicyDiff;
import org.amends.format.policy.PolicyNumber;
import org.amends.policy.FailureProfile;
import org.jspecify.annotations.Nullable;

/** A difference of two policies as one list of keys with the value before and after, as policies write them. */
public final class PolicyChanges {

    /**
     * One value that differs.
     *
     * @param key of the parameter, or {@code failures.KIND.FIELD}
     * @param before as a policy writes it, or null where there was none
     * @param after the same, or null where there is none any more
     */
    public record Change(
            String key, @Nullable String before, @Nullable String after) {}

    private PolicyChanges() {}

    /** All that differs, parameters first. */
    public static List<Change> of(PolicyDiff diff) {
        List<Change> changes = new ArrayList<>();
        diff.values()
                .forEach(value -> changes.add(new Change(
                        value.parameter().key(), PolicyNumber.text(value.before()), PolicyNumber.text(value.after()))));
        diff.failures().forEach(kind -> {
            for (FailureField field : kind.fields()) {
                changes.add(new Change(
                        "failures.%s.%s".formatted(kind.kind(), field.stableName()),
                        text(field, kind.before()),
                        text(field, kind.after())));
            }
        });
        return changes;
    }

    private static @Nullable String text(FailureField field, @Nullable FailureProfile row) {
        return row == null ? null : field.of(row);
    }

    static List<Map<String, Object>> json(PolicyDiff diff) {
        List<Map<String, Object>> json = new ArrayList<>();
        for (Change change : of(diff)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("key", change.key());
            String before = change.before();
            if (before != null) {
                one.put("before", before);
            }
            String after = change.after();
            if (after != null) {
                one.put("after", after);
            }
            json.add(one);
        }
        return json;
    }
}
