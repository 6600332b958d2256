package org.amends.server.relationship;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.amends.server.console.Texts;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a whole list, however long, page after page: nothing is held but the page at hand. */
@Component
final class ListExport {

    /** What a sheet of a workbook holds at most, less its heading. */
    private static final int ROWS_A_SHEET = 1_000_000;

    private static final int FLUSH_EVERY = 1_000;

    private static final List<String> COLUMNS = List.of(
            "customer",
            "brand",
            "standing",
            "chance",
            "mode",
            "value",
            "worth",
            "currency",
            "priority",
            "open",
            "silent",
            "neglected",
            "deviation",
            "first_seen",
            "last_seen");

    private final RelationshipList list;

    ListExport(RelationshipList list) {
        this.list = list;
    }

    @FunctionalInterface
    private interface RowWriter {
        void write(RelationshipRow row) throws IOException;
    }

    private void each(RelationshipFilter filter, RelationshipSort sort, RowWriter writer) throws IOException {
        String cursor = null;
        do {
            RelationshipPage page = list.page(filter, sort, RelationshipList.MOST_ROWS, cursor);
            for (RelationshipRow row : page.rows()) {
                writer.write(row);
            }
            cursor = page.next();
        } while (cursor != null);
    }

    /** Comma-separated values as RFC 4180 has them, in UTF-8 with the mark by which spreadsheets know it. */
    void csv(RelationshipFilter filter, RelationshipSort sort, Texts texts, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write('\uFEFF');
        line(writer, headings(texts));
        each(
                filter,
                sort,
                row -> line(
                        writer,
                        cells(row, texts).stream()
                                .map(cell -> cell == null ? "" : cell.toString())
                                .toList()));
        writer.flush();
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            writer.write(quoted(cells.get(i)));
        }
        writer.write("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A workbook; a list too long for one sheet goes on in the next. */
    void xlsx(RelationshipFilter filter, RelationshipSort sort, Texts texts, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Amends", "1.0")) {
            Sheets sheets = new Sheets(workbook, texts);
            sheets.begin();
            each(filter, sort, sheets::write);
            sheets.end();
        }
    }

    private static final class Sheets {

        private final Workbook workbook;
        private final Texts texts;
        private int sheets;
        private int rows;
        private @Nullable Worksheet sheet;

        Sheets(Workbook workbook, Texts texts) {
            this.workbook = workbook;
            this.texts = texts;
        }

        void begin() {
            sheets++;
            rows = 0;
            Worksheet begun =
                    workbook.newWorksheet(texts.text("menu.relationships") + (sheets == 1 ? "" : " " + sheets));
            List<String> headings = headings(texts);
            for (int column = 0; column < headings.size(); column++) {
                begun.value(0, column, headings.get(column));
                begun.style(0, column).bold().set();
                begun.width(column, Math.clamp(headings.get(column).length() + 3L, 11, 30));
            }
            begun.freezePane(1, 1);
            sheet = begun;
        }

        void write(RelationshipRow row) throws IOException {
            if (rows == ROWS_A_SHEET) {
                end();
                begin();
            }
            rows++;
            Worksheet at = java.util.Objects.requireNonNull(sheet);
            List<@Nullable Object> cells = cells(row, texts);
            for (int column = 0; column < cells.size(); column++) {
                switch (cells.get(column)) {
                    case null -> {}
                    case Number number -> at.value(rows, column, number);
                    case Object text -> at.value(rows, column, text.toString());
                }
            }
            if (rows % FLUSH_EVERY == 0) {
                at.flush();
            }
        }

        void end() throws IOException {
            java.util.Objects.requireNonNull(sheet).close();
        }
    }

    private static List<String> headings(Texts texts) {
        return COLUMNS.stream()
                .map(name -> texts.text("relationships.column." + name))
                .toList();
    }

    private static List<@Nullable Object> cells(RelationshipRow row, Texts texts) {
        String mode = row.mode();
        return java.util.Arrays.asList(
                safe(row.customer()),
                safe(row.brand()),
                texts.text("standing." + row.standing()),
                row.leaveProbability(),
                mode == null ? null : texts.text("mode." + mode),
                row.valueAtRisk(),
                row.residualValue(),
                row.currency().isEmpty() ? null : row.currency(),
                row.priority(),
                row.openIssues(),
                yes(row.silentSufferer(), texts),
                yes(row.neglectedLoyal(), texts),
                yes(row.doubleDeviation(), texts),
                row.firstSeen().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                row.lastSeen().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }

    private static @Nullable String yes(boolean flag, Texts texts) {
        return flag ? texts.text("yes") : null;
    }

    /** A spreadsheet would take a text that begins so for a formula, and run it. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
