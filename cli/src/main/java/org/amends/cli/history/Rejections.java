package org.amends.cli.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Collects the rows that are left out, in a table, so that there may be many. Safe to use from several threads. */
public final class Rejections implements AutoCloseable {

    private static final String TABLE = "rejected_rows";
    private static final int AT_ONCE = 10_000;
    private static final int FIRST = 5;
    private static final int LONGEST_VALUE = 200;

    private final HistoryDatabase database;
    private final DuckDBConnection connection;
    private final List<RejectedRow> waiting = new ArrayList<>();
    private final List<RejectedRow> first = new ArrayList<>();
    private long count;

    public Rejections(HistoryDatabase database) {
        this.database = database;
        this.connection = database.connect();
        database.execute(
                "CREATE TABLE %s (ord BIGINT, \"row\" VARCHAR, place VARCHAR, reason VARCHAR, value VARCHAR, remedy VARCHAR)"
                        .formatted(TABLE));
    }

    /** Takes one more. */
    public synchronized void add(RejectedRow row) {
        count++;
        if (first.size() < FIRST) {
            first.add(row);
        }
        waiting.add(row);
        if (waiting.size() >= AT_ONCE) {
            store();
        }
    }

    /** How many there are. */
    public synchronized long count() {
        return count;
    }

    /** A few of them, for a message. */
    public synchronized List<RejectedRow> first() {
        return List.copyOf(first);
    }

    /** Writes {@code rejected.csv}: a header and every row, in the order of the input. */
    public synchronized void write(java.nio.file.Path file) {
        store();
        database.execute("""
                COPY (SELECT "row", place, reason, value, remedy FROM %s ORDER BY ord, "row", place, reason, value)
                TO %s (FORMAT csv, HEADER true)""".formatted(TABLE, HistoryDatabase.quoted(file.toString())));
    }

    private void store() {
        if (waiting.isEmpty()) {
            return;
        }
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, TABLE)) {
            for (RejectedRow row : waiting) {
                appender.beginRow()
                        .append(row.order())
                        .append(row.row())
                        .append(row.place())
                        .append(row.reason())
                        .append(shortened(row.value()))
                        .append(row.remedy())
                        .endRow();
            }
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
        waiting.clear();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }
}
