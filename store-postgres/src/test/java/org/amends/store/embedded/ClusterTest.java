package org.amends.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the PostgreSQL of a data folder is set up. */
class ClusterTest {

    private static DataFolder folder;

    @BeforeAll
    static void open(@TempDir Path data) {
        folder = DataFolder.serve(data);
    }

    @AfterAll
    static void close() {
        folder.close();
    }

    @Test
    void keepsWhatIsCommittedAndLetsOnlyThisMachineIn() throws SQLException {
        Map<String, String> expected = Map.of(
                "fsync", "on",
                "full_page_writes", "on",
                "synchronous_commit", "on",
                "data_checksums", "on",
                "server_encoding", "UTF8",
                "listen_addresses", "127.0.0.1",
                "password_encryption", "scram-sha-256");
        Map<String, String> found = new HashMap<>();
        for (String setting : expected.keySet()) {
            found.put(setting, ask(folder, "SHOW " + setting));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void sortsTextTheSameOnEveryMachine() throws SQLException {
        assertThat(ask(
                        folder,
                        "SELECT format('%s %s', datlocprovider, datlocale) FROM pg_database WHERE datname = 'amends'"))
                .isEqualTo("b C.UTF-8");
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(folder.address().jdbcUrl(), "amends", "guess"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(folder.address().jdbcUrl(), "postgres", ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void keepsSecretsFromOtherUsers() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.folder().resolve("postgres/amends.secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.address().toString()).doesNotContain(folder.address().password());
    }

    @Test
    void ownsItsDatabaseAndNothingElseOfTheMachine() {
        assertThatThrownBy(() -> ask(folder, "SELECT pg_read_file('/etc/passwd')"))
                .hasMessageContaining("permission denied");
    }

    private static String ask(DataFolder folder, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        folder.address().jdbcUrl(),
                        folder.address().user(),
                        folder.address().password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
