package org.amends.server.ingest;

import java.util.Date;
import java.util.List;
import org.amends.format.table.EventMapping;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, as its page shows it.
 *
 * @param id which run
 * @param header the names of its columns; empty once it is taken
 * @param fields the event columns with what is chosen for each
 * @param zone of times that name none
 * @param rows the first rows as they would be understood
 * @param tried counts of a dry run, or null when none was made
 * @param counts what became of the rows so far
 * @param status how far it is, by its stable name
 * @param failure why it failed, or why what was asked for cannot be; empty when neither
 * @param rejections the first rows that were left out, or would be
 */
public record ImportView(
        String id,
        String name,
        List<String> header,
        List<Field> fields,
        String zone,
        List<Row> rows,
        @Nullable Counts tried,
        Counts counts,
        String status,
        String failure,
        List<Left> rejections) {

    /** One event column: from which column of the file it comes, and what stands in where that has nothing. */
    public record Field(String column, String source, String constant, boolean needed) {}

    /**
     * One row.
     *
     * @param cells in the order of the event columns
     * @param problem why it would be left out; empty when it would not
     */
    public record Row(long line, List<String> cells, String problem) {}

    /** See {@link ImportCounts}. */
    public record Counts(long rows, long accepted, long duplicate, long rejected) {}

    /** One row that is left out. */
    public record Left(long line, String place, String value, String reason, String remedy) {}

    /** One earlier file. */
    public record Past(String id, String name, Date at, String status, Counts counts) {}

    /** The event columns in the order of a row's cells. */
    public List<String> columns() {
        return EventMapping.COLUMNS;
    }

    /** Whether it is still under way. */
    public boolean running() {
        return status.equals("running");
    }

    static Counts counts(ImportCounts counts) {
        return new Counts(counts.rows(), counts.accepted(), counts.duplicate(), counts.rejected());
    }

    static List<Left> left(List<ImportRejection> rejections) {
        return rejections.stream()
                .map(each -> new Left(each.line(), each.place(), each.value(), each.reason(), each.remedy()))
                .toList();
    }

    static Past past(ImportRun run) {
        return new Past(
                run.id().toString(),
                run.name(),
                Date.from(run.startedAt()),
                run.status().stableName(),
                counts(run.counts()));
    }

    static List<Field> fields(EventMapping mapping) {
        return EventMapping.COLUMNS.stream()
                .map(column -> new Field(
                        column,
                        mapping.sources().getOrDefault(column, ""),
                        mapping.constants().getOrDefault(column, ""),
                        EventMapping.NEEDED.contains(column)))
                .toList();
    }

    static List<Row> rows(Imports.Look look) {
        return look.rows().stream()
                .map(row -> new Row(
                        row.line(),
                        EventMapping.COLUMNS.stream()
                                .map(column -> row.columns().getOrDefault(column, ""))
                                .toList(),
                        problem(row.refusal())))
                .toList();
    }

    private static String problem(@Nullable ImportRejection refusal) {
        return refusal == null ? "" : refusal.reason() + ". " + refusal.remedy();
    }
}
