package org.amends.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the project, or of a small copy in which a violation was planted.
 *
 * @param root the folder that holds the parent pom
 */
record Tree(Path root) {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", "node_modules", "out");

    /** The project that this test belongs to: the nearest folder upwards that holds the Maven wrapper. */
    static Tree ofThisProject() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "No folder with mvnw above %s.".formatted(Path.of("").toAbsolutePath()));
        }
        return new Tree(folder);
    }

    /** The modules that the parent pom names. */
    List<String> modules() {
        return all(MODULE, text(root.resolve("pom.xml")));
    }

    /** Java files of the module's product code, sorted by path. */
    List<Path> mainSources(String module) {
        return javaFiles(root.resolve(module).resolve("src/main/java"));
    }

    /** Java files of every module's product code, sorted by path. */
    List<Path> mainSources() {
        return modules().stream()
                .flatMap(module -> mainSources(module).stream())
                .toList();
    }

    /** Java files of every module, tests included, sorted by path within the module. */
    List<Path> sources() {
        return modules().stream()
                .flatMap(module -> javaFiles(root.resolve(module).resolve("src")).stream())
                .toList();
    }

    /** Every file that belongs to the project; what a build or an editor leaves behind does not. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString()) && !folder.equals(root)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    // In a worktree .git is a file.
                    if (attributes.isRegularFile()
                            && !file.getFileName().toString().equals(".git")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /** The path from the root, with forward slashes. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The first group of every match, in order. */
    static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
