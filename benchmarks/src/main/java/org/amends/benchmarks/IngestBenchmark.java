package org.amends.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;
import org.amends.policy.Policy;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.amends.store.log.EventLog;
import org.flywaydb.core.Flyway;

/**
 * What the log takes, beside what the same PostgreSQL on the same disk can do at all, measured one after another in one run:
 * durable single commits, COPY, batches of 500, and 64 threads that each wait for their own event.
 *
 * <p>Arguments: events in batches (default 1000000), customers (default 100000), seconds for what is measured by time
 * (default 15).
 */
final class IngestBenchmark {

    private static final int BATCH = 500;
    private static final int SUBMITTERS = 64;

    private IngestBenchmark() {}

    /** Runs everything and prints one line a figure. */
    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int customers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
        Path place = Files.createTempDirectory("amends-ingest");
        try (DataFolder folder = DataFolder.open(place);
                HikariDataSource database = database(folder.address())) {
            requireDurable(database);
            PlainWriting plain = new PlainWriting(database);
            measure("PostgreSQL: durable single commits", "commits/s", () -> plain.singleCommits(seconds));
            measure("PostgreSQL: COPY, two indexes", "rows/s", () -> plain.copy(events));
            EventLog log = new EventLog(database, InstantSource.system(), Policy::standard);
            LogWriting writing = new LogWriting(log, customers);
            writing.warmUp();
            measure("log: batches of 500, one after another", "events/s", () -> writing.batches(events, BATCH));
            measure("log: import, 10,000 together, by customer", "events/s", () -> writing.imports(events, 10_000));
            measure("log: batches of 500, 4 senders", "events/s", () -> writing.senders(events, BATCH, 4));
            measure("log: single events, 64 submitters", "events/s", () -> writing.singles(SUBMITTERS, seconds));
            plain.sizes().forEach(System.out::println);
        } finally {
            delete(place);
        }
    }

    private interface Work {
        Rate run() throws Exception;
    }

    private static void measure(String what, String unit, Work work) throws Exception {
        Spent before = Spent.now();
        Rate rate = work.run();
        Spent spent = Spent.now().since(before);
        System.out.printf(
                "%-42s %,9.0f %-9s %s%s%n", what, rate.perSecond(), unit, spent.each(rate.things()), rate.note());
    }

    private static HikariDataSource database(DatabaseAddress address) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(address.jdbcUrl());
        database.setUsername(address.user());
        database.setPassword(address.password());
        database.setMaximumPoolSize(8);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:org/amends/store/migration")
                .load()
                .migrate();
        return database;
    }

    /** A figure without durability would say nothing. */
    private static void requireDurable(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(
                        "select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on',"
                                + " version()")) {
            if (!result.next() || !result.getBoolean(1)) {
                throw new IllegalStateException("fsync or synchronous_commit is off.");
            }
            System.out.println(result.getString(2) + ", fsync on, synchronous_commit on");
        }
    }

    private static void delete(Path place) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
