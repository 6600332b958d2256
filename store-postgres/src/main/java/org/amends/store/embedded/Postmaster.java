package org.amends.store.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running PostgreSQL: its first process, which ends when it ends. */
final class Postmaster {

    /** Crash recovery replays the journal, at most some gigabytes of it. */
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(30);

    private static final Duration LOGGER_PATIENCE = Duration.ofSeconds(5);
    private static final int LOG_TAIL_BYTES = 8000;

    private final Process process;
    private final Cluster cluster;
    private final Path said;
    private final int port;
    private final Instant started = Instant.now();

    private Postmaster(Process process, Cluster cluster, Path said, int port) {
        this.process = process;
        this.cluster = cluster;
        this.said = said;
        this.port = port;
    }

    /** The port was taken between being found free and being used. */
    static final class PortTaken extends Exception {
        PortTaken(int port) {
            super("port " + port);
        }
    }

    /** Starts PostgreSQL and waits until it answers. */
    static Postmaster start(Programs programs, Cluster cluster, Account account, int port) throws PortTaken {
        List<String> command = new ArrayList<>(account.prefix());
        // A session of its own: Ctrl-C in the terminal reaches Amends alone, which stops PostgreSQL last.
        if (Commands.succeeds("setsid", "true")) {
            command.add("setsid");
        }
        command.add(programs.program("postgres").toString());
        command.addAll(List.of("-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        Path said = cluster.log().resolve("start.log");
        try {
            Process process = Commands.clean(new ProcessBuilder(command))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            Postmaster postmaster = new Postmaster(process, cluster, said, port);
            postmaster.awaitReady();
            return postmaster;
        } catch (IOException failure) {
            throw Folders.explained(cluster.folder(), "PostgreSQL could not be started on it", failure);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when PostgreSQL has ended, for whatever reason. */
    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** Stops PostgreSQL: it ends the connections, writes what is left and goes. */
    void stop(Duration patience) {
        if (process.isAlive()) {
            Leftovers.signal("INT", List.of(process.pid()));
        }
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                Leftovers.signal("KILL", Leftovers.processes(cluster.folder()));
                process.waitFor();
            }
            // The process that writes the log goes a moment after the one that it writes for.
            Leftovers.awaitNone(cluster.folder(), LOGGER_PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws PortTaken {
        long deadline = System.nanoTime() + LONGEST_RECOVERY.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throwReason();
            }
            if (System.nanoTime() > deadline) {
                stop(Duration.ZERO);
                throw new EmbeddedDatabaseException(
                        cluster.folder(),
                        "PostgreSQL was not ready within %d minutes".formatted(LONGEST_RECOVERY.toMinutes()),
                        "Look into %s for what it was doing.".formatted(cluster.log()));
            }
            Pause.millis(10);
        }
    }

    /** The last line of its lock file says whether it takes connections; asking it would fill its log with refusals. */
    private boolean isReady() {
        try {
            List<String> lines = Files.readAllLines(cluster.folder().resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.get(0).strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    private void throwReason() throws PortTaken {
        List<String> words = Stream.concat(lines(said), newestLog()).toList();
        if (words.stream().anyMatch(line -> line.contains("Address already in use"))) {
            throw new PortTaken(port);
        }
        if (words.stream().anyMatch(line -> line.contains("No space left on device"))) {
            throw Folders.explained(
                    cluster.folder(), "PostgreSQL could not start", new IOException("No space left on device"));
        }
        String last = words.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error"))
                .reduce((one, next) -> next)
                .orElse("it said nothing");
        throw new EmbeddedDatabaseException(
                cluster.folder(),
                "PostgreSQL did not start: " + last.strip(),
                "Look into %s; the data is untouched.".formatted(cluster.log()));
    }

    /** The lines of PostgreSQL's log that this start wrote. */
    private Stream<String> newestLog() {
        try (Stream<Path> files = Files.list(cluster.log())) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("postgresql-"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .stream()
                    .flatMap(Postmaster::lines)
                    .filter(line -> !writtenBefore(line, started));
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    /** A line begins with its moment: {@code 2026-03-01 12:00:00.123 UTC}. */
    private static boolean writtenBefore(String line, Instant moment) {
        try {
            return Instant.parse(line.substring(0, 10) + "T" + line.substring(11, 23) + "Z")
                    .isBefore(moment.minusMillis(1));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException continued) {
            return true;
        }
    }

    private static Stream<String> lines(Path file) {
        try (RandomAccessFile tail = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, tail.length() - LOG_TAIL_BYTES);
            byte[] bytes = new byte[(int) (tail.length() - from)];
            tail.seek(from);
            tail.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines();
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
