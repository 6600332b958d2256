package org.amends.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.amends.event.EventRow;
import org.amends.format.event.EventData;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** What PostgreSQL does by itself: the bounds for whatever is built on it. */
final class PlainWriting {

    private final HikariDataSource database;

    PlainWriting(HikariDataSource database) {
        this.database = database;
    }

    /** One row, one commit, one connection. */
    Rate singleCommits(int seconds) throws SQLException {
        execute("create table if not exists plain_commit (id bigint primary key, text text)");
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into plain_commit values (?, ?)")) {
            long begun = System.nanoTime();
            long end = begun + seconds * 1_000_000_000L;
            long commits = 0;
            while (System.nanoTime() < end) {
                insert.setLong(1, commits++);
                insert.setString(2, "one row");
                int rows = insert.executeUpdate();
                assert rows == 1;
            }
            return Rate.of(commits, begun);
        }
    }

    /** The same events as text, in one transaction, into a table with a key and an index by customer. */
    Rate copy(int events) throws SQLException, IOException {
        execute("create table plain_copy (position bigint primary key, customer text not null,"
                + " occurred_at timestamptz not null, event_id text not null, type text not null, data text not null)");
        execute("create index on plain_copy (customer, occurred_at)");
        List<EventRow> rows = new GrocerStream(1, 100_000).rows(events);
        List<byte[]> lines = new ArrayList<>(events);
        for (int i = 1; i <= events; i++) {
            EventRow row = rows.get(i - 1);
            lines.add("%d\t%s\t%s\t%s\t%s\t%s\n"
                    .formatted(
                            i,
                            row.customer(),
                            row.time(),
                            row.eventId(),
                            row.type(),
                            EventData.write(row).replace("\\", "\\\\"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        long begun = System.nanoTime();
        try (Connection connection = database.getConnection();
                PGCopyOutputStream out =
                        new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy plain_copy from stdin")) {
            for (byte[] line : lines) {
                out.write(line);
            }
        }
        Rate rate = Rate.of(events, begun);
        execute("drop table plain_copy");
        return rate;
    }

    /** How much the log takes on disk, table by table. */
    List<String> sizes() throws SQLException {
        List<String> sizes = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        select relname, n_live_tup, pg_table_size(relid) / 1048576, pg_indexes_size(relid) / 1048576,
                               n_tup_upd, n_tup_hot_upd
                        from pg_stat_user_tables where n_live_tup > 1000 order by relname""")) {
            while (result.next()) {
                sizes.add("%-30s %,12d rows %,8d MiB, indexes %,6d MiB; %,d updates, %,d within the page"
                        .formatted(
                                result.getString(1),
                                result.getLong(2),
                                result.getLong(3),
                                result.getLong(4),
                                result.getLong(5),
                                result.getLong(6)));
            }
        }
        return sizes;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            assert !rows;
        }
    }
}
