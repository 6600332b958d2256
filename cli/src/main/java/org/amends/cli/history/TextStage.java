package org.amends.cli.history;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.amends.format.table.DelimitedRows;
import org.amends.format.table.TableFormatException;
import org.amends.format.table.TextRow;
import org.amends.format.table.TextRows;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Brings text files into one table of text columns. A column is added when it is first met; names differ without case. */
final class TextStage implements AutoCloseable {

    static final String TABLE = "text_rows";
    private static final int MOST_COLUMNS = 2000;
    private static final int LONGEST_ROW_BYTES = 64 << 20;

    private final HistoryDatabase database;
    private final Rejections rejections;
    private final Predicate<String> wanted;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private @Nullable DuckDBAppender appender;
    private long rows;

    /**
     * @param wanted which columns are kept, by their names in lower case
     */
    TextStage(HistoryDatabase database, Rejections rejections, Predicate<String> wanted) {
        this.database = database;
        this.rejections = rejections;
        this.wanted = wanted;
        database.execute("CREATE TABLE %s (amends_file INTEGER, amends_line BIGINT)".formatted(TABLE));
    }

    /** How many rows there are so far. */
    long rows() {
        return rows;
    }

    /**
     * Reads a file to its end.
     *
     * @param number the number by which its rows are told
     * @return the names that its columns have
     * @throws HistoryException when it cannot be read, or holds no row
     */
    Set<String> load(HistoryFile file, int number) {
        Set<String> names = new LinkedHashSet<>();
        long before = rows + rejections.count();
        try (TextRows reader = open(file, names)) {
            TextRow row = reader.next();
            while (row != null) {
                take(file, number, row, names);
                row = reader.next();
            }
        } catch (IOException unreadable) {
            throw HistoryFile.unreadable(file.name(), unreadable);
        }
        if (rows + rejections.count() == before) {
            throw new HistoryException(
                    file.name(), "there are no rows in it", "Maybe the export failed: write it again.");
        }
        return names;
    }

    private TextRows open(HistoryFile file, Set<String> names) throws IOException {
        if (file.format() == FileFormat.JSON) {
            return JsonRows.open(file);
        }
        DelimitedRows rowsOfFields = delimited(file);
        names.addAll(rowsOfFields.columns());
        for (String name : rowsOfFields.columns()) {
            addColumn(name);
        }
        return rowsOfFields;
    }

    private static DelimitedRows delimited(HistoryFile file) throws IOException {
        try {
            return DelimitedRows.open(file.open(), file.name(), LONGEST_ROW_BYTES);
        } catch (TableFormatException flawed) {
            throw new HistoryException(flawed.place(), flawed.found(), flawed.remedy());
        }
    }

    private void take(HistoryFile file, int number, TextRow row, Set<String> names) {
        switch (row) {
            case TextRow.Malformed(long line, String place, String reason, String value, String remedy) ->
                rejections.add(new RejectedRow(
                        file.name() + ":" + line, RowPlace.of(number, line), place, reason, value, remedy));
            case TextRow.Fields(long line, Map<String, String> values) -> {
                if (file.format() == FileFormat.JSON) {
                    names.addAll(values.keySet());
                    values.keySet().forEach(this::addColumn);
                }
                append(number, line, values);
            }
        }
    }

    private void append(int number, long line, Map<String, String> values) {
        @Nullable String[] cells = new @Nullable String[columns.size()];
        values.forEach((name, value) -> {
            Integer at = columns.get(name.toLowerCase(Locale.ROOT));
            if (at != null) {
                cells[at] = value;
            }
        });
        try {
            DuckDBAppender open = opened();
            open.beginRow().append(number).append(line);
            for (@Nullable String cell : cells) {
                if (cell == null) {
                    open.appendNull();
                } else {
                    open.append(cell);
                }
            }
            open.endRow();
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
        rows++;
    }

    private DuckDBAppender opened() {
        DuckDBAppender open = appender;
        if (open == null) {
            open = database.appender(TABLE);
            appender = open;
        }
        return open;
    }

    private void addColumn(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (columns.containsKey(folded) || !wanted.test(folded)) {
            return;
        }
        if (columns.size() == MOST_COLUMNS) {
            throw new HistoryException(
                    name,
                    "there are more than %d different columns".formatted(MOST_COLUMNS),
                    "Maybe keys are data here.");
        }
        close();
        database.execute("ALTER TABLE %s ADD COLUMN %s VARCHAR".formatted(TABLE, HistoryDatabase.name(name)));
        columns.put(folded, columns.size());
    }

    /** Makes everything that was read visible to queries. */
    @Override
    public void close() {
        DuckDBAppender open = appender;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
        appender = null;
    }
}
