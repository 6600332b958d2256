package org.amends.insight.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/**
 * The data behind the published tables, which are not part of this repository: property {@code amends.data}, else environment
 * variable {@code AMENDS_DATA}, else a folder {@code shared/data} in or beside a folder above the working directory.
 */
final class PublishedData {

    private PublishedData() {}

    static Path file(String name) {
        for (Path folder : folders()) {
            if (Files.isRegularFile(folder.resolve("btyd").resolve(name))) {
                return folder.resolve("btyd").resolve(name);
            }
        }
        return Assumptions.abort("No btyd/" + name + " found: set AMENDS_DATA to the folder that holds btyd.");
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (String named : Arrays.asList(System.getProperty("amends.data"), System.getenv("AMENDS_DATA"))) {
            if (named != null && !named.isBlank()) {
                folders.add(Path.of(named));
            }
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            folders.add(up.resolve("shared/data"));
        }
        return folders;
    }

    static List<String[]> rows(String name) {
        try {
            return Files.readAllLines(file(name)).stream()
                    .skip(1)
                    .map(line -> line.trim().split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Recency and age rounded to two decimals. */
    static List<PurchaseHistory> roundedCdnow() {
        return rows("cdnow_customers_summary_with_transactions.csv").stream()
                .map(PublishedData::history)
                .toList();
    }

    /** Recency and age as exact sevenths of a week. */
    static List<PurchaseHistory> exactCdnow() {
        return rows("btyd_cdnowSummary_cbs.csv").stream()
                .map(PublishedData::history)
                .toList();
    }

    private static PurchaseHistory history(String[] row) {
        return new PurchaseHistory(
                (int) Double.parseDouble(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3]));
    }

    static List<SpendHistory> cdnowSpending() {
        return rows("cdnow_customers_summary_with_transactions.csv").stream()
                .map(row -> new SpendHistory(Integer.parseInt(row[1]), Double.parseDouble(row[4])))
                .toList();
    }

    static PurchaseLog cdnowLog() {
        PurchaseLog log = new PurchaseLog();
        try {
            for (String line : Files.readAllLines(file("CDNOW_sample.txt"))) {
                String[] fields = line.trim().split("\\s+", -1);
                LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE.withLocale(Locale.ROOT));
                log.add(fields[0], day, Double.parseDouble(fields[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }
}
