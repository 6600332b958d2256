package org.amends.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Published data that is not part of this repository: property {@code amends.data}, else environment variable {@code AMENDS_DATA},
 * else a folder {@code shared/data} in or beside a folder above the working directory.
 */
public final class OutsideData {

    private OutsideData() {}

    /** The rows of a packed table by the names of its columns; the test is skipped aloud where the file is not there. */
    public static List<Map<String, String>> rows(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(found(file))), StandardCharsets.UTF_8))) {
            List<String> header = cells(lines.readLine());
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = cells(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path found(String file) {
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
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() ->
                        Assumptions.abort("No %s found: set AMENDS_DATA to the folder that holds it.".formatted(file)));
    }

    /** The cells of a line; a quoted one may contain commas, and quotes written twice. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
