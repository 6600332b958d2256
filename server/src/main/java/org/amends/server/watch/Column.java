package org.amends.server.watch;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table that is written many rows at a time, as one array a column.
 *
 * @param name of the column
 * @param type of its elements in PostgreSQL
 * @param value of one row
 */
record Column<R>(String name, String type, Function<R, @Nullable Object> value) {

    /** The names, separated by commas. */
    static <R> String names(List<Column<R>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** A table of rows from one array parameter a column. */
    static <R> String unnested(List<Column<R>> columns) {
        return columns.stream()
                .map(column -> "?::" + column.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** The parameters that {@link #unnested} wants. */
    static <R> List<Object> arrays(List<Column<R>> columns, Collection<R> rows) {
        return columns.stream().map(column -> column.array(rows)).toList();
    }

    private Object array(Collection<R> rows) {
        return rows.stream()
                .map(row -> {
                    Object each = value.apply(row);
                    return each == null ? null : each.toString();
                })
                .toArray(String[]::new);
    }
}
