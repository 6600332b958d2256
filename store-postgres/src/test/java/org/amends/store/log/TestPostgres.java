package org.amends.store.log;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of this JVM, with a new schema for whoever asks. */
final class TestPostgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static DataFolder folder;

    private TestPostgres() {}

    static HikariDataSource database() {
        DatabaseAddress address = address();
        String name = "test" + SCHEMAS.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(address.jdbcUrl() + "?currentSchema=" + name);
        database.setUsername(address.user());
        database.setPassword(address.password());
        database.setMaximumPoolSize(8);
        database.setMinimumIdle(0);
        Flyway.configure()
                .dataSource(database)
                .defaultSchema(name)
                .locations("classpath:org/amends/store/migration")
                .load()
                .migrate();
        return database;
    }

    private static synchronized DatabaseAddress address() {
        if (folder == null) {
            try {
                folder = DataFolder.open(Files.createTempDirectory("amends-log-test"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return folder.address();
    }
}
