package org.amends.cli.food;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.amends.guard.taxonomy.TaxonomyKind;
import org.amends.guard.taxonomy.TaxonomyText;

/**
 * The taxonomy files that were named, or that are in the folders that were named.
 *
 * @param texts files that can be converted
 * @param others files in folders that are no such files
 */
record TaxonomyFiles(List<TaxonomyText> texts, List<Path> others) {

    /** So deep are the taxonomies in the source tree of Open Food Facts. */
    private static final int DEEPEST = 4;

    /** A file that was named and cannot be converted; the message says why and what to do. */
    static final class UnfitException extends Exception {

        private static final long serialVersionUID = 1L;

        UnfitException(String message) {
            super(message);
        }
    }

    static TaxonomyFiles read(List<Path> named) throws IOException, UnfitException {
        List<TaxonomyText> texts = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new UnfitException(path + " is not there. Maybe the name is misspelt.");
            }
            boolean isFolder = Files.isDirectory(path);
            for (Path file : isFolder ? within(path) : List.of(path)) {
                TaxonomyKind kind = TaxonomyKind.ofFile(file.getFileName().toString());
                if (kind != null) {
                    texts.add(new TaxonomyText(kind, file.getFileName().toString(), date(file), text(file)));
                } else if (isFolder) {
                    others.add(file);
                } else {
                    throw new UnfitException(file
                            + " is not called as a taxonomy that can be converted. Name it ingredients.txt, additives.txt,"
                            + " allergens.txt or labels.txt, with .gz behind it where it is packed.");
                }
            }
        }
        return new TaxonomyFiles(texts, others);
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder, DEEPEST)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static LocalDate date(Path file) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
