package org.amends.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL processes that an unclean stop left behind on a data folder.
 *
 * <p>They are stopped, not joined: one of them may still hold locks for an Amends that is no more, and their settings may be
 * those of another version. A process counts only if it is PostgreSQL and works on this very folder; a number in a file may
 * long belong to a stranger.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(15);

    private final Path cluster;
    private final Path unfinished;

    Leftovers(Path data) {
        this.cluster = data.resolve("postgres");
        this.unfinished = Cluster.unfinished(data);
    }

    /** Stops what was left behind and takes away the files that would keep a new start from happening. */
    void clear() {
        List<Long> onCluster = processes(cluster);
        if (!onCluster.isEmpty()) {
            LOG.info("Stopping the PostgreSQL that an unclean stop left running on {}.", cluster);
            stop(onCluster);
        }
        List<Long> onUnfinished = processes(unfinished);
        signal("KILL", onUnfinished);
        if (!isGone(unfinished, LAST_PATIENCE)) {
            throw stays(unfinished);
        }
        try {
            // Nothing of ours runs, so whatever process the file names now is a stranger.
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (IOException failure) {
            throw Folders.explained(cluster, "cannot be made ready for a start", failure);
        }
    }

    private void stop(List<Long> processes) {
        signal("INT", postmaster(processes));
        if (isGone(cluster, PATIENCE)) {
            return;
        }
        LOG.warn(
                "It did not stop within {} s and is made to stop; PostgreSQL recovers by its journal.",
                PATIENCE.toSeconds());
        signal("KILL", processes(cluster));
        if (!isGone(cluster, LAST_PATIENCE)) {
            throw stays(cluster);
        }
    }

    private static EmbeddedDatabaseException stays(Path folder) {
        return new EmbeddedDatabaseException(
                folder,
                "a PostgreSQL of an earlier start does not stop: process %s".formatted(processes(folder)),
                "Stop it yourself, then start Amends again.");
    }

    /** The postmaster stops its children; children whose postmaster is gone are told one by one. */
    private static List<Long> postmaster(List<Long> processes) {
        List<Long> parents = processes.stream()
                .filter(pid -> ProcessHandle.of(pid)
                        .flatMap(ProcessHandle::parent)
                        .map(parent -> !processes.contains(parent.pid()))
                        .orElse(true))
                .toList();
        return parents.isEmpty() ? processes : parents;
    }

    /** Waits until no process works on a folder, and goes on if one still does after that. */
    static void awaitNone(Path folder, Duration patience) {
        if (!isGone(folder, patience)) {
            LOG.warn("A process of PostgreSQL still works on {}.", folder);
        }
    }

    private static boolean isGone(Path folder, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!processes(folder).isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.millis(20);
        }
        return true;
    }

    /** The PostgreSQL processes that work on a folder. */
    static List<Long> processes(Path folder) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(process -> process.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .filter(name -> worksOn(Path.of("/proc", name), folder))
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean worksOn(Path process, Path folder) {
        try {
            String program =
                    Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
            if (program.startsWith("postgres")) {
                return names(process, folder)
                        || (Files.isDirectory(folder) && Files.isSameFile(process.resolve("cwd"), folder));
            }
            return program.startsWith("initdb") && names(process, folder);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    /** Whether the command line names the folder: so soon after its start a program has not gone there yet. */
    private static boolean names(Path process, Path folder) throws IOException {
        return Stream.of(Files.readString(process.resolve("cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .split("\0"))
                .anyMatch(argument -> argument.equals(folder.toString()) || argument.endsWith("=" + folder));
    }

    static void signal(String name, List<Long> processes) {
        for (long process : processes) {
            // The JDK sends TERM and KILL only; INT is PostgreSQL's word for a fast and clean stop.
            boolean sent = Commands.succeeds("sh", "-c", "kill -%s %d".formatted(name, process));
            LOG.debug("Signal {} to process {}: {}", name, process, sent ? "sent" : "gone");
        }
    }
}
