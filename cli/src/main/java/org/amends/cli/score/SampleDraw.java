package org.amends.cli.score;

import java.util.List;
import org.amends.cli.history.HistoryDatabase;
import org.amends.insight.base.PurchaseHistory;
import org.amends.insight.base.SpendHistory;
import org.amends.insight.outlook.BaseSample;
import org.amends.insight.outlook.BaseSample.Counted;

/** Draws a sample of customers that depends on nothing but who they are. */
final class SampleDraw {

    private static final long MOST_CUSTOMERS = 20_000;
    private static final double DAYS_A_WEEK = 7;
    private static final long MICROS_A_DAY = 86_400_000_000L;

    private SampleDraw() {}

    /**
     * Draws the sample.
     *
     * @param atMicros the moment of diagnosing; later purchases are not used
     * @param customers about how many customers there are
     */
    static BaseSample draw(HistoryDatabase database, EventSql sql, long atMicros, long customers) {
        long every = Math.max(1, (customers + MOST_CUSTOMERS - 1) / MOST_CUSTOMERS);
        database.execute("""
                CREATE OR REPLACE TEMP TABLE sampled AS
                SELECT relationship, event_id, min(micros) AS micros, arg_min(amount, (micros, amount)) AS amount,
                       arg_min(currency, (micros, currency)) AS currency
                FROM (SELECT %s AS relationship, %s AS event_id, %s AS micros, %s AS amount,
                             upper(coalesce(%s, '')) AS currency
                      FROM %s WHERE type = 'purchase' AND %s)
                WHERE relationship %% %d = 0 AND micros <= %d
                GROUP BY ALL""".formatted(
                        sql.relationship(),
                        sql.text("event_id"),
                        sql.micros(),
                        sql.amount(),
                        sql.orNull("currency"),
                        sql.relation(),
                        sql.sound(),
                        every,
                        atMicros));
        String currency = database
                .rows(
                        "SELECT currency FROM sampled WHERE amount > 0 GROUP BY ALL ORDER BY count(*) DESC, currency LIMIT 1",
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse("");
        List<Counted<PurchaseHistory>> histories = histories(database, Math.floorDiv(atMicros, MICROS_A_DAY));
        List<Counted<SpendHistory>> spending = spending(database, currency);
        database.execute("DROP TABLE sampled");
        return new BaseSample(histories, spending, currency);
    }

    private static List<Counted<PurchaseHistory>> histories(HistoryDatabase database, long atDay) {
        return database.rows(
                """
                SELECT repeats, recency, age, count(*)
                FROM (SELECT count(DISTINCT day) - 1 AS repeats, max(day) - min(day) AS recency, %d - min(day) AS age
                      FROM (SELECT relationship, micros // %d AS day FROM sampled) GROUP BY relationship)
                GROUP BY ALL ORDER BY ALL""".formatted(atDay, MICROS_A_DAY),
                row -> new Counted<>(
                        new PurchaseHistory(row.getInt(1), row.getLong(2) / DAYS_A_WEEK, row.getLong(3) / DAYS_A_WEEK),
                        row.getLong(4)));
    }

    private static List<Counted<SpendHistory>> spending(HistoryDatabase database, String currency) {
        return database.rows(
                """
                SELECT purchases, mean, count(*)
                FROM (SELECT count(*) AS purchases, sum(amount)::DOUBLE / count(*) AS mean
                      FROM sampled WHERE amount IS NOT NULL AND currency = %s GROUP BY relationship)
                WHERE mean > 0 GROUP BY ALL ORDER BY ALL""".formatted(HistoryDatabase.quoted(currency)),
                row -> new Counted<>(new SpendHistory(row.getInt(1), row.getDouble(2)), row.getLong(3)));
    }
}
