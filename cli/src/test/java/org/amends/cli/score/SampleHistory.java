package org.amends.cli.score;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** A small made-up history of many kinds of events, which can be written in every form. */
final class SampleHistory {

    static final String HEADER = "event_id,customer,time,type,ref,amount,currency,kind,severity,value,due";
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    private SampleHistory() {}

    /** Rows of cells in the order of the header; empty cells say nothing. */
    static List<String[]> rows(int customers) {
        SplittableRandom random = new SplittableRandom(7);
        List<String[]> rows = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            int events = 2 + random.nextInt(12);
            for (int i = 0; i < events; i++) {
                String time = BEGIN.plus(random.nextInt(1, 500 * 24), ChronoUnit.HOURS)
                        .toString();
                rows.add(row("e%d-%d".formatted(customer, i), "c%03d".formatted(customer), time, random));
            }
        }
        return rows;
    }

    private static String[] row(String id, String customer, String time, SplittableRandom random) {
        String ref = "r" + random.nextInt(3);
        return switch (random.nextInt(12)) {
            case 0 -> new String[] {id, customer, time, "failure", ref, "12.50", "EUR", "late_delivery", "0.4", "", ""};
            case 1 -> new String[] {id, customer, time, "complaint", ref, "", "", "billing_error", "0.7", "", ""};
            case 2 -> new String[] {id, customer, time, "feedback", "", "", "", "stars", "", "4", ""};
            case 3 -> new String[] {id, customer, time, "issue_resolved", ref, "", "", "", "", "", ""};
            case 4 ->
                new String[] {id, customer, time, "promise_made", ref, "", "", "", "", "", "2026-03-01T12:00:00Z"};
            default ->
                new String[] {
                    id, customer, time, "purchase", "", random.nextInt(1, 90) + ".25", "EUR", "food", "", "", ""
                };
        };
    }

    static List<String[]> shuffled(List<String[]> rows) {
        List<String[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(3));
        return shuffled;
    }

    static Path csv(Path file, List<String[]> rows) {
        return write(file, delimited(rows, ","));
    }

    static String delimited(List<String[]> rows, String delimiter) {
        return HEADER.replace(",", delimiter) + "\n"
                + rows.stream().map(row -> String.join(delimiter, row) + "\n").collect(Collectors.joining());
    }

    static String object(String[] row) {
        String[] names = HEADER.split(",", -1);
        List<String> members = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (!row[i].isEmpty()) {
                boolean number = List.of("amount", "severity", "value").contains(names[i]);
                members.add("\"%s\": %s".formatted(names[i], number ? row[i] : "\"" + row[i] + "\""));
            }
        }
        return "{" + String.join(", ", members) + "}";
    }

    static String cloudEvent(String[] row) {
        String[] data = row.clone();
        data[0] = "";
        data[1] = "";
        data[2] = "";
        data[3] = "";
        return "{\"specversion\": \"1.0\", \"source\": \"/shop\", \"id\": \"%s\", \"subject\": \"%s\", \"time\": \"%s\", \"type\": \"org.amends.%s\", \"data\": %s}"
                .formatted(row[0], row[1], row[2], row[3], object(data));
    }

    static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, byte[] bytes) {
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The same as Parquet with proper types, made from a CSV file. */
    static Path parquet(Path file, Path csv) {
        Run.execute("""
                COPY (SELECT event_id, customer, time::TIMESTAMPTZ AS time, type, ref, amount::DECIMAL(12, 2) AS amount,
                             currency, kind, severity::DOUBLE AS severity, value::INTEGER AS value, due::TIMESTAMPTZ AS due
                      FROM read_csv('%s', all_varchar = true, header = true))
                TO '%s' (FORMAT parquet)""".formatted(csv, file));
        return file;
    }
}
