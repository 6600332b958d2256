package org.amends.cli.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.amends.cli.history.HistoryDatabase;
import org.amends.cli.history.HistoryException;
import org.amends.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What a first look over a history counts.
 *
 * @param rows all of them
 * @param sound rows without a fault that SQL can tell, of known types
 * @param unknownTypes rows of each type that is not known, by its name
 * @param events sound rows of each known type, by its name
 * @param lastMicros the latest time of a sound row in microseconds since 1970, or null when there is none
 * @param customers about how many customers there are
 */
record HistoryCounts(
        long rows,
        long sound,
        Map<String, Long> unknownTypes,
        Map<String, Long> events,
        @Nullable Long lastMicros,
        long customers) {

    private static final int MOST_TOLD = 20;

    private record OfType(
            @Nullable String type,
            long rows,
            long sound,
            @Nullable Long last) {}

    /** Counts. */
    static HistoryCounts of(HistoryDatabase database, EventSql sql) {
        List<OfType> types = database.rows(
                """
                SELECT type, count(*), count(*) FILTER (sound), max(micros) FILTER (sound)
                FROM (SELECT %s AS type, %s AS micros, %s AS sound FROM %s) GROUP BY type""".formatted(sql.text("type"), sql.micros(), sql.sound(), sql.relation()),
                row -> new OfType(row.getString(1), row.getLong(2), row.getLong(3), nullable(row.getObject(4))));
        long customers = database.number(
                "SELECT approx_count_distinct(%s) FROM %s".formatted(sql.relationship(), sql.relation()));
        return counted(types, customers);
    }

    private static @Nullable Long nullable(@Nullable Object number) {
        return number == null ? null : (Long) number;
    }

    private static HistoryCounts counted(List<OfType> types, long customers) {
        Map<String, Long> unknown = new TreeMap<>();
        Map<String, Long> known = new TreeMap<>();
        long rows = 0;
        long sound = 0;
        Long last = null;
        for (OfType each : types) {
            rows += each.rows();
            String type = each.type();
            if (type == null || type.isEmpty()) {
                continue;
            }
            if (EventType.named(type) == null) {
                unknown.merge(type, each.rows(), Long::sum);
                continue;
            }
            known.merge(type, each.sound(), Long::sum);
            sound += each.sound();
            Long latest = each.last();
            last = last == null ? latest : latest == null ? last : Long.valueOf(Math.max(last, latest));
        }
        return new HistoryCounts(rows, sound, unknown, known, last, customers);
    }

    /** How many rows are of unknown types. */
    long unknown() {
        return unknownTypes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Refuses a history with unknown types.
     *
     * @throws HistoryException when there is one, with all of them and what each probably means
     */
    void requireKnownTypes(String place) {
        if (unknownTypes.isEmpty()) {
            return;
        }
        List<Map.Entry<String, Long>> most = new ArrayList<>(unknownTypes.entrySet());
        most.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        String told = most.stream()
                .limit(MOST_TOLD)
                .map(entry -> "  \"%s\" in %d rows. Maybe %s was meant."
                        .formatted(
                                entry.getKey(),
                                entry.getValue(),
                                EventType.nearestTo(entry.getKey()).stableName()))
                .collect(Collectors.joining(System.lineSeparator()));
        String further = most.size() > MOST_TOLD ? "%n  and %d more".formatted(most.size() - MOST_TOLD) : "";
        throw new HistoryException(
                place,
                "%d rows are of types that are not known:%n%s%s".formatted(unknown(), told, further),
                "Correct them, map them with --map, or leave them out with --lenient.");
    }
}
