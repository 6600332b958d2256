package org.amends.server.customer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.amends.store.log.EventLog;
import org.amends.store.log.IncomingEvent;
import org.amends.store.log.Outcome;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** What is done to the log within the transaction of the caller. */
@Component
public final class LogLock {

    private final EventLog log;
    private final DataSource database;
    private final SQLExceptionTranslator failures = new SQLStateSQLExceptionTranslator();

    LogLock(EventLog log, DataSource database) {
        this.log = log;
        this.database = database;
    }

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    /** Nobody appends until the transaction ends. */
    public void take() {
        boolean ignored = within(connection -> {
            log.lock(connection);
            return true;
        });
    }

    /** Folds these anew. */
    void refold(Collection<Long> relationships) {
        boolean ignored = within(connection -> {
            log.refold(connection, relationships);
            return true;
        });
    }

    /** Appends these. */
    public List<Outcome> append(List<IncomingEvent> events) {
        return within(connection -> log.append(connection, events));
    }

    private <T> T within(Use<T> use) {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return use.of(connection);
        } catch (SQLException failed) {
            throw java.util.Objects.requireNonNull(failures.translate("Changing the log", null, failed));
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
