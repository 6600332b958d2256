package org.amends.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.amends.event.EventRow;
import org.amends.policy.Policy;
import org.amends.store.embedded.DataFolder;
import org.amends.store.log.EventLog;
import org.amends.store.log.IncomingEvent;
import org.amends.store.schema.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** That what was backed up comes back to the byte, and that nothing else is taken for a backup. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static DataFolder folder;
    private static PGSimpleDataSource full;
    private static int databases;

    @TempDir
    private Path files;

    @BeforeAll
    static void fill(@TempDir Path data) throws SQLException {
        folder = DataFolder.serve(data);
        full = fresh();
        new Schema(full).bringUpToDate(null);
        EventLog log = new EventLog(full, InstantSource.fixed(NOW), Policy::standard);
        assertThat(log.append(events(0, 400))).hasSize(400);
    }

    @AfterAll
    static void close() {
        folder.close();
    }

    @Test
    void putsBackEveryRowOfEveryTableToTheByte() throws SQLException, IOException {
        Path file = files.resolve("amends.backup");
        Backup.Taken taken = Backup.take(full, file, NOW);
        PGSimpleDataSource restored = fresh();

        Backup.Taken put = Restore.into(restored, file);

        assertThat(put).isEqualTo(taken);
        assertThat(taken.rows()).isGreaterThan(800);
        assertThat(digests(restored)).isEqualTo(digests(full));
        assertThat(new Schema(restored).isUpToDate()).isTrue();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void goesOnWhereTheBackupStood() throws SQLException {
        Path file = files.resolve("amends.backup");
        assertThat(Backup.take(full, file, NOW).rows()).isPositive();
        PGSimpleDataSource restored = fresh();
        assertThat(Restore.into(restored, file).rows()).isPositive();
        EventLog log = new EventLog(restored, InstantSource.fixed(NOW), Policy::standard);

        assertThat(log.append(events(399, 402)))
                .extracting(Object::toString)
                .satisfiesExactly(
                        known -> assertThat(known).contains("Duplicate").contains("400"),
                        next -> assertThat(next).contains("Accepted").contains("401"),
                        last -> assertThat(last).contains("Accepted").contains("402"));
    }

    @Test
    void isOfOneMomentThoughOthersGoOnWriting() throws Exception {
        PGSimpleDataSource busy = fresh();
        new Schema(busy).bringUpToDate(null);
        EventLog log = new EventLog(busy, InstantSource.fixed(NOW), Policy::standard);
        assertThat(log.append(events(0, 50))).hasSize(50);
        Thread writing = Thread.ofPlatform().start(() -> {
            for (int i = 50; !Thread.currentThread().isInterrupted(); i += 5) {
                assertThat(log.append(events(i, i + 5))).hasSize(5);
            }
        });
        Path file = files.resolve("busy.backup");
        try {
            assertThat(Backup.take(busy, file, NOW).rows()).isPositive();
        } finally {
            writing.interrupt();
            writing.join();
        }
        PGSimpleDataSource restored = fresh();
        assertThat(Restore.into(restored, file).rows()).isPositive();

        assertThat(number(restored, "select position from log_head"))
                .isEqualTo(number(restored, "select count(*) from event"))
                .isEqualTo(number(restored, "select count(*) from event_key"))
                .isEqualTo(number(restored, "select max(folded_to) from relationship"));
    }

    @Test
    void neverOverwritesADatabase() throws SQLException {
        Path file = files.resolve("amends.backup");
        assertThat(Backup.take(full, file, NOW).rows()).isPositive();

        assertThatThrownBy(() -> Restore.into(full, file))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("NEW_DIR");
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        Path file = Files.writeString(files.resolve("precious"), "precious");

        assertThatThrownBy(() -> Backup.take(full, file, NOW)).hasMessageContaining("is there already");
        assertThat(file).hasContent("precious");
    }

    @Test
    void refusesAFileThatWasCutOff() throws Exception {
        Path file = files.resolve("amends.backup");
        assertThat(Backup.take(full, file, NOW).rows()).isPositive();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) * 2 / 3);
        }

        refused(file, "cannot be read as a backup");
    }

    @Test
    void refusesAFileWhoseRowsWereChanged() throws Exception {
        Path file = files.resolve("amends.backup");
        assertThat(Backup.take(full, file, NOW).rows()).isPositive();

        refused(
                rewritten(file, "tables/event.copy", text -> text.replaceFirst("25.00", "99.00")),
                "not what was written");
    }

    @Test
    void refusesAFileThatWouldSlipAStatementIn() throws Exception {
        Path file = files.resolve("amends.backup");
        assertThat(Backup.take(full, file, NOW).rows()).isPositive();

        refused(
                rewritten(
                        file,
                        "manifest.json",
                        text -> text.replace("\"event_key\"", "\"event_key; drop table event\"")),
                "a name that no Amends wrote");
    }

    @Test
    void refusesABackupOfANewerAmends() throws Exception {
        Path file = files.resolve("amends.backup");
        assertThat(Backup.take(full, file, NOW).rows()).isPositive();

        refused(
                rewritten(
                        file,
                        "manifest.json",
                        text -> text.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"9999\"")),
                "version 9999");
    }

    private static void refused(Path file, String finding) throws SQLException {
        PGSimpleDataSource database = fresh();
        assertThatThrownBy(() -> Restore.into(database, file))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(finding);
        if (number(database, "select count(*) from pg_class where relname = 'event'") > 0) {
            assertThat(number(database, "select count(*) from event")).isZero();
        }
    }

    private Path rewritten(Path file, String entry, UnaryOperator<String> change) throws IOException {
        Path changed = files.resolve("changed");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
                OutputStream raw = Files.newOutputStream(changed);
                ZipOutputStream out = new ZipOutputStream(raw)) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(next.getName()));
                byte[] bytes = in.readAllBytes();
                out.write(
                        next.getName().equals(entry)
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
                out.closeEntry();
            }
        }
        return changed;
    }

    private static List<IncomingEvent> events(int from, int to) {
        List<IncomingEvent> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            events.add(IncomingEvent.of(new EventRow(
                    "event-" + i,
                    "customer " + i % 17 + " \u00e9\t\\",
                    i % 2 == 0 ? "" : "north",
                    NOW.minusSeconds(86_400L * 3 * (i % 300) + i),
                    "purchase",
                    "order-" + i,
                    new BigDecimal("25.00"),
                    "EUR",
                    "fruit",
                    null,
                    Map.of("note", "line\nbreak"))));
        }
        return events;
    }

    /** A checksum of the rows of each table, partitions by themselves. */
    private static Map<String, String> digests(PGSimpleDataSource database) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                Statement asking = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'")) {
            while (tables.next()) {
                String table = tables.getString(1);
                try (ResultSet digest = asking.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t"
                                .formatted(table))) {
                    digest.next();
                    digests.put(table, digest.getString(1));
                }
            }
        }
        return digests;
    }

    private static PGSimpleDataSource fresh() throws SQLException {
        String name = "backup" + databases++;
        run(database("amends"), "create database " + name);
        return database(name);
    }

    private static PGSimpleDataSource database(String name) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(folder.address().jdbcUrl().replaceFirst("/amends$", "/" + name));
        database.setUser(folder.address().user());
        database.setPassword(folder.address().password());
        return database;
    }

    private static void run(PGSimpleDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(PGSimpleDataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
