package org.amends.language.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real mail, which is not part of this repository: property {@code amends.data}, else environment variable {@code AMENDS_DATA},
 * else a folder {@code shared/data} in or beside a folder above the working directory.
 */
final class EmailData {

    private static final int BLOCK = 512;

    private EmailData() {}

    /** A folder of it; the test is skipped if it is absent. */
    static Path folder(String name) {
        return found("email/" + name);
    }

    /** The files of an archive of it by their paths; the test is skipped if it is absent. */
    static SequencedMap<String, byte[]> archive(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(found("email/" + name + ".tar.gz")))) {
            return entries(in);
        }
    }

    private static Path found(String name) {
        List<Path> folders = new ArrayList<>();
        for (String named : Arrays.asList(System.getProperty("amends.data"), System.getenv("AMENDS_DATA"))) {
            if (named != null && !named.isBlank()) {
                folders.add(Path.of(named));
            }
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            folders.add(up.resolve("shared/data"));
        }
        return folders.stream()
                .map(each -> each.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() ->
                        Assumptions.abort("No %s found: set AMENDS_DATA to the folder that holds it.".formatted(name)));
    }

    /** Reads a tar file: a block of 512 bytes for each file, with its name and its size in octal digits, then its content. */
    private static SequencedMap<String, byte[]> entries(InputStream in) throws IOException {
        SequencedMap<String, byte[]> entries = new TreeMap<>();
        for (byte[] head = in.readNBytes(BLOCK); head.length == BLOCK && head[0] != 0; head = in.readNBytes(BLOCK)) {
            int size = Integer.parseInt(text(head, 124, 12), 8);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(in.readNBytes(size));
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            boolean file = head[156] == '0' || head[156] == 0;
            if (file) {
                entries.put(text(head, 0, 100), content.toByteArray());
            }
        }
        return entries;
    }

    private static String text(byte[] head, int from, int length) {
        String text = new String(head, from, length, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
