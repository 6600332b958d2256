package org.amends.cli.history;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database (DuckDB) of one run: it reads files, sorts, and writes files. What does not fit into its memory goes
 * to a folder that is deleted with the run.
 */
public final class HistoryDatabase implements AutoCloseable {

    private final DuckDBConnection connection;

    /** Takes one row of a result; columns count from 1. */
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private HistoryDatabase(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** One row of a result; columns count from 1. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Opens a database in memory.
     *
     * @param overflow the folder for what does not fit
     * @param threads how many it may use
     * @param memory the most memory it may use, as DuckDB writes it, for example {@code 4GB}; null is half of the machine's
     */
    public static HistoryDatabase open(Path overflow, int threads, @Nullable String memory) {
        try {
            DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            HistoryDatabase database = new HistoryDatabase(connection);
            database.execute("SET temp_directory = " + quoted(overflow.toString()));
            database.execute("SET threads = " + threads);
            database.execute("SET TimeZone = 'UTC'");
            database.execute("SET memory_limit = " + quoted(memory == null ? "50%" : memory));
            database.execute("SET autoinstall_known_extensions = false");
            database.execute("SET autoload_known_extensions = false");
            return database;
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** Runs a statement that gives no rows. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** All rows of a small result. */
    public <T> List<T> rows(String sql, RowReader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** Hands each row of a result on, however many there are. */
    public void each(String sql, RowTaker taker) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                taker.take(result);
            }
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** The one number that a query gives. */
    public long number(String sql) {
        return rows(sql, row -> row.getLong(1)).getFirst();
    }

    /** The version of the database engine. */
    public String version() {
        return rows("SELECT version()", row -> row.getString(1)).getFirst();
    }

    /** The columns of a relation with their types, names in lower case, in their order. */
    public Map<String, String> columns(String relation) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String[] column :
                rows("DESCRIBE SELECT * FROM " + relation, row -> new String[] {row.getString(1), row.getString(2)})) {
            columns.put(column[0].toLowerCase(Locale.ROOT), column[1]);
        }
        return columns;
    }

    /** A second connection to the same database, for another thread; closing it leaves this one open. */
    public DuckDBConnection connect() {
        try {
            return connection.duplicate().unwrap(DuckDBConnection.class);
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** An appender to a table of this database, for the calling thread. */
    public DuckDBAppender appender(String table) {
        try {
            return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** A text as SQL writes it. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A column's name as SQL writes it. */
    public static String name(String column) {
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }
}
