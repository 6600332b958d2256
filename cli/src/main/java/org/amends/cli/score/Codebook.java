package org.amends.cli.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.amends.cli.history.HistoryDatabase;
import org.amends.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Text columns of few different values travel as numbers, since text is what reading costs most.
 *
 * @param types the names of event types by code
 * @param brands the brands by code; null when they travel as text, empty when there are none
 * @param currencies likewise
 * @param kinds likewise
 */
record Codebook(
        List<String> types,
        @Nullable List<String> brands,
        @Nullable List<String> currencies,
        @Nullable List<String> kinds) {

    private static final int MOST = 10_000;

    /** Learns the values and defines a database type for each column. */
    static Codebook of(HistoryDatabase database, EventSql sql) {
        List<String> types =
                Arrays.stream(EventType.values()).map(EventType::stableName).toList();
        define(database, "type", types);
        return new Codebook(
                types, learn(database, sql, "brand"), learn(database, sql, "currency"), learn(database, sql, "kind"));
    }

    private static @Nullable List<String> learn(HistoryDatabase database, EventSql sql, String column) {
        if (!sql.has(column)) {
            return List.of();
        }
        List<String> values = sql.dictionary(database, column, MOST);
        if (values != null && !values.isEmpty()) {
            define(database, column, values);
        }
        return values;
    }

    private static void define(HistoryDatabase database, String column, List<String> values) {
        List<String> quoted = new ArrayList<>();
        values.forEach(value -> quoted.add(HistoryDatabase.quoted(value)));
        database.execute("CREATE TYPE amends_%s AS ENUM (%s)"
                .formatted(column, quoted.stream().collect(Collectors.joining(", "))));
    }

    /** The column as SQL: a code, a text, or NULL. */
    static String column(EventSql sql, String column, @Nullable List<String> values) {
        if (values == null) {
            return sql.orNull(column);
        }
        return values.isEmpty()
                ? "NULL::INTEGER"
                : "enum_code(TRY_CAST(%s AS amends_%s))::INTEGER".formatted(sql.text(column), column);
    }
}
