package org.amends.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data folder to one owner at a time. The kernel frees the lock with its holder, however that ends; what is written
 * beside it only tells people who the holder is.
 */
final class FolderLock implements AutoCloseable {

    /** Closing any channel of a process on a file frees all its locks there, so a file is opened once in a process. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the folder, or gives null if somebody has it, in this process or another. */
    static @Nullable FolderLock take(Path data, String work) throws IOException {
        @Nullable FolderLock taken = take(data.resolve("lock"), false);
        if (taken != null) {
            Files.writeString(
                    data.resolve("owner"),
                    "process %d, %s, since %s%n"
                            .formatted(
                                    ProcessHandle.current().pid(),
                                    work,
                                    Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        }
        return taken;
    }

    /** Who has the folder, in words. */
    static String holder(Path data) {
        try {
            return Files.readString(data.resolve("owner")).strip();
        } catch (IOException unknown) {
            return "another process";
        }
    }

    /** Notes that this process uses a database that another owns; null if the note cannot be taken now. */
    static @Nullable FolderLock visit(Path data) throws IOException {
        return take(data.resolve("visitors"), true);
    }

    /** Waits until no other process uses the database. */
    static void awaitNoVisitors(Path data, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            @Nullable FolderLock alone = take(data.resolve("visitors"), false);
            if (alone != null) {
                alone.close();
                return;
            }
            Pause.millis(50);
        }
    }

    private static @Nullable FolderLock take(Path file, boolean shared) throws IOException {
        if (!HELD.add(file)) {
            return null;
        }
        @Nullable FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                return new FolderLock(file, channel);
            }
        } catch (IOException failure) {
            drop(file, channel);
            throw failure;
        }
        drop(file, channel);
        return null;
    }

    private static void drop(Path file, @Nullable FileChannel channel) throws IOException {
        HELD.remove(file);
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        drop(file, channel);
    }
}
