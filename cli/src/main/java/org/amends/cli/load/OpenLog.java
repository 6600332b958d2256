package org.amends.cli.load;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.amends.cli.database.DatabaseOption;
import org.amends.format.policy.PolicyReader;
import org.amends.format.policy.PolicyReading;
import org.amends.policy.Policy;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.schema.Schema;
import org.jspecify.annotations.Nullable;

/** The database of the log, its tables up to date, for as long as a command needs it. */
final class OpenLog implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final DatabaseOption.Opened opened;
    private final HikariDataSource database;
    private final Policy policy;

    OpenLog(DatabaseOption option) {
        opened = option.open();
        database = pool(opened.address());
        boolean ready = false;
        try {
            new Schema(database)
                    .bringUpToDate(
                            opened.folder() == null ? null : opened.folder().folder());
            policy = inForce(database);
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    DataSource database() {
        return database;
    }

    /** The policy in force, which is the built-in one while none was published. */
    Policy policy() {
        return policy;
    }

    @Override
    public void close() {
        database.close();
        opened.close();
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.jdbcUrl());
        if (address.user() != null) {
            pool.setUsername(address.user());
        }
        if (address.password() != null) {
            pool.setPassword(address.password());
        }
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    private static Policy inForce(DataSource database) {
        String text = content(database);
        if (text == null) {
            return Policy.standard();
        }
        if (PolicyReader.read(text) instanceof PolicyReading.Read(Policy published)) {
            return published;
        }
        throw new IllegalStateException(
                "The policy in force cannot be read by this version of Amends. Maybe a newer one published it.");
    }

    private static @Nullable String content(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select content from policy_version order by number desc limit 1");
                ResultSet result = query.executeQuery()) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException("The policy in force cannot be read.", failed);
        }
    }
}
