package org.amends.cli.score;

import org.amends.cli.history.History;
import org.amends.cli.history.HistoryDatabase;
import org.amends.cli.history.RejectedRow;
import org.amends.cli.history.Rejections;
import org.jspecify.annotations.Nullable;

/**
 * Event ids that several customers claim. The earliest event keeps its id; the others are rejected. Above a number of rows this is
 * not looked for, since it would cost more than the rest of the reading.
 */
final class Conflicts {

    /** More rows are not looked through. */
    static final long MOST_ROWS = 10_000_000;

    private static final String TABLE = "conflicting_ids";

    private Conflicts() {}

    /** The table of conflicts, or null when there is none or there are too many rows to look. */
    static @Nullable String find(
            HistoryDatabase database, EventSql sql, History history, Rejections rejections, long rows) {
        if (rows > MOST_ROWS) {
            return null;
        }
        String events = "(SELECT %s AS event_id, %s AS customer, %s AS micros, type, %s AS place FROM %s WHERE %s)"
                .formatted(
                        sql.text("event_id"),
                        sql.text("customer"),
                        sql.micros(),
                        sql.place(),
                        sql.relation(),
                        sql.sound());
        long hashes = database.number("""
                SELECT count(*) FROM (
                    SELECT 1 FROM (SELECT hash(event_id) AS id, hash(customer) AS owner FROM %s)
                    GROUP BY id HAVING min(owner) <> max(owner))""".formatted(events));
        if (hashes == 0) {
            return null;
        }
        database.execute("""
                CREATE TABLE %s AS
                SELECT event_id, arg_min(customer, (micros, customer)) AS keeper
                FROM %s GROUP BY event_id HAVING min(customer) <> max(customer)""".formatted(TABLE, events));
        database.each("""
                SELECT place, event_id, keeper, customer FROM %s AS e JOIN %s AS c USING (event_id)
                WHERE keeper <> customer""".formatted(events, TABLE), row -> {
            String id = row.getString(2);
            rejections.add(new RejectedRow(
                    history.shown(row.getLong(1), id),
                    row.getLong(1),
                    "event_id",
                    "event_id \"%s\" already belongs to an earlier event of customer \"%s\""
                            .formatted(id, row.getString(3)),
                    id,
                    "Give every event an id of its own, for example with the customer in it."));
        });
        return TABLE;
    }
}
