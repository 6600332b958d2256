package org.amends.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.amends.store.embedded.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Which databases are refused, and that a refused one is left as it was. */
class SchemaTest {

    private static DataFolder folder;
    private static int databases;

    @BeforeAll
    static void open(@TempDir Path data) {
        folder = DataFolder.serve(data);
    }

    @AfterAll
    static void close() {
        folder.close();
    }

    @Test
    void bringsAnEmptyDatabaseUpToDateAndThenHasNothingToDo() throws SQLException {
        PGSimpleDataSource database = fresh("");

        new Schema(database).bringUpToDate(folder.folder());
        new Schema(database).bringUpToDate(folder.folder());

        Schema schema = new Schema(database);
        assertThat(schema.isUpToDate()).isTrue();
        assertThat(schema.version()).isEqualTo(schema.newestVersion()).isNotEqualTo("0");
    }

    @Test
    void refusesADatabaseThatANewerAmendsHasWorkedOn() throws SQLException {
        PGSimpleDataSource database = fresh("");
        new Schema(database).bringUpToDate(null);
        run(database, """
                insert into flyway_schema_history
                select 999, '9999', 'of the future', 'SQL', 'V9999__future.sql', 1, 'amends', now(), 1, true
                """);

        refuses(database, "9999", "newer");
    }

    @Test
    void refusesADatabaseWithAMigrationThatWasNotFinished() throws SQLException {
        PGSimpleDataSource database = fresh("");
        new Schema(database).bringUpToDate(null);
        run(database, "update flyway_schema_history set success = false where version = '1'");

        refuses(database, "begun and not finished", "restore");
    }

    @Test
    void refusesADatabaseWhoseTablesWereMadeOtherwise() throws SQLException {
        PGSimpleDataSource database = fresh("");
        new Schema(database).bringUpToDate(null);
        run(database, "update flyway_schema_history set checksum = 1 where version = '1'");

        refuses(database, "migration 1 is not the one", "backup");
    }

    @Test
    void refusesADatabaseOfSomethingElse() throws SQLException {
        PGSimpleDataSource database = fresh("");
        run(database, "create table invoices (id int)");

        refuses(database, "holds 1 tables of something else", "of its own");
        run(database, "drop table invoices");
    }

    @Test
    void refusesADatabaseThatStoresTextOtherwise() throws SQLException {
        PGSimpleDataSource database =
                fresh(" encoding 'LATIN1' template template0 locale_provider libc lc_collate 'C' lc_ctype 'C'");

        refuses(database, "stores text as LATIN1", "UTF8");
    }

    @Test
    void refusesADatabaseThatCanOnlyBeRead() throws SQLException {
        PGSimpleDataSource database = fresh("");
        run(database, "alter database %s set default_transaction_read_only = on".formatted(database.getDatabaseName()));

        refuses(database, "can only be read", "written");
    }

    @Test
    void refusesAUserWhoMayNotMakeTables() throws SQLException {
        PGSimpleDataSource database = fresh("");
        run(database, "alter database %s set search_path = information_schema".formatted(database.getDatabaseName()));

        refuses(database, "may not make tables", "GRANT CREATE");
    }

    @Test
    void saysHowToMendAnAddressThatNobodyAnswers() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/amends");

        assertThatThrownBy(() -> new Schema(nowhere).bringUpToDate(null))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Check that PostgreSQL runs there");
    }

    private static void refuses(PGSimpleDataSource database, String finding, String remedy) {
        assertThatThrownBy(() -> new Schema(database).bringUpToDate(null))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining(finding)
                .hasMessageContaining(remedy);
    }

    private static PGSimpleDataSource fresh(String options) throws SQLException {
        String name = "fresh" + databases++;
        run(database("amends"), "create database " + name + options);
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
}
