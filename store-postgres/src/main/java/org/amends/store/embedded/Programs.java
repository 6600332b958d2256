package org.amends.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked from their jar into a folder.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record Programs(Path home) {

    private static final String STAMP = "unpacked";
    private static final String ELSEWHERE =
            "Amends brings PostgreSQL along for Linux with glibc on amd64 and arm64 only. Elsewhere name a database of your own:"
                    + " --database postgresql://USER@HOST/DATABASE.";

    /**
     * Gives the programs in a folder, unpacking them first if they are not there whole. An unpacking that was cut off leaves
     * nothing that a later one trusts: it happens beside, and is put into place in one step.
     */
    static Programs in(Path folder) {
        URL archive = archive(folder);
        try {
            Files.createDirectories(folder);
            Path home = folder.resolve("postgres-" + identity(archive));
            if (!isWhole(home)) {
                Folders.delete(home);
                removeCutOff(folder);
                unpack(archive, folder, home);
            }
            return new Programs(home);
        } catch (IOException failure) {
            throw Folders.explained(folder, "cannot hold PostgreSQL's programs", failure);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** The major version, for example 18. */
    int major() {
        Commands.Outcome said = Commands.run(List.of(program("postgres").toString(), "--version"), "");
        Matcher version = Pattern.compile("\\(PostgreSQL\\) (\\d+)").matcher(said.output());
        if (!said.succeeded() || !version.find()) {
            throw new EmbeddedDatabaseException(
                    program("postgres"), "does not run here: " + said.output().strip(), ELSEWHERE);
        }
        return Integer.parseInt(version.group(1));
    }

    private static URL archive(Path folder) {
        String os = System.getProperty("os.name", "");
        String machine = switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "other";
        };
        @Nullable URL found = Programs.class.getResource("/postgres-linux-" + machine + ".txz");
        if (!os.startsWith("Linux") || found == null) {
            throw new EmbeddedDatabaseException(
                    folder,
                    "no PostgreSQL came along for %s on %s".formatted(os, System.getProperty("os.arch")),
                    ELSEWHERE);
        }
        return found;
    }

    /** Changes with the content of the archive, so that another version is unpacked beside this one. */
    private static String identity(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        long content = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return HexFormat.of().toHexDigits((int) content);
    }

    private static boolean isWhole(Path home) throws IOException {
        Path stamp = home.resolve(STAMP);
        return Files.isRegularFile(stamp) && Files.readString(stamp).equals(measure(home));
    }

    /** How many files there are and how long they are together: a crash of the machine may have emptied some. */
    private static String measure(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            long[] sum = new long[2];
            for (Path file : (Iterable<Path>) all::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.endsWith(STAMP)) {
                    sum[0]++;
                    sum[1] += Files.size(file);
                }
            }
            return "%d files, %d bytes%n".formatted(sum[0], sum[1]);
        }
    }

    private static void removeCutOff(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                if (child.getFileName().toString().startsWith("unpacking-")) {
                    Folders.delete(child);
                }
            }
        }
    }

    private static void unpack(URL archive, Path folder, Path home) throws IOException {
        Path beside = Files.createTempDirectory(
                folder,
                "unpacking-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (InputStream packed = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            @Nullable TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(tar, entry, beside);
                entry = tar.getNextEntry();
            }
        }
        Files.writeString(beside.resolve(STAMP), measure(beside));
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException odd) {
            throw new IOException("the file system cannot rename in one step", odd);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        Set<PosixFilePermission> rights =
                PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
        Files.setPosixFilePermissions(target, rights);
    }
}
