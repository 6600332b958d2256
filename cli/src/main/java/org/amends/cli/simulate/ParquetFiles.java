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

    /**
     * On one thread, so that the row groups and with them the bytes are the same everywhere.
     *
     * @throws SQLException when DuckDB cannot read or write
     */
    static void convert(Path eventsCsv, Path events, Path truthCsv, Path truth) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            sql.execute("SET threads = 1");
            sql.execute("SET TimeZone = 'UTC'");
            copy(sql, "read_csv(%s, header = true, columns = %s)".formatted(quoted(eventsCsv), EVENT_TYPES), events);
            copy(sql, "read_csv(%s, header = true, sample_size = -1)".formatted(quoted(truthCsv)), truth);
        }
    }

    private static void copy(Statement sql, String table, Path to) throws SQLException {
        sql.execute("COPY (SELECT * FROM %s) TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(table, quoted(to)));
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
