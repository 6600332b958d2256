package org.amends.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.amends.cli.Ran;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.amends.store.log.LogReader;
import org.amends.store.log.LoggedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandsTest {

    private static final String ROWS = """
            event_id,customer,time,type,ref,amount,text,Shop Floor
            a,anna,2026-03-02T10:00:00Z,purchase,o1,12.50,,2
            b,anna,2026-03-01T10:00:00Z,purchase,o2,7.00,,
            c,boris,2026-03-01T10:00:00Z,complaint,o3,,"Where is it, then?",
            c,boris,2026-03-01T10:00:00Z,complaint,o3,,"Where is it, then?",
            d,,2026-03-01T10:00:00Z,purchase,o4,1.00,,
            e,anna,2199-01-01T00:00:00Z,purchase,o5,1.00,,
            """;

    @TempDir
    static Path data;

    @TempDir
    Path work;

    private static DataFolder folder;

    @BeforeAll
    static void openTheFolderAsAServiceDoes() {
        folder = DataFolder.serve(data);
    }

    @AfterAll
    static void close() {
        folder.close();
    }

    @BeforeEach
    void emptyLog() throws Exception {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
        }
    }

    @Test
    void importsEachEventOnceAndTellsWhatWasRefused() throws Exception {
        Path file = Files.writeString(work.resolve("events.csv"), ROWS);
        Path rejected = work.resolve("rejected.csv");
        Ran first = Ran.amends("import", file, "--data", data, "--rejected", rejected);
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .isEqualTo("3 events stored, 1 were there already.\n2 rows were refused; %s says why.\n"
                        .formatted(rejected));
        assertThat(first.code()).isEqualTo(1);
        assertThat(Files.readString(rejected))
                .contains("events.csv:6,customer,customer is empty")
                .contains("event e,time,\"time is 2199-01-01T00:00:00Z, and now is ");
        Ran second = Ran.amends("import", file, "--data", data, "--rejected", rejected);
        assertThat(second.out()).startsWith("0 events stored, 4 were there already.\n");
    }

    @Test
    void keepsColumnsThatAmendsDoesNotKnow() throws Exception {
        Path file = Files.writeString(work.resolve("events.csv"), ROWS);
        assertThat(Ran.amends("import", file, "--data", data, "--rejected", work.resolve("r.csv"))
                        .code())
                .isEqualTo(1);
        assertThat(log())
                .extracting(event -> event.row().attributes().get("text"))
                .containsOnlyOnce("Where is it, then?");
        assertThat(log())
                .extracting(event -> event.row().attributes().get("shop floor"))
                .containsOnlyOnce("2");
    }

    @Test
    void aDryRunReadsEverythingAndChangesNothing() throws Exception {
        Path file = Files.writeString(work.resolve("events.csv"), ROWS);
        Ran ran = Ran.amends("import", file, "--dry-run", "--data", data, "--rejected", work.resolve("r.csv"));
        assertThat(ran.out())
                .startsWith("5 events would be brought in, repetitions among them; nothing was changed.\n");
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                var tables = statement.executeQuery("select 1 from pg_tables where schemaname = 'public'")) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void saysWhichFileIsMissing() {
        Ran ran = Ran.amends("import", work.resolve("none.csv"), "--data", data);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("amends import: ").contains("none.csv");
    }

    @Test
    void rebuildingFindsASpoiledStateAndMakesItGood() throws Exception {
        Path file = Files.writeString(work.resolve("events.csv"), ROWS);
        assertThat(Ran.amends("import", file, "--data", data, "--quiet", "--rejected", work.resolve("r.csv"))
                        .out())
                .isEmpty();
        assertThat(Ran.amends("rebuild", "--check", "--data", data))
                .isEqualTo(new Ran(0, "2 relationships folded anew from 3 events; 0 states differed.\n", ""));
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("update relationship set state = '\\x01' where customer = 'anna'");
        }
        assertThat(Ran.amends("rebuild", "--check", "--data", data))
                .isEqualTo(new Ran(1, "2 relationships folded anew from 3 events; 1 states differed.\n  anna\n", ""));
        assertThat(Ran.amends("rebuild", "--data", data).out()).contains("1 states differed and were written.");
        assertThat(Ran.amends("rebuild", "--check", "--data", data).code()).isZero();
    }

    private static List<LoggedEvent> log() {
        try (HikariDataSource database = new HikariDataSource()) {
            DatabaseAddress address = folder.address();
            database.setJdbcUrl(address.jdbcUrl());
            database.setUsername(address.user());
            database.setPassword(address.password());
            return new LogReader(database).read(0, 100);
        }
    }

    private static Connection connection() throws Exception {
        DatabaseAddress address = folder.address();
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
