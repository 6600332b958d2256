package org.amends.cli.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.amends.format.table.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Makes one relation of all files: text files are read strictly into a table of text columns, Parquet files are read where
 * they lie. A mapping, when there is one, is a query over their union, the view {@code input}.
 */
public final class HistoryLoader {

    private static final String FILE_ROWS = "file_rows";
    private static final String MAPPED_ROWS = "mapped_rows";
    private static final String HINT =
            "Rename it, or map it: --map with a query such as SELECT CustomerID AS customer, ... FROM input.";

    private final HistoryDatabase database;
    private final Rejections rejections;
    private final List<HistoryFile> files;

    private HistoryLoader(HistoryDatabase database, Rejections rejections, List<HistoryFile> files) {
        this.database = database;
        this.rejections = rejections;
        this.files = files;
    }

    /**
     * Reads the files.
     *
     * @param mapping a file with a query that yields the event columns from {@code input}, or null when the files hold them
     * @throws HistoryException when a file or the mapping is at fault as a whole
     */
    public static History load(
            HistoryDatabase database, Rejections rejections, List<HistoryFile> files, @Nullable Path mapping) {
        return load(database, rejections, files, mapping, false);
    }

    /**
     * Reads the files.
     *
     * @param everyColumn whether columns that say nothing of an event are kept as well
     */
    public static History load(
            HistoryDatabase database,
            Rejections rejections,
            List<HistoryFile> files,
            @Nullable Path mapping,
            boolean everyColumn) {
        HistoryLoader loader = new HistoryLoader(database, rejections, files);
        loader.readFiles(everyColumn, mapping != null);
        return mapping == null ? loader.asTheyAre() : loader.mapped(mapping);
    }

    private void readFiles(boolean everyColumn, boolean mapped) {
        List<String> parts = new ArrayList<>();
        List<String> parquet = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        try (TextStage stage =
                new TextStage(database, rejections, name -> everyColumn || mapped || EventColumns.has(name))) {
            for (int number = 0; number < files.size(); number++) {
                HistoryFile file = files.get(number);
                boolean text = file.format() != FileFormat.PARQUET;
                Set<String> names = text ? stage.load(file, number) : parquetColumns(file);
                if (!mapped && !names.isEmpty()) {
                    EventColumns.require(file.name(), names, HINT);
                }
                if (!text) {
                    parquet.add(HistoryDatabase.quoted(file.path().toString()));
                    numbers.add(number);
                }
            }
            if (stage.rows() > 0) {
                parts.add("SELECT * FROM " + TextStage.TABLE);
            }
        }
        if (!parquet.isEmpty()) {
            parts.add(
                    "SELECT *, %s[file_index::BIGINT + 1] AS amends_file, file_row_number::BIGINT + 1 AS amends_line FROM read_parquet(%s, union_by_name = true)"
                            .formatted(numbers, parquet.stream().collect(Collectors.joining(", ", "[", "]"))));
        }
        if (parts.isEmpty()) {
            throw RejectedInput.everyRow(rejections);
        }
        database.execute("CREATE VIEW %s AS %s".formatted(FILE_ROWS, String.join(" UNION ALL BY NAME ", parts)));
    }

    private Set<String> parquetColumns(HistoryFile file) {
        try {
            return new LinkedHashSet<>(database.rows(
                    "DESCRIBE SELECT * FROM read_parquet(%s)"
                            .formatted(HistoryDatabase.quoted(file.path().toString())),
                    row -> row.getString(1)));
        } catch (DatabaseException broken) {
            throw new HistoryException(
                    file.name(),
                    "this is no readable Parquet file (%s)".formatted(broken.firstLine()),
                    "Maybe it is cut short: write or copy it again.");
        }
    }

    private History asTheyAre() {
        Map<String, String> columns = database.columns(FILE_ROWS);
        return new History(FILE_ROWS, columns, false, files);
    }

    private History mapped(Path mapping) {
        String query = query(mapping);
        database.execute("CREATE VIEW input AS SELECT * EXCLUDE (amends_file, amends_line) FROM " + FILE_ROWS);
        try {
            database.execute("CREATE TABLE %s AS %s".formatted(MAPPED_ROWS, query));
        } catch (DatabaseException failed) {
            throw MappingFault.of(
                    mapping,
                    query,
                    failed,
                    "CREATE TABLE %s AS ".formatted(MAPPED_ROWS).length());
        }
        Map<String, String> columns = database.columns(MAPPED_ROWS);
        EventColumns.require(mapping.toString(), columns.keySet(), "Name it in the mapping: ... AS customer.");
        if (database.number("SELECT count(*) FROM " + MAPPED_ROWS) == 0) {
            throw new HistoryException(
                    mapping.toString(),
                    "the mapping yields no row from %d files".formatted(files.size()),
                    "Maybe its WHERE is too narrow.");
        }
        return new History(MAPPED_ROWS, columns, true, files);
    }

    private static String query(Path mapping) {
        String place = mapping.toString();
        try {
            String text = Utf8.decode(Files.readAllBytes(mapping));
            if (text == null) {
                throw new HistoryException(place, "the mapping is not UTF-8", "Save it as UTF-8.");
            }
            String query = text.startsWith("\ufeff") ? text.substring(1) : text;
            if (query.isBlank()) {
                throw new HistoryException(place, "the mapping is empty", "Write a query: SELECT ... FROM input.");
            }
            return query;
        } catch (NoSuchFileException missing) {
            throw new HistoryException(place, "there is no such file", "Maybe check the path of --map.");
        } catch (IOException unreadable) {
            throw HistoryFile.unreadable(place, unreadable);
        }
    }
}
