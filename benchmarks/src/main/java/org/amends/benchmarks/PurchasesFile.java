package org.amends.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes a Parquet file of made-up events, as many customers and events as asked for, in no order: nineteen of twenty are
 * purchases, the others failures, complaints, remedies and attention.
 *
 * <p>Arguments: file, events, customers.
 */
public final class PurchasesFile {

    private PurchasesFile() {}

    /** Writes the file; the same arguments give the same events. */
    public static void main(String[] arguments) throws SQLException {
        String file = arguments[0].replace("'", "''");
        long events = Long.parseLong(arguments[1]);
        long customers = Long.parseLong(arguments[2]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query(events, customers), file));
        }
    }

    /** Everything follows from a hash of the row's number, so that no seed is needed. */
    private static String query(long events, long customers) {
        return """
                SELECT 'e' || i AS event_id,
                       'c' || (hash(i) %% %d) AS customer,
                       make_timestamptz(1672531200000000 + (hash(i, 'time') %% 63072000)::BIGINT * 1000000) AS time,
                       CASE WHEN roll >= 5 THEN 'purchase' WHEN roll = 0 THEN 'failure' WHEN roll = 1 THEN 'complaint'
                            WHEN roll = 2 THEN 'remedy_given' WHEN roll = 3 THEN 'reply_sent' ELSE 'attention_given' END AS type,
                       'o' || (i // 3) AS ref,
                       CASE WHEN roll >= 3 AND roll <> 3 AND roll <> 4 OR roll = 2
                            THEN ((hash(i, 'amount') %% 15000) / 100.0)::DECIMAL(18, 2) END AS amount,
                       'EUR' AS currency,
                       CASE WHEN roll >= 5 THEN 'grocery' WHEN roll IN (0, 1) THEN 'late_delivery'
                            WHEN roll = 2 THEN 'refund' WHEN roll = 3 THEN 'answer' ELSE 'thank_you' END AS kind,
                       CASE WHEN roll = 0 THEN ((hash(i, 'severity') %% 10) / 10.0)::DOUBLE END AS severity
                FROM (SELECT i, (hash(i, 'type') %% 100)::INTEGER AS roll FROM range(%d) AS r(i))""".formatted(customers, events);
    }
}
