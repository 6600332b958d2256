package org.amends.cli.score;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.amends.cli.history.HistoryException;

/**
 * The folder for the results. They are written beside it and moved when all are there, so that a run that breaks off leaves
 * what was there before.
 */
final class OutputFolder implements AutoCloseable {

    private static final String MARK = "summary.json";

    private final Path out;
    private final Path fresh;
    private final Path overflow;
    private final Thread cleaner = new Thread(this::deleteFresh);

    private OutputFolder(Path out, Path fresh, Path overflow) {
        this.out = out;
        this.fresh = fresh;
        this.overflow = overflow;
    }

    /**
     * Prepares to write.
     *
     * @param force whether a folder that holds something else may be written into
     * @throws HistoryException when it cannot or must not be written
     */
    static OutputFolder at(Path wanted, boolean force) {
        Path out = wanted.toAbsolutePath().normalize();
        requireOurs(out, wanted, force);
        try {
            Path parent = out.getParent();
            if (parent == null) {
                throw new HistoryException("--out " + wanted, "this is the root of the file system", "Name a folder.");
            }
            Files.createDirectories(parent);
            Path fresh = Files.createDirectory(parent.resolve(".%s.part-%d-%d"
                    .formatted(out.getFileName(), ProcessHandle.current().pid(), System.nanoTime())));
            OutputFolder folder = new OutputFolder(out, fresh, Files.createDirectory(fresh.resolve(".overflow")));
            Runtime.getRuntime().addShutdownHook(folder.cleaner);
            return folder;
        } catch (IOException refused) {
            throw new HistoryException(
                    "--out " + wanted,
                    "the folder cannot be written (%s)".formatted(refused.getMessage()),
                    "Maybe choose another one, or check its permissions.");
        }
    }

    private static void requireOurs(Path out, Path wanted, boolean force) {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new HistoryException("--out " + wanted, "this is a file", "Name a folder.");
        }
        try (Stream<Path> within = Files.list(out)) {
            boolean empty = within.findAny().isEmpty();
            if (!empty && !force && !Files.exists(out.resolve(MARK))) {
                throw new HistoryException(
                        "--out " + wanted,
                        "the folder holds something else than earlier results",
                        "Name another folder, or add --force to write into this one.");
            }
        } catch (IOException unreadable) {
            throw new HistoryException(
                    "--out " + wanted,
                    "the folder cannot be read (%s)".formatted(unreadable.getMessage()),
                    "Maybe choose another one, or check its permissions.");
        }
    }

    /** Where the results are written first. */
    Path fresh() {
        return fresh;
    }

    /** Where the database puts what does not fit into memory. */
    Path overflow() {
        return overflow;
    }

    /** Moves the results to where they are wanted. */
    void publish() throws IOException {
        deleteAll(overflow);
        if (!Files.exists(out)) {
            try {
                Files.move(fresh, out, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AtomicMoveNotSupportedException oneByOne) {
                Files.createDirectories(out);
            }
        }
        List<Path> files;
        try (Stream<Path> within = Files.list(fresh)) {
            files = within.sorted(Comparator.comparing(file -> file.endsWith(MARK)))
                    .toList();
        }
        for (Path file : files) {
            Files.move(file, out.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        deleteFresh();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException ending) {
            // The process is ending already, and the hook does its work.
            return;
        }
    }

    private void deleteFresh() {
        try {
            deleteAll(fresh);
        } catch (IOException kept) {
            // A leftover in a hidden folder harms nothing, and the run has said what it had to say.
            return;
        }
    }

    private static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> within = Files.walk(root)) {
            for (Path each : within.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
