package org.amends.format.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table is which column of an event. What no event column takes is kept as an attribute under its own name,
 * unless it is left out.
 *
 * @param sources the table's column for each event column that has one
 * @param constants a value for each event column that is the same in all rows, for example {@code type} or {@code currency}
 * @param leftOut columns of the table that are not kept
 */
public record EventMapping(Map<String, String> sources, Map<String, String> constants, Set<String> leftOut) {

    /** Without these there is no event. An id that is missing can be made of the row. */
    public static final List<String> NEEDED = List.of("customer", "time", "type");

    /** Every event column, the needed first. */
    public static final List<String> COLUMNS = List.of(
            "event_id",
            "customer",
            "time",
            "type",
            "ref",
            "amount",
            "currency",
            "kind",
            "severity",
            "brand",
            "attributes");

    /** Other names under which a column is known in shops and tills. */
    private static final Map<String, List<String>> ALSO = Map.of(
            "event_id", List.of("id", "eventid", "transaction_id"),
            "customer", List.of("customer_id", "customerid", "client_id", "client", "user_id", "userid", "account_id"),
            "time", List.of("timestamp", "event_time", "datetime", "occurred_at", "created_at", "date", "invoicedate"),
            "type", List.of("event_type", "event"),
            "ref", List.of("reference", "order_id", "orderid", "order", "invoice", "invoiceno", "case_id"),
            "amount", List.of("total", "value", "price", "revenue"),
            "kind", List.of("category", "reason"),
            "brand", List.of("shop", "store"));

    public EventMapping {
        sources = Map.copyOf(sources);
        constants = Map.copyOf(constants);
        leftOut = Set.copyOf(leftOut);
    }

    /** The mapping that the names of a header suggest. */
    public static EventMapping suggested(List<String> header) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String column : COLUMNS) {
            named(header, column).ifPresent(found -> sources.put(column, found));
        }
        for (String column : COLUMNS) {
            for (String other : ALSO.getOrDefault(column, List.of())) {
                named(header, other)
                        .filter(found -> !sources.containsKey(column) && !sources.containsValue(found))
                        .ifPresent(found -> sources.put(column, found));
            }
        }
        return new EventMapping(sources, Map.of(), Set.of());
    }

    private static java.util.Optional<String> named(List<String> header, String wanted) {
        return header.stream()
                .filter(name -> folded(name).equals(folded(wanted)))
                .findFirst();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_').strip();
    }

    /** Needed columns that have neither a source nor a constant. */
    public List<String> missing() {
        return NEEDED.stream()
                .filter(column -> !sources.containsKey(column) && !constants.containsKey(column))
                .toList();
    }

    /** Sources that a table with this header does not have. */
    public List<String> unknownIn(List<String> header) {
        List<String> unknown = new ArrayList<>();
        sources.values().stream().filter(source -> !header.contains(source)).forEach(unknown::add);
        return unknown.stream().sorted().toList();
    }

    /** What a row holds for an event column, or null when it holds nothing. */
    @Nullable
    String value(Map<String, String> row, String column) {
        String source = sources.get(column);
        String value = source == null ? null : row.get(source);
        if (value == null || value.isBlank()) {
            value = constants.get(column);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }
}
