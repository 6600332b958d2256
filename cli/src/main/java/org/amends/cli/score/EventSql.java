package org.amends.cli.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amends.cli.history.EventColumns;
import org.amends.cli.history.History;
import org.amends.cli.history.HistoryDatabase;
import org.amends.cli.history.HistoryException;
import org.amends.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The event columns of a history as typed SQL, whatever types they have there. A value that cannot be read becomes null, and
 * its row has a fault; it never ends the query.
 */
final class EventSql {

    /** Microseconds since 1970 of 1900-01-01 and 2200-01-01: times outside are mistakes. */
    private static final String EARLIEST = "-2208988800000000";

    private static final String LATEST = "7258118400000000";

    /**
     * One way in which a row cannot be an event.
     *
     * @param column the column at fault
     * @param condition SQL that is true for such a row
     * @param reason what is wrong
     * @param remedy what to do about it
     */
    record Fault(String column, String condition, String reason, String remedy) {}

    private final History history;
    private final Map<String, String> types;
    private final List<String> loose;

    EventSql(History history) {
        this(history, false);
    }

    /** @param everyColumn whether columns that are not known are attributes too */
    EventSql(History history, boolean everyColumn) {
        this.history = history;
        this.types = history.columns();
        this.loose = everyColumn
                ? types.keySet().stream().filter(EventColumns::mayBeAttribute).toList()
                : EventColumns.ATTRIBUTES;
    }

    /** Whether the history has a column of this name. */
    boolean has(String column) {
        return types.containsKey(column);
    }

    /** The relation that holds the rows. */
    String relation() {
        return history.relation();
    }

    /** A column as text, or NULL where there is none. Numbers that are whole are written without a fraction. */
    String text(String column) {
        String type = types.get(column);
        if (type == null) {
            return "NULL::VARCHAR";
        }
        String name = HistoryDatabase.name(column);
        return switch (type) {
            case "VARCHAR" -> name;
            case "DOUBLE", "FLOAT" ->
                "CASE WHEN %1$s = trunc(%1$s) AND abs(%1$s) < 1e15 THEN %1$s::BIGINT::VARCHAR ELSE %1$s::VARCHAR END"
                        .formatted(name);
            default -> "%s::VARCHAR".formatted(name);
        };
    }

    /** The time of the event in microseconds since 1970, UTC. A time without a zone is UTC. */
    String micros() {
        return "epoch_us(%s)".formatted(instant());
    }

    private String instant() {
        String type = String.valueOf(types.get("time"));
        String name = HistoryDatabase.name("time");
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> name;
            case "DATE" -> "TRY_CAST(%s AS TIMESTAMP)".formatted(name);
            case "VARCHAR" -> "TRY_CAST(%s AS TIMESTAMPTZ)".formatted(name);
            default ->
                throw new HistoryException(
                        "time",
                        "the column has the type %s".formatted(type),
                        "Maybe map it: make_timestamp(time) for microseconds, epoch_ms(time) for milliseconds since 1970.");
        };
    }

    /** The amount with six decimals. */
    String amount() {
        return has("amount") ? "TRY_CAST(%s AS DECIMAL(18, 6))".formatted(given("amount")) : "NULL::DECIMAL(18, 6)";
    }

    /** The severity as a number. */
    String severity() {
        return has("severity") ? "TRY_CAST(%s AS DOUBLE)".formatted(given("severity")) : "NULL::DOUBLE";
    }

    private String given(String column) {
        String name = HistoryDatabase.name(column);
        return "VARCHAR".equals(types.get(column)) ? "NULLIF(trim(%s), '')".formatted(name) : name;
    }

    /** A text column with blanks for nothing. */
    String orNull(String column) {
        return has(column) ? "NULLIF(%s, '')".formatted(text(column)) : "NULL::VARCHAR";
    }

    /** The attributes as JSON text, or NULL. */
    String attributes() {
        String type = types.get("attributes");
        if (type == null) {
            return "NULL::VARCHAR";
        }
        boolean isText = type.equals("VARCHAR") || type.equals("JSON");
        return isText ? "NULLIF(attributes::VARCHAR, '')" : "to_json(attributes)::VARCHAR";
    }

    /** The attributes that stand as columns of their own, as lines of {@code name=value}; NULL when there is none. */
    String loose() {
        List<String> parts = new ArrayList<>();
        for (String name : loose) {
            if (has(name)) {
                // The separators cannot be told from what they separate.
                parts.add("%s || replace(%s, chr(30), ' ')"
                        .formatted(HistoryDatabase.quoted(name.replace('=', '_') + "="), orNull(name)));
            }
        }
        return parts.isEmpty()
                ? "NULL::VARCHAR"
                : "NULLIF(concat_ws(chr(30), %s), '')".formatted(String.join(", ", parts));
    }

    /** A number that tells relationships apart: 63 bits of a hash over customer and brand. */
    String relationship() {
        String brand = has("brand") ? ", coalesce(%s, '')".formatted(text("brand")) : "";
        return "(hash(%s%s) >> 1)::BIGINT".formatted(text("customer"), brand);
    }

    /** Which row of which file it is. */
    String place() {
        return history.placeSql();
    }

    /** What can be wrong with a row as far as SQL can tell, most telling first. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        faults.add(empty("customer", "Every event belongs to a customer: leave out the anonymous, or give an id."));
        faults.add(empty("event_id", "Give every event an id of its own."));
        faults.add(empty("type", "Maybe map it in the query: 'purchase' AS type."));
        faults.add(new Fault(
                "time",
                "%s IS NULL".formatted(given("time")),
                "time is empty",
                "Give every event the time at which it happened, with its zone."));
        faults.add(new Fault(
                "time",
                "coalesce(%1$s NOT BETWEEN %2$s AND %3$s, true)".formatted(micros(), EARLIEST, LATEST),
                "time is not a date between 1900 and 2200",
                "Write it as 2026-03-01T12:00:00Z; for another form map it with strptime."));
        addUnreadable(
                faults,
                "amount",
                amount(),
                "amount is not a number of at most 12 digits before the point",
                "Write it as 12.50, without currency and thousands separator.");
        addUnreadable(faults, "severity", severity(), "severity is not a number", "Write a number from 0 to 1.");
        return faults;
    }

    private Fault empty(String column, String remedy) {
        return new Fault(column, "coalesce(%s, '') = ''".formatted(text(column)), column + " is empty", remedy);
    }

    private void addUnreadable(List<Fault> faults, String column, String read, String reason, String remedy) {
        if (has(column)) {
            faults.add(new Fault(
                    column, "(%s IS NULL AND %s IS NOT NULL)".formatted(read, given(column)), reason, remedy));
        }
    }

    /** True for a row whose type is known. */
    String knownType() {
        return Arrays.stream(EventType.values())
                .map(type -> HistoryDatabase.quoted(type.stableName()))
                .collect(Collectors.joining(", ", text("type") + " IN (", ")"));
    }

    /** True for a row without a fault. */
    String sound() {
        return faults().stream().map(fault -> "NOT " + fault.condition()).collect(Collectors.joining(" AND "));
    }

    /** Faulty rows with their place, id, the number of the fault and the value at fault. */
    String faultyRows() {
        StringBuilder number = new StringBuilder("CASE");
        StringBuilder value = new StringBuilder("CASE");
        List<Fault> faults = faults();
        for (int i = 0; i < faults.size(); i++) {
            number.append(" WHEN %s THEN %d".formatted(faults.get(i).condition(), i));
            value.append(" WHEN %s THEN %s"
                    .formatted(faults.get(i).condition(), text(faults.get(i).column())));
        }
        return "SELECT %s, coalesce(%s, ''), %s END, coalesce(%s END, '') FROM %s WHERE NOT (%s)"
                .formatted(place(), text("event_id"), number, value, relation(), sound());
    }

    /** The values of a small column, for a code instead of text, or null when it has too many. */
    @Nullable
    List<String> dictionary(HistoryDatabase database, String column, int most) {
        List<String> values = database.rows(
                "SELECT DISTINCT %1$s FROM %2$s WHERE %1$s IS NOT NULL LIMIT %3$d"
                        .formatted(orNull(column), relation(), most + 1),
                row -> row.getString(1));
        return values.size() > most ? null : values.stream().sorted().toList();
    }
}
