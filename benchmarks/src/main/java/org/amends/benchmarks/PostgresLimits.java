package org.amends.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.postgresql.PGConnection;

/**
 * What PostgreSQL itself can do on this machine and disk, on the database that a server uses: durable commits of one row each, and
 * rows by COPY in one transaction, into a table with a key and an index.
 *
 * <p>Arguments: data folder of a running server, seconds of each.
 */
public final class PostgresLimits {

    private static final long NANOS = 1_000_000_000L;
    private static final int CONNECTIONS = 64;
    private static final int ROWS_OF_A_COPY = 500;

    private PostgresLimits() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        long seconds = Long.parseLong(arguments[1]);
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
                Connection connection = connected(folder.address());
                Statement statement = connection.createStatement()) {
            System.out.println("PostgreSQL " + setting(statement, "server_version") + ", fsync "
                    + setting(statement, "fsync") + ", synchronous_commit " + setting(statement, "synchronous_commit"));
            statement.execute("drop table if exists limit_of_commits");
            statement.execute(
                    "create table limit_of_commits (id bigint generated always as identity primary key, customer text, at timestamptz, data text)");
            statement.execute("create index on limit_of_commits (customer, at)");
            System.out.printf(
                    Locale.ROOT, "1 connection: %.0f durable commits/s%n", commits(folder.address(), 1, seconds));
            System.out.printf(
                    Locale.ROOT,
                    "%d connections: %.0f durable commits/s%n",
                    CONNECTIONS,
                    commits(folder.address(), CONNECTIONS, seconds));
            System.out.printf(
                    Locale.ROOT, "COPY, a commit every 500 rows: %.0f rows/s%n", copied(connection, seconds, 1));
            System.out.printf(
                    Locale.ROOT, "COPY, a commit every 100,000 rows: %.0f rows/s%n", copied(connection, seconds, 200));
            statement.execute("drop table limit_of_commits");
        }
    }

    private static Connection connected(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet result = statement.executeQuery("show " + name)) {
            return result.next() ? result.getString(1) : "?";
        }
    }

    private static double commits(DatabaseAddress address, int connections, long seconds) throws Exception {
        long end = System.nanoTime() + seconds * NANOS;
        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> each = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                String customer = "c" + i;
                each.add(threads.submit((Callable<Long>) () -> insert(address, customer, end)));
            }
            for (Future<Long> one : each) {
                done += one.get();
            }
        }
        return (double) done / seconds;
    }

    private static long insert(DatabaseAddress address, String customer, long end) throws SQLException {
        long done = 0;
        try (Connection connection = connected(address);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into limit_of_commits (customer, at, data) values (?, now(), ?)")) {
            insert.setString(1, customer);
            insert.setString(2, "x".repeat(200));
            while (System.nanoTime() < end) {
                done += insert.executeUpdate();
            }
        }
        return done;
    }

    private static double copied(Connection connection, long seconds, int blocks) throws Exception {
        byte[] rows = ("c7\t2026-01-01T00:00:00Z\t" + "x".repeat(200) + "\n")
                .repeat(ROWS_OF_A_COPY * blocks)
                .getBytes(StandardCharsets.US_ASCII);
        long begun = System.nanoTime();
        long end = begun + seconds * NANOS;
        long done = 0;
        while (System.nanoTime() < end) {
            done += connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy limit_of_commits (customer, at, data) from stdin", new ByteArrayInputStream(rows));
        }
        return (double) done * NANOS / (System.nanoTime() - begun);
    }
}
