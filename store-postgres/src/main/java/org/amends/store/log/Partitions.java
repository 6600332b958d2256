package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The quarters into which events are stored. One that is missing is made in a transaction of its own, before the one that
 * appends, so that appending never waits for it; two servers may do it at once.
 */
final class Partitions {

    /** Any number that nothing else in this database locks. */
    private static final long LOCK = 0x616D_656E_6473L;

    private static final int FIRST_YEAR = 2000;

    private final DataSource database;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    Partitions(DataSource database) {
        this.database = database;
    }

    /** Makes what is missing for events of these times. */
    void ensure(Collection<Instant> times) throws SQLException {
        Set<LocalDate> missing = new TreeSet<>();
        for (Instant time : times) {
            LocalDate quarter = quarterOf(time);
            if (quarter.getYear() >= FIRST_YEAR && !known.contains(quarter)) {
                missing.add(quarter);
            }
        }
        for (LocalDate quarter : missing) {
            make(quarter);
            known.add(quarter);
        }
    }

    private void make(LocalDate quarter) throws SQLException {
        String name = "event_%dq%d".formatted(quarter.getYear(), (quarter.getMonthValue() + 2) / 3);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(%d)".formatted(LOCK));
                if (!exists(connection, name)) {
                    // Attaching lets readers and writers go on, which creating in place would not.
                    statement.execute("create table %s (like event including all)".formatted(name));
                    statement.execute(
                            "alter table event attach partition %s for values from ('%s 00:00+00') to ('%s 00:00+00')"
                                    .formatted(name, quarter, quarter.plusMonths(3)));
                }
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static LocalDate quarterOf(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
    }
}
