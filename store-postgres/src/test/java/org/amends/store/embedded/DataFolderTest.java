package org.amends.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.amends.store.connection.DatabaseAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data folder holds, and that every unclean stop is recovered from by the next start. */
class DataFolderTest {

    /** Unpacked once for all tests: the programs are the same for each. */
    @TempDir
    private static Path programs;

    @TempDir
    private Path temporary;

    private Path data;

    @BeforeEach
    void linkPrograms() throws IOException {
        data = temporary.resolve("data");
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(data.resolve("programs"), programs);
    }

    @AfterEach
    void leavesNothingRunning() {
        assertThat(Leftovers.processes(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        write();

        assertThat(read()).isEqualTo("kept");
    }

    @Test
    void stopsAPostgresLeftRunningByAKilledOwner() throws Exception {
        write();
        Holder holder = Holder.of(data);
        holder.kill();
        assertThat(Leftovers.processes(data.resolve("postgres"))).isNotEmpty();

        assertThat(read()).isEqualTo("kept");
    }

    @Test
    void stopsAPostgresThatStillHoldsALockForAKilledOwner() throws Exception {
        write();
        Holder holder = Holder.of(data);
        DatabaseAddress address;
        try (DataFolder guest = DataFolder.open(data)) {
            address = guest.address();
        }
        try (Connection forgotten = connect(address);
                Statement statement = forgotten.createStatement()) {
            forgotten.setAutoCommit(false);
            statement.execute("LOCK TABLE memory IN ACCESS EXCLUSIVE MODE");
            holder.kill();

            assertThat(read()).isEqualTo("kept");
        }
    }

    @Test
    void startsAfterPostgresItselfWasKilledWithItsOwner() throws Exception {
        write();
        Holder holder = Holder.of(data);
        holder.kill();
        List<Long> orphans = Leftovers.processes(data.resolve("postgres"));
        Leftovers.signal("KILL", List.of(orphans.getFirst()));

        assertThat(read()).isEqualTo("kept");
    }

    @Test
    void ignoresALockFileThatNamesAStrangersProcess() throws Exception {
        write();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n  1234  1\nready   \n"
                        .formatted(ProcessHandle.current().pid(), data.resolve("postgres")));

        assertThat(read()).isEqualTo("kept");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void makesTheDatabaseAgainWhenItWasCutOffHalfMade() throws Exception {
        Path unfinished = data.resolve("postgres.new");
        Files.createDirectory(unfinished);
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("initdb.secret"), "old");

        write();

        assertThat(unfinished).doesNotExist();
        assertThat(read()).isEqualTo("kept");
    }

    @Test
    void survivesBeingKilledAtAnyMomentOfTheFirstStart() throws Exception {
        Files.delete(data.resolve("programs"));
        for (int millis : new int[] {700, 2000, 2600, 3200}) {
            try (Holder holder = Holder.begin(data)) {
                holder.waitFor(Duration.ofMillis(millis));
            }
        }

        write();

        assertThat(read()).isEqualTo("kept");
        try (Stream<Path> unpacked = Files.list(data.resolve("programs"))) {
            assertThat(unpacked).singleElement().asString().contains("postgres-");
        }
    }

    @Test
    void unpacksAgainWhatACrashOfTheMachineEmptied() throws Exception {
        Files.delete(data.resolve("programs"));
        write();
        Path postgres = Programs.in(data.resolve("programs")).program("postgres");
        Files.write(postgres, new byte[0]);

        assertThat(read()).isEqualTo("kept");
    }

    @Test
    void takesAnotherPortWhenSomebodyElseHasTaken() throws Exception {
        write();
        try (ServerSocket stranger = new ServerSocket(Cluster.lastPort(data), 1, InetAddress.getLoopbackAddress())) {
            try (DataFolder folder = DataFolder.serve(data)) {
                assertThat(folder.address().jdbcUrl()).doesNotContain(":" + stranger.getLocalPort() + "/");
                assertThat(ask(folder, "SELECT word FROM memory")).isEqualTo("kept");
            }
        }
    }

    @Test
    void turnsASecondServiceAwayAndSaysWhoIsThere() throws Exception {
        try (Holder holder = Holder.of(data)) {
            assertThatThrownBy(() -> DataFolder.serve(data))
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining("is in use by process")
                    .hasMessageContaining("amends serve")
                    .hasMessageContaining("--data");
            holder.quit();
        }
    }

    @Test
    void letsACommandUseTheDatabaseOfAService() throws SQLException {
        try (DataFolder service = DataFolder.serve(data);
                DataFolder command = DataFolder.open(data)) {
            assertThat(service.isOwner()).isTrue();
            assertThat(command.isOwner()).isFalse();
            assertThat(command.address()).isEqualTo(service.address());
            assertThat(ask(command, "SELECT 'hello'")).isEqualTo("hello");
        }
    }

    @Test
    void runsTheDatabaseForACommandWhereNoServiceDoes() throws SQLException {
        write();

        try (DataFolder command = DataFolder.open(data)) {
            assertThat(command.isOwner()).isTrue();
            assertThat(ask(command, "SELECT word FROM memory")).isEqualTo("kept");
        }
    }

    @Test
    void startsPostgresAgainWhenItEndsByItself() throws SQLException {
        write();
        try (DataFolder folder = DataFolder.serve(data)) {
            Leftovers.signal("KILL", Leftovers.processes(data.resolve("postgres")));

            assertThat(eventually(folder, "SELECT word FROM memory")).isEqualTo("kept");
        }
    }

    @Test
    void saysWhatToDoAboutAFolderThatHoldsSomethingElse() throws IOException {
        Files.createDirectory(data.resolve("postgres"));

        assertThatThrownBy(() -> DataFolder.serve(data))
                .hasMessageContaining("holds something that Amends did not make")
                .hasMessageContaining("--data");
    }

    @Test
    void saysWhatToDoAboutADatabaseOfAnotherVersion() throws Exception {
        write();
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> DataFolder.serve(data))
                .hasMessageContaining("was made by PostgreSQL 17")
                .hasMessageContaining("amends backup");
    }

    @Test
    void saysWhatToDoAboutAPlaceThatIsNoFolder() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "text");

        assertThatThrownBy(() -> DataFolder.serve(file.resolve("data")))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("--data");
    }

    private void write() throws SQLException {
        try (DataFolder folder = DataFolder.serve(data);
                Connection connection = connect(folder.address());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE memory AS SELECT 'kept' AS word");
        }
    }

    private String read() throws SQLException {
        try (DataFolder folder = DataFolder.serve(data)) {
            return ask(folder, "SELECT word FROM memory");
        }
    }

    private static String eventually(DataFolder folder, String query) throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return ask(folder, query);
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Pause.millis(50);
            }
        }
    }

    private static String ask(DataFolder folder, String query) throws SQLException {
        try (Connection connection = connect(folder.address());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
