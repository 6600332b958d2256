package org.amends.store.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Folders made, emptied and complained about. */
final class Folders {

    private Folders() {}

    /** Makes a folder that only its owner can enter, unless it is there already. */
    static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            @Nullable Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Deletes a folder and what is in it; does nothing if there is none. Links are deleted, never followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Tells a failure of the file system so that the reader knows what to do about it. */
    static EmbeddedDatabaseException explained(Path place, String purpose, IOException failure) {
        String said = String.valueOf(failure.getMessage());
        if (failure instanceof AccessDeniedException || said.contains("Permission denied")) {
            return new EmbeddedDatabaseException(
                    place,
                    purpose + ", since it may not be written (" + said + ")",
                    "Give the user who runs Amends the right to write there, or name another folder with --data.",
                    failure);
        }
        if (said.contains("No space left") || said.contains("quota")) {
            return new EmbeddedDatabaseException(
                    place,
                    purpose + ", since its disk is full",
                    "Free some space there and start again; nothing is lost.",
                    failure);
        }
        return new EmbeddedDatabaseException(
                place, purpose + " (" + said + ")", "Name a folder on a local disk with --data.", failure);
    }
}
