package org.amends.store.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * One PostgreSQL cluster: a folder with the data, the settings and the two passwords.
 *
 * <p>It is made beside and put into place in one step, so that a cluster that is there is whole.
 *
 * @param folder PostgreSQL's data directory
 * @param log folder for its log
 * @param password of the role {@link #ROLE}
 */
record Cluster(Path folder, Path log, String password) {

    /** Owns its databases and nothing else: whoever got in through Amends could read no files of the machine. */
    static final String ROLE = "amends";

    static final String DATABASE = "amends";
    private static final String SUPERUSER = "postgres";
    private static final String SECRETS = "amends.secrets";
    private static final String SETTINGS = "amends.conf";
    private static final long LEAST_FREE_BYTES = 300L << 20;

    /** Opens the cluster, making it first if there is none. The caller owns the folder and nothing runs on it. */
    static Cluster in(Path data, Programs programs, Account account) {
        Path folder = data.resolve("postgres");
        Path log = data.resolve("log");
        try {
            Folders.makePrivate(log);
            account.own(log);
            if (!Files.exists(folder.resolve(SECRETS))) {
                create(folder, unfinished(data), programs, account);
            }
            requireSameVersion(folder, programs);
            Path settings = folder.resolve(SETTINGS);
            Files.writeString(
                    settings, ClusterSettings.text(memory(), data.toFile().getUsableSpace(), log));
            account.own(folder);
            return new Cluster(folder, log, secret(folder, ROLE));
        } catch (IOException failure) {
            throw Folders.explained(folder, "cannot hold the database", failure);
        }
    }

    /** Where a cluster is made before it is put into place. */
    static Path unfinished(Path data) {
        return data.resolve("postgres.new");
    }

    /** The port of the last start, or 0 if there was none. */
    static int lastPort(Path data) {
        try {
            return Integer.parseInt(Files.readString(data.resolve("port")).strip());
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }

    /** Writes the port down in one step, for the next start and for other commands. */
    static void keepPort(Path data, int port) throws IOException {
        Path beside = data.resolve("port.new");
        Files.writeString(beside, port + "\n");
        Files.move(beside, data.resolve("port"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The password of a role of the cluster in a data folder. */
    static String secret(Path folder, String role) throws IOException {
        Properties secrets = new Properties();
        secrets.load(new StringReader(Files.readString(folder.resolve(SECRETS))));
        String password = secrets.getProperty(role);
        if (password == null) {
            throw new IOException("%s names no password for %s".formatted(folder.resolve(SECRETS), role));
        }
        return password;
    }

    private static void create(Path folder, Path unfinished, Programs programs, Account account) throws IOException {
        if (Files.exists(folder)) {
            throw new EmbeddedDatabaseException(
                    folder,
                    "holds something that Amends did not make",
                    "Move it away, or name another folder with --data.");
        }
        requireSpace(folder.resolveSibling("."));
        Folders.delete(unfinished);
        Folders.makePrivate(unfinished);
        account.own(unfinished);
        String superPassword = newPassword();
        String password = newPassword();
        initialise(unfinished, superPassword, programs, account);
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                "%ninclude '%s'%ninclude_if_exists 'custom.conf'%n".formatted(SETTINGS),
                StandardOpenOption.APPEND);
        Files.writeString(unfinished.resolve(SETTINGS), "");
        account.own(unfinished);
        makeDatabase(unfinished, password, programs, account);
        writeSecret(unfinished.resolve(SECRETS), "%s=%s%n%s=%s%n".formatted(SUPERUSER, superPassword, ROLE, password));
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void initialise(Path folder, String superPassword, Programs programs, Account account)
            throws IOException {
        Path secret = folder.resolveSibling("initdb.secret");
        Files.deleteIfExists(secret);
        writeSecret(secret, superPassword + "\n");
        try {
            account.own(secret);
            List<String> arguments = List.of(
                    "--username=" + SUPERUSER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions",
                    "--pgdata=" + folder);
            require(folder, run(programs.program("initdb"), arguments, account, ""));
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private static void makeDatabase(Path folder, String password, Programs programs, Account account) {
        String statements = """
                CREATE ROLE %s LOGIN CREATEDB PASSWORD '%s';
                CREATE DATABASE %s OWNER %s;
                """.formatted(ROLE, password, DATABASE, ROLE);
        // A statement a line, carried out without a server that anyone else could reach.
        List<String> arguments = List.of("--single", "-D", folder.toString(), "postgres");
        require(folder, run(programs.program("postgres"), arguments, account, statements));
    }

    private static Commands.Outcome run(Path program, List<String> arguments, Account account, String input) {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(program.toString());
        command.addAll(arguments);
        return Commands.run(command, input);
    }

    private static void require(Path folder, Commands.Outcome outcome) {
        if (!outcome.succeeded() || outcome.output().contains("ERROR:")) {
            String said = outcome.output().strip();
            if (said.contains("No space left")) {
                throw Folders.explained(folder, "cannot hold the database", new IOException("No space left on device"));
            }
            throw new EmbeddedDatabaseException(
                    folder,
                    "PostgreSQL could not make a database here; it said: "
                            + said.substring(Math.max(0, said.length() - 600)),
                    "Name a folder on a local disk with --data, or a database of your own with --database.");
        }
    }

    private static void requireSpace(Path place) {
        long free = place.toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new EmbeddedDatabaseException(
                    place.normalize(),
                    "has %d MB free and a new database needs %d MB".formatted(free >> 20, LEAST_FREE_BYTES >> 20),
                    "Free some space, or name another folder with --data.");
        }
    }

    private static void requireSameVersion(Path folder, Programs programs) throws IOException {
        int made =
                Integer.parseInt(Files.readString(folder.resolve("PG_VERSION")).strip());
        int here = programs.major();
        if (made != here) {
            throw new EmbeddedDatabaseException(
                    folder,
                    "was made by PostgreSQL %d and this Amends brings PostgreSQL %d".formatted(made, here),
                    "With the Amends that made it: ./amends backup --data DIR --out FILE. With this one: ./amends restore --from FILE"
                            + " --data NEW_DIR.");
        }
    }

    private static void writeSecret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
