package org.amends.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;

/**
 * Makes a large company of a small one: copies the relationships, events and diagnoses in a data folder under other names, so
 * that pages can be timed at a size that would take an hour to send. The copies' states still bear the first name, which
 * reading does not mind.
 *
 * <p>Arguments: the data folder, how many copies there are to be in all.
 */
public final class CompanyCopies {

    private CompanyCopies() {}

    /** Copies. */
    public static void main(String[] arguments) throws SQLException {
        int copies = Integer.parseInt(arguments[1]);
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]))) {
            DatabaseAddress address = folder.address();
            try (Connection connection =
                    DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
                copy(connection, copies);
            }
        }
    }

    private static void copy(Connection connection, int copies) throws SQLException {
        long relationships = number(connection, "SELECT max(id) FROM relationship");
        long events = number(connection, "SELECT position FROM log_head");
        // Indexes are built once at the end, as a bulk load would.
        run(connection, "SET synchronous_commit = off");
        run(connection, "SET maintenance_work_mem = '1GB'");
        run(connection, "ALTER TABLE event_key DROP CONSTRAINT event_key_pkey");
        run(connection, "DROP INDEX event_by_position");
        run(connection, "DROP INDEX event_of_relationship");
        String diagnosis = diagnosisColumns(connection);
        for (int copy = 1; copy < copies; copy++) {
            for (String statement : statements(copy, relationships, events, diagnosis)) {
                run(connection, statement);
            }
        }
        run(connection, "ALTER TABLE event_key ADD PRIMARY KEY (key)");
        run(connection, "CREATE INDEX event_by_position ON event (position)");
        run(connection, "CREATE INDEX event_of_relationship ON event (relationship, occurred_at, position)");
        run(connection, "UPDATE log_head SET position = position * " + copies);
        run(connection, "UPDATE watch SET position = (SELECT position FROM log_head)");
        run(
                connection,
                "SELECT setval(pg_get_serial_sequence('relationship', 'id'), (SELECT max(id) FROM relationship))");
        run(connection, "VACUUM ANALYZE");
        System.out.printf(
                "%,d relationships, %,d events%n",
                number(connection, "SELECT count(*) FROM relationship"),
                number(connection, "SELECT position FROM log_head"));
    }

    private static List<String> statements(int copy, long relationships, long events, String diagnosis) {
        long ids = copy * relationships;
        long positions = copy * events;
        return List.of(
                """
                INSERT INTO relationship (id, folded_to, brand, customer, state)
                SELECT id + %d, folded_to + %d, brand, customer || '-%d', state FROM relationship WHERE id <= %d""".formatted(ids, positions, copy, relationships),
                """
                INSERT INTO event
                SELECT position + %d, relationship + %d, occurred_at, recorded_at, event_id || '-%d', type, data
                FROM event WHERE relationship <= %d""".formatted(positions, ids, copy, relationships),
                """
                INSERT INTO event_key
                SELECT encode(substring(sha256(convert_to(event_id, 'UTF8')) from 1 for 16), 'hex')::uuid, position
                FROM (SELECT event_id || '-%d' AS event_id, position + %d AS position
                      FROM event WHERE relationship <= %d) AS copied""".formatted(copy, positions, relationships),
                """
                INSERT INTO diagnosis (relationship, customer, %s)
                SELECT relationship + %d, customer || '-%d', %s FROM diagnosis WHERE relationship <= %d""".formatted(diagnosis, ids, copy, diagnosis, relationships));
    }

    private static String diagnosisColumns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT column_name FROM information_schema.columns
                        WHERE table_name = 'diagnosis' AND column_name NOT IN ('relationship', 'customer')""")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return String.join(", ", columns);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean ignored = statement.execute(sql);
        }
    }
}
