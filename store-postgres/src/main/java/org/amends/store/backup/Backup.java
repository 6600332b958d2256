package org.amends.store.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.amends.store.schema.Schema;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all tables into one file, as they stood at one moment, while others go on writing to them. The file is a zip with a
 * COPY of each table and a {@link Manifest}; it appears under its name when it is whole and on disk.
 */
public final class Backup {

    /**
     * What was written.
     *
     * @param schema the version of the newest migration
     * @param bytes of the file
     */
    public record Taken(String schema, int tables, long rows, long bytes) {}

    private Backup() {}

    /**
     * Takes a backup.
     *
     * @param file must not be there yet
     * @throws BackupException if the file cannot be written or the database cannot be read
     */
    public static Taken take(DataSource database, Path file, Instant now) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new BackupException(target, "is there already", "Name another file with --out.");
        }
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Manifest manifest = write(database, beside, now);
            try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            long rows =
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
            return new Taken(manifest.schema(), manifest.tables().size(), rows, Files.size(target));
        } catch (IOException failure) {
            throw new BackupException(
                    target,
                    "cannot be written (%s)".formatted(failure.getMessage()),
                    "Name a file on a disk with room and with the right to write, with --out.",
                    failure);
        } catch (SQLException failure) {
            throw new BackupException(
                    target,
                    "the database could not be read (%s)".formatted(failure.getMessage()),
                    "Check that PostgreSQL runs, and take the backup again.",
                    failure);
        } finally {
            discard(beside);
        }
    }

    private static Manifest write(DataSource database, Path file, Instant now) throws IOException, SQLException {
        String schema = new Schema(database).version();
        try (Connection connection = database.getConnection();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            beginSnapshot(connection);
            List<Manifest.Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table :
                    Catalogue.tables(connection).entrySet()) {
                tables.add(copy(connection, table.getKey(), table.getValue(), zip));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    now.truncatedTo(ChronoUnit.SECONDS).toString(),
                    schema,
                    tables,
                    Catalogue.partitions(connection),
                    Catalogue.sequences(connection));
            connection.rollback();
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /** One moment for all tables, and a text of values that does not depend on how this PostgreSQL is set. */
    private static void beginSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement settings = connection.createStatement()) {
            settings.execute("set local datestyle = 'ISO'");
            settings.execute("set local intervalstyle = 'postgres'");
            settings.execute("set local timezone = 'UTC'");
            settings.execute("set local bytea_output = 'hex'");
            settings.execute("set local extra_float_digits = 1");
            settings.execute("set local statement_timeout = 0");
        }
    }

    private static Manifest.Table copy(Connection connection, String table, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        MessageDigest digest = Digests.sha256();
        Manifest.Table entry = new Manifest.Table(table, columns, 0, 0, "");
        zip.putNextEntry(new ZipEntry(entry.entry()));
        Counting counting = new Counting(new DigestOutputStream(zip, digest));
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        // A query, since COPY of a partitioned table itself would copy nothing.
        long rows = copies.copyOut("copy (select %s from %s) to stdout".formatted(entry.list(), table), counting);
        zip.closeEntry();
        return new Manifest.Table(table, columns, rows, counting.bytes, Digests.hex(digest));
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException remains) {
            // The name says that it is a part; the next backup to this place deletes it.
            unfinished.toFile().deleteOnExit();
        }
    }

    /** Counts what passes, and keeps an entry open that somebody else closes. */
    private static final class Counting extends FilterOutputStream {

        private long bytes;

        private Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            out.write(buffer, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
