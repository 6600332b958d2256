package org.amends.store.log;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.amends.policy.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, kept by PostgreSQL. */
class EventLogTest extends EventLogContract {

    private HikariDataSource database;
    private EventLog log;

    @BeforeEach
    void emptyDatabase() {
        database = TestPostgres.database();
        log = new EventLog(database, InstantSource.fixed(NOW), Policy::standard);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    EventLog log() {
        return log;
    }

    @Override
    LogReader reader() {
        return new LogReader(database);
    }

    /** The server cuts the connection after the events were written and before the head is moved. */
    @Override
    void breakNextTransaction() {
        // A sequence does not go back with the transaction.
        execute("create sequence cuts");
        execute("""
                create function cut() returns trigger language plpgsql as $$
                begin
                    if nextval('cuts') = 1 then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return new;
                end $$""");
        execute("create trigger cut before update on log_head for each row execute function cut()");
    }

    @Override
    void merge(String customer, String into) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            log.lock(connection);
            long merged = number(customer);
            StoredRelationship before = reader().find(merged);
            try (PreparedStatement update =
                    connection.prepareStatement("update relationship set merged_into = ? where id = ?")) {
                update.setObject(1, into == null ? null : number(into), java.sql.Types.BIGINT);
                update.setLong(2, merged);
                update.executeUpdate();
            }
            log.refold(connection, List.of(merged, into == null ? before.mergedInto() : number(into)));
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
