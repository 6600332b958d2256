package org.amends.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a data scientist would write without Amends: recency, frequency, monetary value and a failure count that decays with
 * a half-life of 90 days, for each customer, in plain DuckDB SQL on two threads. It diagnoses nothing and explains nothing.
 *
 * <p>Arguments: file of events, file for the result.
 */
public final class PlainSql {

    private PlainSql() {}

    /** Reads the one and writes the other. */
    public static void main(String[] arguments) throws SQLException {
        String from = arguments[0].replace("'", "''");
        String to = arguments[1].replace("'", "''");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query(from), to));
        }
    }

    private static String query(String from) {
        return """
                SELECT customer,
                       max(epoch(time)) FILTER (type = 'purchase') AS last_purchase,
                       count(*) FILTER (type = 'purchase') AS frequency,
                       sum(amount) FILTER (type = 'purchase') AS monetary,
                       sum(exp(-0.6931471805599453 * (now_s - epoch(time)) / (90 * 86400)))
                           FILTER (type = 'failure') AS failures
                FROM read_parquet('%1$s'), (SELECT max(epoch(time)) AS now_s FROM read_parquet('%1$s'))
                GROUP BY customer""".formatted(from);
    }
}
