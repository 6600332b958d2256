package org.amends.cli.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.jspecify.annotations.Nullable;

/** The query that streams sound events, those of one relationship together and in order of time. */
final class EventQuery {

    // The columns in their order.
    static final int RELATIONSHIP = 0;
    static final int MICROS = 1;
    static final int PLACE = 2;
    static final int TYPE = 3;
    static final int CUSTOMER = 4;
    static final int BRAND = 5;
    static final int EVENT_ID = 6;
    static final int REF = 7;
    static final int AMOUNT = 8;
    static final int CURRENCY = 9;
    static final int KIND = 10;
    static final int SEVERITY = 11;
    static final int ATTRIBUTES = 12;
    static final int LOOSE = 13;

    private static final List<String> NAMES = List.of(
            "relationship",
            "micros",
            "place",
            "type",
            "customer",
            "brand",
            "event_id",
            "ref",
            "amount",
            "currency",
            "kind",
            "severity",
            "attributes",
            "loose");

    private EventQuery() {}

    /** Where each column stands in a result; -1 for one that the history does not have, which would only make sorting dearer. */
    static int[] places(DuckDBChunkedResult result) {
        int[] places = new int[NAMES.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < result.columnCount(); i++) {
            places[NAMES.indexOf(result.columnName(i))] = i;
        }
        return places;
    }

    /**
     * The query.
     *
     * @param atMicros later events are left out
     * @param conflicts a table of event ids that several customers claim, with the one who keeps it; null when there is none
     */
    static String text(EventSql sql, Codebook codebook, long atMicros, @Nullable String conflicts) {
        List<String> columns = List.of(
                sql.relationship(),
                sql.micros(),
                sql.place(),
                Codebook.column(sql, "type", codebook.types()),
                sql.text("customer"),
                Codebook.column(sql, "brand", codebook.brands()),
                sql.text("event_id"),
                sql.orNull("ref"),
                sql.amount(),
                Codebook.column(sql, "currency", codebook.currencies()),
                Codebook.column(sql, "kind", codebook.kinds()),
                sql.severity(),
                sql.attributes(),
                sql.loose());
        String selected = IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).startsWith("NULL::"))
                .mapToObj(i -> columns.get(i) + " AS " + NAMES.get(i))
                .collect(Collectors.joining(", "));
        String query = "SELECT %s FROM %s WHERE %s".formatted(selected, sql.relation(), sql.sound());
        String kept = conflicts == null
                ? ""
                : " AND NOT EXISTS (SELECT 1 FROM %s AS c WHERE c.event_id = e.event_id AND c.keeper <> e.customer)"
                        .formatted(conflicts);
        return "SELECT * FROM (%s) AS e WHERE type IS NOT NULL AND micros <= %d%s ORDER BY relationship, micros"
                .formatted(query, atMicros, kept);
    }
}
