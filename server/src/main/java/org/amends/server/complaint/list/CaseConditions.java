package org.amends.server.complaint.list;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.amends.complaint.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a filter asks of the row of a case, called {@code c}, but for its words. */
final class CaseConditions {

    private static final JsonMapper JSON = new JsonMapper();

    /** As the index of open cases by their deadlines has it, so that the overdue are read in its order. */
    private static final String DUE = "coalesce(c.due_at, 'infinity')";

    private CaseConditions() {}

    /** What is known beforehand stands in the text, not as a parameter, since partial indexes are found by it. */
    static List<String> of(CaseFilter filter, Instant now, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        stages(filter.stages(), conditions);
        if (!filter.brands().all()) {
            conditions.add("c.brand = any (:brands)");
            parameters.put("brands", filter.brands().listed().toArray(String[]::new));
        }
        filter.same().forEach((name, value) -> same(name, value, conditions, parameters));
        addIf(filter.failure(), "c.failures @> array[:failure]::text[]", "failure", conditions, parameters);
        addIf(filter.tag(), "c.tags @> array[:tag]::text[]", "tag", conditions, parameters);
        filter.marks().forEach(mark -> conditions.add(mark(mark)));
        if (filter.marks().contains(CaseFilter.Mark.OVERDUE)) {
            parameters.put("now", now.atOffset(ZoneOffset.UTC));
        }
        if (filter.minSeverity() > 0) {
            conditions.add("c.severity >= :severity");
            parameters.put("severity", (float) filter.minSeverity());
        }
        addIf(at(filter.dueBefore()), DUE + " < :dueBefore", "dueBefore", conditions, parameters);
        addIf(at(filter.from()), "c.opened_at >= :from", "from", conditions, parameters);
        addIf(at(filter.until()), "c.opened_at < :until", "until", conditions, parameters);
        if (!filter.fields().isEmpty()) {
            conditions.add("c.id in (select complaint from complaint_search where fields @> :fields::jsonb)");
            parameters.put("fields", JSON.writeValueAsString(filter.fields()));
        }
        return conditions;
    }

    private static void stages(Set<Stage> stages, List<String> conditions) {
        if (!stages.contains(Stage.CLOSED)) {
            conditions.add("c.stage <> 'CLOSED'");
        }
        if (stages.size() < Stage.values().length && !stages.equals(EnumSet.complementOf(EnumSet.of(Stage.CLOSED)))) {
            conditions.add("c.stage in (%s)"
                    .formatted(stages.stream()
                            .map(stage -> "'" + stage.name() + "'")
                            .collect(Collectors.joining(", "))));
        }
    }

    private static void same(String column, String value, List<String> conditions, Map<String, Object> parameters) {
        if (value.equals(CaseFilter.NOBODY) && (column.equals("team") || column.equals("owner"))) {
            conditions.add("c.%s is null".formatted(column));
        } else {
            conditions.add("c.%1$s = :%1$s".formatted(column));
            parameters.put(column, value);
        }
    }

    private static String mark(CaseFilter.Mark mark) {
        return switch (mark) {
            case DANGER -> "c.danger";
            case APPROVAL -> "c.approval";
            case VULNERABLE -> "c.vulnerable";
            case PAUSED -> "c.paused";
            case OVERDUE -> DUE + " < :now";
        };
    }

    private static @Nullable Object at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static void addIf(
            @Nullable Object value,
            String condition,
            String name,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
