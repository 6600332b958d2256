package org.amends.server.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.format.policy.PolicyDiff;
import org.amends.format.policy.PolicyDiff.FieldChange;
import org.amends.format.policy.PolicyDiff.RowChange;
import org.amends.format.policy.PolicyNumber;
import org.amends.format.policy.PolicySection;
import org.jspecify.annotations.Nullable;

/** A difference of two policies as one list of keys with the value before and after, as policies write them. */
public final class PolicyChanges {

    /**
     * One value that differs.
     *
     * @param key of the parameter, {@code failures.KIND.FIELD} or {@code remedies.ELEMENT.FIELD}
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
        diff.failures().forEach(row -> add(changes, PolicySection.FAILURES, row));
        diff.remedies().forEach(row -> add(changes, PolicySection.REMEDIES, row));
        return changes;
    }

    private static void add(List<Change> changes, String section, RowChange row) {
        for (FieldChange field : row.fields()) {
            String key = "%s.%s.%s".formatted(section, row.name(), field.field().stableName());
            changes.add(new Change(key, field.beforeText(), field.afterText()));
        }
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
