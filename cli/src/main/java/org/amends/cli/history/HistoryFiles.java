package org.amends.cli.history;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.amends.event.Spelling;

/** Finds the files that names and patterns stand for. */
public final class HistoryFiles {

    private HistoryFiles() {}

    /**
     * The files in the order of the arguments, those of a pattern by name. A file that is named twice is read once.
     *
     * @param arguments paths, or patterns with {@code *}, {@code ?}, {@code [...]} and <code>{...}</code>
     * @throws HistoryException when one stands for nothing that can be read
     */
    public static List<HistoryFile> find(List<String> arguments) {
        Map<Path, HistoryFile> found = new TreeMap<>();
        List<HistoryFile> files = new ArrayList<>();
        for (String argument : arguments) {
            for (Path path : paths(argument)) {
                HistoryFile file = HistoryFile.at(path, path.toString());
                if (found.putIfAbsent(real(path), file) == null) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static List<Path> paths(String argument) {
        Path path = path(argument);
        if (Files.isDirectory(path)) {
            throw new HistoryException(
                    argument,
                    "this is a folder",
                    "Maybe name the files in it: \"%s\".".formatted(path.resolve("*.csv")));
        }
        if (Files.exists(path)) {
            return List.of(path);
        }
        if (argument.matches(".*[*?\\[{].*")) {
            return matching(argument);
        }
        throw new HistoryException(argument, "there is no such file", remedy(path));
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException notAPath) {
            throw new HistoryException(
                    argument, "this is no path (%s)".formatted(notAPath.getReason()), "Maybe check the spelling.");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException unreadable) {
            throw HistoryFile.unreadable(path.toString(), unreadable);
        }
    }

    private static List<Path> matching(String pattern) {
        int firstSpecial = indexOfSpecial(pattern);
        int slash = pattern.lastIndexOf('/', firstSpecial);
        Path root = slash < 0 ? Path.of("") : Path.of(pattern.substring(0, slash + 1));
        String rest = pattern.substring(slash + 1);
        int depth = rest.contains("**")
                ? Integer.MAX_VALUE
                : (int) rest.chars().filter(c -> c == '/').count() + 1;
        PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + rest);
        try (Stream<Path> walk = Files.walk(root, depth, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> paths = walk.filter(Files::isRegularFile)
                    .filter(path -> matcher.matches(root.toString().isEmpty() ? path : root.relativize(path)))
                    .sorted()
                    .toList();
            if (!paths.isEmpty()) {
                return paths;
            }
        } catch (IOException noFolder) {
            throw new HistoryException(
                    pattern, "the folder \"%s\" cannot be read".formatted(root), "Maybe check the path.");
        }
        throw new HistoryException(pattern, "no file matches this pattern", "Maybe check the folder and the ending.");
    }

    private static int indexOfSpecial(String pattern) {
        int first = pattern.length();
        for (char special : new char[] {'*', '?', '[', '{'}) {
            int at = pattern.indexOf(special);
            if (at >= 0) {
                first = Math.min(first, at);
            }
        }
        return first;
    }

    private static String remedy(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        Path name = missing.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return "Maybe check the path: the folder \"%s\" does not exist either.".formatted(folder);
        }
        try (Stream<Path> beside = Files.list(folder)) {
            List<String> names = beside.filter(Files::isRegularFile)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
            String nearest = Spelling.nearest(name.toString(), names);
            boolean alike = !names.isEmpty() && Spelling.distance(name.toString(), nearest) <= 3;
            return alike ? "Maybe \"%s\" was meant.".formatted(nearest) : "Maybe check the path.";
        } catch (IOException unreadable) {
            return "Maybe check the path.";
        }
    }
}
