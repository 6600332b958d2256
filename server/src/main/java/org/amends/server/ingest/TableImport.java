package org.amends.server.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amends.event.EventRow;
import org.amends.event.RowReading.Rejected;
import org.amends.format.table.DelimitedRows;
import org.amends.format.table.EventRowMaker;
import org.amends.format.table.TextRow;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row and hands it on in chunks: memory does not grow with the file. Confined to one thread. */
final class TableImport {

    /** The most bytes of one row. */
    static final int LONGEST_ROW = 1 << 20;

    private static final int TOGETHER = 2_000;

    private final EventRowMaker maker;
    private final Understanding understanding;
    private final Taking taking;
    private final Progress progress;
    private ImportCounts counts = ImportCounts.NONE;

    /** What is done with a chunk of what was understood. */
    interface Taking {
        Outcomes take(List<Sent> sent);
    }

    /** Is told after each chunk. */
    interface Progress {

        /** What became of the rows so far, and which of the last chunk were left out. */
        void told(ImportCounts counts, List<ImportRejection> rejections);
    }

    /** One row on its way. */
    private record Pending(long line, @Nullable Map<String, String> fields, Sent sent, String value) {}

    TableImport(ImportMapping mapping, Understanding understanding, Taking taking, Progress progress) {
        this.maker = new EventRowMaker(mapping.columns(), mapping.zone());
        this.understanding = understanding;
        this.taking = taking;
        this.progress = progress;
    }

    /** Opens a table under the limits of an upload. */
    static DelimitedRows open(InputStream in, String name) throws IOException {
        return DelimitedRows.open(in, name, LONGEST_ROW);
    }

    /** Takes all rows. */
    ImportCounts run(DelimitedRows rows) throws IOException {
        List<Pending> chunk = new ArrayList<>(TOGETHER);
        TextRow row = rows.next();
        while (row != null) {
            chunk.add(pending(row));
            if (chunk.size() == TOGETHER) {
                take(chunk);
                chunk.clear();
            }
            row = rows.next();
        }
        if (!chunk.isEmpty()) {
            take(chunk);
        }
        return counts;
    }

    private Pending pending(TextRow row) {
        return switch (row) {
            case TextRow.Malformed(long line, String place, String reason, String value, String remedy) ->
                new Pending(line, null, new Sent.Refused(null, new Rejected(place, reason, remedy)), value);
            case TextRow.Fields(long line, Map<String, String> fields) ->
                switch (maker.row(fields)) {
                    case EventRowMaker.Reading.Refused(Rejected why, String value) ->
                        new Pending(line, fields, new Sent.Refused(null, why), value);
                    case EventRowMaker.Reading.Row(EventRow made) ->
                        new Pending(line, fields, understanding.row(made), "");
                };
        };
    }

    private void take(List<Pending> chunk) {
        Outcomes outcomes = taking.take(chunk.stream().map(Pending::sent).toList());
        List<ImportRejection> rejections = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (outcomes.all().get(i) instanceof Outcome.Refused(String ignored, Rejected why)) {
                rejections.add(rejection(chunk.get(i), why));
            }
        }
        counts = counts.plus(
                new ImportCounts(chunk.size(), outcomes.accepted(), outcomes.duplicate(), outcomes.refused()));
        progress.told(counts, rejections);
    }

    private ImportRejection rejection(Pending pending, Rejected why) {
        Map<String, String> fields = pending.fields();
        String value =
                pending.value().isEmpty() && fields != null ? maker.valueAt(fields, why.column()) : pending.value();
        return new ImportRejection(pending.line(), why.column(), value, why.reason(), why.remedy());
    }
}
