package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amends.event.Event;

/** Whole histories, with those of the relationships that were merged. */
final class Histories {

    private static final int FETCHED = 2_000;

    /** The column after those of the event. */
    private static final int SURVIVOR = 10;

    private Histories() {}

    /** Takes the histories one by one. */
    interface Taker {
        void take(long survivor, List<LoggedEvent> history);
    }

    /** All events of these survivors and of those merged into them, by survivor, in no order. */
    static Map<Long, List<LoggedEvent>> of(Connection connection, Collection<Long> survivors) throws SQLException {
        Map<Long, List<LoggedEvent>> histories = new HashMap<>();
        each(connection, survivors, histories::put);
        return histories;
    }

    /** The same, of which only one is in memory at a time, within a transaction. Without events there is nothing to take. */
    static void each(Connection connection, Collection<Long> survivors, Taker taker) throws SQLException {
        if (survivors.isEmpty()) {
            return;
        }
        Map<Long, Long> survivorByMember = new RelationshipTable(connection).survivorByMember(survivors);
        Object[] members = survivorByMember.keySet().toArray();
        Object[] theirs = survivorByMember.values().toArray();
        try (PreparedStatement query = connection.prepareStatement("select " + EventTable.COLUMNS
                + ", m.survivor from unnest(?::int8[], ?::int8[]) as m(id, survivor)"
                + " join relationship r on r.id = m.id join event e on e.relationship = m.id order by m.survivor")) {
            query.setFetchSize(FETCHED);
            query.setArray(1, connection.createArrayOf("int8", members));
            query.setArray(2, connection.createArrayOf("int8", theirs));
            try (ResultSet result = query.executeQuery()) {
                long survivor = 0;
                List<LoggedEvent> history = new ArrayList<>();
                while (result.next()) {
                    if (result.getLong(SURVIVOR) != survivor && !history.isEmpty()) {
                        taker.take(survivor, history);
                        history = new ArrayList<>();
                    }
                    survivor = result.getLong(SURVIVOR);
                    history.add(EventTable.row(result));
                }
                if (!history.isEmpty()) {
                    taker.take(survivor, history);
                }
            }
        }
    }

    /** The events as those of the survivor. */
    static List<Event> asOf(long survivor, String customer, String brand, List<LoggedEvent> history) {
        List<Event> events = new ArrayList<>(history.size());
        for (LoggedEvent event : history) {
            events.add(
                    event.relationship() == survivor
                            ? event.event()
                            : Rows.event(Rows.of(event.row(), customer, brand)));
        }
        return events;
    }
}
