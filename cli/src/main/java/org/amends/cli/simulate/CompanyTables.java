package org.amends.cli.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables in the shape of a company's own systems, made from a simulated history: a query over the views {@code events} and
 * {@code truth} becomes a CSV file of the query's name.
 */
final class CompanyTables {

    /** A query that cannot be run. The file is at fault, so the message names it. */
    static final class QueryException extends RuntimeException {
        QueryException(Path query, String fault) {
            super("%s: %s%nMaybe try it on a small simulation first; it reads the views events and truth."
                    .formatted(query, fault));
        }
    }

    private CompanyTables() {}

    /**
     * @return the files written, in the order of the queries
     * @throws QueryException when a query cannot be read or run
     * @throws SQLException when DuckDB does not start or cannot read the history
     */
    static List<Path> write(Path events, Path truth, List<Path> queries, Path folder) throws SQLException {
        List<Path> written = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            ParquetFiles.settle(sql);
            sql.execute("CREATE VIEW events AS SELECT * FROM " + ParquetFiles.events(events));
            sql.execute("CREATE VIEW truth AS SELECT * FROM " + ParquetFiles.truth(truth));
            for (Path query : queries) {
                String name = query.getFileName().toString().replaceFirst("\\.sql$", "");
                Path table = folder.resolve(name + ".csv");
                run(sql, query, table);
                written.add(table);
            }
        }
        return written;
    }

    private static void run(Statement sql, Path query, Path table) {
        try {
            String select =
                    Files.readString(query, StandardCharsets.UTF_8).strip().replaceFirst(";$", "");
            sql.execute("COPY (%s\n) TO %s (FORMAT csv, HEADER)".formatted(select, ParquetFiles.quoted(table)));
        } catch (IOException unreadable) {
            throw new QueryException(query, "the file cannot be read (" + unreadable.getMessage() + ")");
        } catch (SQLException faulty) {
            throw new QueryException(query, String.valueOf(faulty.getMessage()));
        }
    }
}
