package org.amends.server.watch;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.EventData;
import org.amends.relationship.RelationshipFold;
import org.amends.store.log.LogReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole histories, many relationships at a time. */
@Component
final class PastHistories {

    private final JdbcClient database;
    private final LogReader log;

    PastHistories(JdbcClient database, DataSource connections) {
        this.database = database;
        this.log = new LogReader(connections);
    }

    /** Whose history, and which. */
    record History(long relationship, String brand, String customer, List<Event> events) {}

    private record Owner(long id, String brand, String customer, boolean others) {}

    /** The histories of the next relationships behind one, in the order of their numbers; restricted ones have no events. */
    List<History> after(long relationship, int most) {
        // The limit stands inside, so that only these few are looked up among the merged ones.
        List<Owner> owners = database.sql("""
                        select id, brand, customer,
                            exists (select 1 from relationship m where m.merged_into = owner.id) as others
                        from (select id, brand, customer from relationship
                            where id > ? and merged_into is null and not restricted and state is not null
                            order by id limit ?) owner
                        order by id""")
                .param(relationship)
                .param(most)
                .query((row, number) ->
                        new Owner(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
        Map<Long, List<Event>> events = events(owners);
        return owners.stream()
                .map(owner -> new History(
                        owner.id(),
                        owner.brand(),
                        owner.customer(),
                        owner.others()
                                ? log.history(owner.id())
                                : events.getOrDefault(owner.id(), List.of()).stream()
                                        .sorted(RelationshipFold.ORDER)
                                        .toList()))
                .toList();
    }

    private Map<Long, List<Event>> events(List<Owner> owners) {
        Map<Long, Owner> byId = new HashMap<>();
        owners.forEach(owner -> byId.put(owner.id(), owner));
        Map<Long, List<Event>> events = new HashMap<>();
        database.sql("select relationship, occurred_at, event_id, type, data from event where relationship = any (?)")
                .param(byId.keySet().toArray(Long[]::new))
                .query(row -> {
                    Owner owner = Objects.requireNonNull(byId.get(row.getLong("relationship")));
                    EventRow columns = EventData.read(
                            row.getString("data"),
                            row.getString("event_id"),
                            owner.customer(),
                            owner.brand().isEmpty() ? null : owner.brand(),
                            Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class))
                                    .toInstant(),
                            row.getString("type"));
                    if (EventRowReader.read(columns) instanceof RowReading.Accepted(Event event)) {
                        events.computeIfAbsent(owner.id(), first -> new ArrayList<>())
                                .add(event);
                    }
                });
        return events;
    }
}
