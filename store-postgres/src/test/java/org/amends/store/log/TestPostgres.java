package org.amends.store.log;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of this JVM, with a new database for whoever asks. */
final class TestPostgres {

    private static final String BIN = "/usr/lib/postgresql/15/bin/";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static int port;

    private TestPostgres() {}

    static HikariDataSource database() {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        HikariDataSource database = pool(name);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:org/amends/store/migration")
                .load()
                .migrate();
        return database;
    }

    private static HikariDataSource pool(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url(name));
        pool.setUsername("postgres");
        pool.setPassword("");
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static synchronized String url(String name) {
        if (port == 0) {
            port = start();
        }
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    private static int start() {
        try (ServerSocket socket = new ServerSocket(0)) {
            int free = socket.getLocalPort();
            socket.close();
            Path folder = Files.createTempDirectory("amends-postgres");
            run("chown", "postgres", folder.toString());
            Path data = folder.resolve("data");
            run("runuser", "-u", "postgres", "--", BIN + "initdb", "-D", data.toString(), "-A", "trust", "-E", "UTF8");
            run(
                    "runuser",
                    "-u",
                    "postgres",
                    "--",
                    BIN + "pg_ctl",
                    "-D",
                    data.toString(),
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p %d -k '' -h 127.0.0.1".formatted(free),
                    "-w",
                    "start");
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> run(
                            "runuser",
                            "-u",
                            "postgres",
                            "--",
                            BIN + "pg_ctl",
                            "-D",
                            data.toString(),
                            "-m",
                            "immediate",
                            "stop")));
            return free;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void run(String... command) {
        try {
            int status = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
