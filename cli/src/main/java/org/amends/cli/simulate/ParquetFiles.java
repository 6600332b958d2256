package org.amends.cli.simulate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Turns CSV files of a simulation into Parquet, with the types of the event columns. */
final class ParquetFiles {

    private static final String EVENT_TYPES = """
            {'event_id': 'VARCHAR', 'customer': 'VARCHAR', 'brand': 'VARCHAR', 'time': 'TIMESTAMPTZ', 'type': 'VARCHAR',
             'ref': 'VARCHAR', 'amount': 'DECIMAL(18,2)', 'currency': 'VARCHAR', 'kind': 'VARCHAR', 'severity': 'DOUBLE',
             'text': 'VARCHAR', 'attributes': 'VARCHAR'}""";

    private ParquetFiles() {}

    /** @throws SQLException when DuckDB cannot read or write */
    static void convert(Path eventsCsv, Path events, Path truthCsv, Path truth) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            settle(sql);
            copy(sql, events(eventsCsv), events);
            copy(sql, truth(truthCsv), truth);
        }
    }

    /** One thread and one zone, so that the same input gives the same bytes. */
    static void settle(Statement sql) throws SQLException {
        sql.execute("SET threads = 1");
        sql.execute("SET TimeZone = 'UTC'");
    }

    /** A file of events as a table of SQL. */
    static String events(Path file) {
        return file.toString().endsWith(".parquet")
                ? "read_parquet(%s)".formatted(quoted(file))
                : "read_csv(%s, header = true, columns = %s)".formatted(quoted(file), EVENT_TYPES);
    }

    /** A file of truths as a table of SQL. */
    static String truth(Path file) {
        return file.toString().endsWith(".parquet")
                ? "read_parquet(%s)".formatted(quoted(file))
                : "read_csv(%s, header = true, sample_size = -1)".formatted(quoted(file));
    }

    private static void copy(Statement sql, String table, Path to) throws SQLException {
        sql.execute("COPY (SELECT * FROM %s) TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(table, quoted(to)));
    }

    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
