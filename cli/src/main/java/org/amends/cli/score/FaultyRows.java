package org.amends.cli.score;

import java.util.List;
import org.amends.cli.history.History;
import org.amends.cli.history.HistoryDatabase;
import org.amends.cli.history.RejectedRow;
import org.amends.cli.history.Rejections;

/** Rejects the rows that SQL can tell are no events. */
final class FaultyRows {

    private FaultyRows() {}

    static void reject(HistoryDatabase database, EventSql sql, History history, Rejections rejections) {
        List<EventSql.Fault> faults = sql.faults();
        database.each(sql.faultyRows(), row -> {
            EventSql.Fault fault = faults.get(row.getInt(3));
            long place = row.getLong(1);
            rejections.add(new RejectedRow(
                    history.shown(place, row.getString(2)),
                    place,
                    fault.column(),
                    fault.reason(),
                    row.getString(4),
                    fault.remedy()));
        });
    }
}
