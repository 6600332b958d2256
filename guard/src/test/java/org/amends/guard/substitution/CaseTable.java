package org.amends.guard.substitution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.preference.StatedPreference;
import org.jspecify.annotations.Nullable;

/** The case tables of the guard, as they stand in the resources of the tests. */
final class CaseTable {

    /** One row: a candidate, and what the guard is to say of it. */
    record Case(String id, SubstitutionRequest request, List<String> expected, String why) {}

    private CaseTable() {}

    static List<Case> read(String file, String locale) {
        Map<String, List<Purchase>> histories = histories();
        List<Case> cases = new ArrayList<>();
        for (Map<String, String> row : rows(file)) {
            Product ordered = ordered(row.get("ordered"), row.get("category"));
            Product product = new Product(
                    row.get("name"),
                    blankToNull(row.get("category")),
                    row.get("ingredients").equals("-") ? null : row.get("ingredients"),
                    list(row.get("labels")),
                    price(row.get("price")));
            SubstitutionRequest request = new SubstitutionRequest(
                    row.get("id"),
                    locale,
                    row.get("history").isBlank() ? List.of() : histories.get(row.get("history")),
                    list(row.get("need")).stream().map(StatedPreference::read).toList(),
                    ordered,
                    List.of(new Candidate("c", product)));
            cases.add(
                    new Case(row.get("id"), request, List.of(row.get("expected").split("/", -1)), row.get("why")));
        }
        return cases;
    }

    static @Nullable Product ordered(String text, String category) {
        if (text.isBlank()) {
            return null;
        }
        String[] parts = Arrays.stream(text.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        return new Product(
                parts[0],
                parts.length > 1 && !parts[1].isEmpty() ? parts[1] : blankToNull(category),
                null,
                List.of(),
                parts.length > 2 ? price(parts[2]) : null);
    }

    static Map<String, List<Purchase>> histories() {
        Map<String, List<Purchase>> histories = new HashMap<>();
        for (Map<String, String> row : rows("histories.tsv")) {
            histories
                    .computeIfAbsent(row.get("history"), any -> new ArrayList<>())
                    .add(new Purchase(
                            row.get("product"), blankToNull(row.get("category")), Integer.parseInt(row.get("times"))));
        }
        return histories;
    }

    static List<String> list(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    static @Nullable BigDecimal price(String text) {
        return text.isBlank() ? null : new BigDecimal(text);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    static List<Map<String, String>> rows(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream in = CaseTable.class.getResourceAsStream("/org/amends/guard/cases/" + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no table " + file + ".");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String[] header = {};
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (header.length == 0) {
                    header = cells;
                    continue;
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], i < cells.length ? cells[i] : "");
                }
                rows.add(row);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return rows;
    }
}
