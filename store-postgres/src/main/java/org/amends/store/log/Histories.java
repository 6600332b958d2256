package org.amends.store.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amends.event.Event;

/** Whole histories, with those of the relationships that were merged. */
final class Histories {

    private Histories() {}

    /** All events of these survivors and of those merged into them, by survivor, in no order. */
    static Map<Long, List<LoggedEvent>> of(Connection connection, Collection<Long> survivors) throws SQLException {
        Map<Long, Long> survivorByMember = new RelationshipTable(connection).survivorByMember(survivors);
        Map<Long, List<LoggedEvent>> histories = new HashMap<>();
        new EventTable(connection)
                .histories(survivorByMember.keySet())
                .forEach((member, events) -> histories
                        .computeIfAbsent(survivorByMember.getOrDefault(member, member), first -> new ArrayList<>())
                        .addAll(events));
        return histories;
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
