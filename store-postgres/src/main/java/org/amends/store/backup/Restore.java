package org.amends.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.amends.store.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a backup back into an empty database: the tables as they were then, the rows, checked against what the backup says of
 * itself, and then the migrations that came since. All rows or none.
 */
public final class Restore {

    private static final String OTHER_BACKUP = "Take another backup file; this one was damaged or is something else.";

    private Restore() {}

    /**
     * Puts a backup back.
     *
     * @param database holds no table
     * @return what the file said it holds
     * @throws BackupException if the database is not empty, or the file is not a whole backup that this program knows
     */
    public static Backup.Taken into(DataSource database, Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip, file);
            requireEmpty(database);
            Schema schema = new Schema(database);
            requireKnown(schema, manifest, file);
            schema.bringUpTo(manifest.schema());
            load(database, zip, manifest, file);
            schema.bringUpToDate(null);
            long rows =
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
            return new Backup.Taken(manifest.schema(), manifest.tables().size(), rows, Files.size(file));
        } catch (IOException failure) {
            throw new BackupException(
                    file, "cannot be read as a backup (%s)".formatted(failure.getMessage()), OTHER_BACKUP, failure);
        } catch (SQLException failure) {
            throw new BackupException(
                    file,
                    "could not be put back (%s)".formatted(failure.getMessage()),
                    "The database holds no row of it. Use an empty database for the next attempt.",
                    failure);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupException(file, "holds no " + Manifest.ENTRY, OTHER_BACKUP);
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = new JsonMapper().readValue(in, Manifest.class);
        } catch (JacksonException broken) {
            throw new BackupException(file, Manifest.ENTRY + " cannot be read", OTHER_BACKUP, broken);
        }
        if (manifest.format() != Manifest.FORMAT) {
            throw new BackupException(
                    file,
                    "is of format %d and this Amends reads %d".formatted(manifest.format(), Manifest.FORMAT),
                    "Use the Amends that took it, or a newer one.");
        }
        if (!manifest.isSound()) {
            throw new BackupException(file, Manifest.ENTRY + " holds a name that no Amends wrote", OTHER_BACKUP);
        }
        return manifest;
    }

    private static void requireEmpty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')")) {
            if (found.next() && found.getLong(1) > 0) {
                throw new BackupException(
                        "The database",
                        "is not empty: it has %d tables".formatted(found.getLong(1)),
                        "Restore into a new folder (--data NEW_DIR) or a new database; nothing is ever overwritten.");
            }
        }
    }

    private static void requireKnown(Schema schema, Manifest manifest, Path file) {
        if (!schema.knows(manifest.schema())) {
            throw new BackupException(
                    file,
                    "has tables of version %s and this Amends knows those up to %s"
                            .formatted(manifest.schema(), schema.newestVersion()),
                    "Use the Amends that took it, or a newer one.");
        }
    }

    private static void load(DataSource database, ZipFile zip, Manifest manifest, Path file)
            throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                makePartitions(connection, manifest);
                empty(connection, manifest, file);
                for (Manifest.Table table : manifest.tables()) {
                    load(connection, zip, table, file);
                }
                setSequences(connection, manifest);
                connection.commit();
            } catch (IOException | SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    private static void makePartitions(Connection connection, Manifest manifest) throws SQLException {
        Set<Manifest.Partition> there = new HashSet<>(Catalogue.partitions(connection));
        try (Statement statement = connection.createStatement()) {
            for (Manifest.Partition partition : manifest.partitions()) {
                if (there.stream().noneMatch(known -> known.name().equals(partition.name()))) {
                    statement.execute("create table %s partition of %s %s"
                            .formatted(partition.name(), partition.of(), partition.bounds()));
                }
            }
        }
    }

    /** Takes out the rows that migrations put in: the backup has them too. */
    private static void empty(Connection connection, Manifest manifest, Path file) throws SQLException {
        Map<String, List<String>> tables = Catalogue.tables(connection);
        for (Manifest.Table table : manifest.tables()) {
            if (!tables.containsKey(table.name())) {
                throw new BackupException(
                        file, "holds a table \"%s\" that its version has not".formatted(table.name()), OTHER_BACKUP);
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String table : List.copyOf(tables.keySet()).reversed()) {
                // A log that is only added to refuses this even where there is nothing to delete.
                if (hasRows(connection, table)) {
                    statement.execute("delete from " + table);
                }
            }
        }
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select exists (select from %s)".formatted(table))) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static void load(Connection connection, ZipFile zip, Manifest.Table table, Path file)
            throws IOException, SQLException {
        @Nullable ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new BackupException(file, "holds no " + table.entry(), OTHER_BACKUP);
        }
        MessageDigest digest = Digests.sha256();
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows;
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            rows = copies.copyIn("copy %s (%s) from stdin".formatted(table.name(), table.list()), in, 1 << 16);
        }
        if (rows != table.rows() || !Digests.hex(digest).equals(table.sha256())) {
            throw new BackupException(
                    file,
                    "%s is not what was written: %d rows instead of %d, or other bytes"
                            .formatted(table.entry(), rows, table.rows()),
                    OTHER_BACKUP);
        }
    }

    private static void setSequences(Connection connection, Manifest manifest) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (Manifest.Sequence sequence : manifest.sequences()) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.last());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }
}
