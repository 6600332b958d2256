package org.amends.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;

/**
 * Fills a database with made-up cases, so that lists, search, export and report can be timed at a size that would take a day to
 * send. Everything is made in the database, by {@code cases.sql}.
 *
 * <p>Arguments: the data folder, how many cases.
 */
public final class CaseFilling {

    private CaseFilling() {}

    /** Fills. */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]))) {
            DatabaseAddress address = folder.address();
            try (Connection connection =
                    DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
                fill(connection, Integer.parseInt(arguments[1]));
            }
        }
    }

    private static void fill(Connection connection, int cases) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            boolean ignored = statement.execute("set bench.cases = " + cases);
            for (String each : script().split(";\n", -1)) {
                if (!each.isBlank()) {
                    long begun = System.nanoTime();
                    ignored = statement.execute(each);
                    System.out.printf(
                            Locale.ROOT,
                            "%7.1f s  %s%n",
                            (System.nanoTime() - begun) / 1e9,
                            each.strip()
                                    .lines()
                                    .filter(line -> !line.startsWith("--"))
                                    .findFirst()
                                    .orElse(""));
                }
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = CaseFilling.class.getResourceAsStream("cases.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
