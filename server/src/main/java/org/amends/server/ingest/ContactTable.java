package org.amends.server.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amends.event.RowReading.Rejected;
import org.amends.format.table.DelimitedRows;
import org.amends.format.table.EventMapping;
import org.amends.format.table.TableFormatException;
import org.amends.format.table.TextRow;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes contacts in from a table, row by row, each in a transaction of its own. It is an import like one of events: its counts
 * and the rows that were left out are kept with it.
 */
@Component
final class ContactTable {

    private static final int TOGETHER = 100;

    private final ContactDesk desk;
    private final ImportStore store;
    private final InstantSource clock;

    ContactTable(ContactDesk desk, ImportStore store, InstantSource clock) {
        this.desk = desk;
        this.store = store;
        this.clock = clock;
    }

    /** Takes a table while it is being sent. */
    ImportRun take(InputStream content, @Nullable String name, Sender sender) {
        try (DelimitedRows rows = TableImport.open(content, ImportStore.shortName(name))) {
            requireKnown(rows.columns());
            ImportRun run = new ImportRun(
                    UUID.randomUUID(),
                    ImportStore.shortName(name),
                    sender.name(),
                    clock.instant(),
                    null,
                    ImportRun.Status.RUNNING,
                    ImportMapping.of(EventMapping.suggested(List.of())),
                    null,
                    ImportCounts.NONE);
            store.add(run);
            try {
                all(run.id(), rows, sender);
                store.end(run.id(), clock.instant(), null);
            } catch (IOException | RuntimeException failed) {
                store.end(run.id(), clock.instant(), String.valueOf(failed.getMessage()));
                throw failed;
            }
            return store.find(run.id()).orElseThrow();
        } catch (TableFormatException flawed) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "table-flawed",
                            "The file cannot be read",
                            "%s: %s.".formatted(flawed.place(), flawed.found()))
                    .with("place", flawed.place())
                    .with("remedy", flawed.remedy());
        } catch (IOException brokenOff) {
            throw BodyReading.brokenOff(brokenOff);
        }
    }

    private static void requireKnown(List<String> columns) {
        List<String> unknown = columns.stream()
                .filter(column -> !SentContact.COLUMNS.contains(column))
                .toList();
        if (!unknown.isEmpty() || !columns.contains("text")) {
            throw Problem.invalid(
                    "header",
                    unknown.isEmpty()
                            ? "without the column text"
                            : "naming %s, which is not known".formatted(String.join(", ", unknown)),
                    "Columns are %s; only text is needed."
                            .formatted(String.join(
                                    ", ", SentContact.COLUMNS.stream().sorted().toList())));
        }
    }

    private void all(UUID run, DelimitedRows rows, Sender sender) throws IOException {
        SentContact.By by = new SentContact.By(sender, "csv");
        ImportCounts counts = ImportCounts.NONE;
        List<ImportRejection> rejections = new ArrayList<>();
        TextRow row = rows.next();
        while (row != null) {
            counts = counts.plus(one(row, by, rejections));
            row = rows.next();
            if (row == null || counts.rows() % TOGETHER == 0) {
                store.progress(run, counts, rejections);
                rejections.clear();
            }
        }
    }

    private ImportCounts one(TextRow row, SentContact.By by, List<ImportRejection> rejections) {
        return switch (row) {
            case TextRow.Malformed(long line, String place, String reason, String value, String remedy) -> {
                rejections.add(new ImportRejection(line, place, value, reason, remedy));
                yield new ImportCounts(1, 0, 0, 1);
            }
            case TextRow.Fields(long line, Map<String, String> fields) ->
                switch (SentContact.read(fields, List.of(), by)) {
                    case SentContact.Refused(String ignored, Rejected why) -> left(line, fields, why, rejections);
                    case SentContact.Read read ->
                        switch (desk.take(read.contact())) {
                            case ContactDesk.Result.Refused(Rejected why) -> left(line, fields, why, rejections);
                            case ContactDesk.Result.Kept(var taken) ->
                                taken.known() ? new ImportCounts(1, 0, 1, 0) : new ImportCounts(1, 1, 0, 0);
                        };
                };
        };
    }

    private static ImportCounts left(
            long line, Map<String, String> fields, Rejected why, List<ImportRejection> rejections) {
        String value = fields.getOrDefault(why.column(), "");
        rejections.add(new ImportRejection(
                line,
                why.column(),
                value.length() > 200 ? value.substring(0, 200) : value,
                why.reason(),
                why.remedy()));
        return new ImportCounts(1, 0, 0, 1);
    }
}
