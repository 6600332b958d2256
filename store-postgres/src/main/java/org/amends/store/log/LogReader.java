package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.amends.event.Event;
import org.amends.relationship.RelationshipFold;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log and the states.
 *
 * <p>Positions have no gaps and follow the order of commits: whoever has read up to a position has seen everything that is at
 * or before it, for ever.
 */
public final class LogReader {

    private final DataSource database;

    /** A reader of the log in this database. */
    public LogReader(DataSource database) {
        this.database = database;
    }

    /**
     * A place in the history of a relationship, for reading it backwards in pages.
     *
     * @param occurredAt the time of the event last shown
     * @param position its position
     */
    public record Cursor(Instant occurredAt, long position) {}

    /**
     * The relationships that were changed by some events.
     *
     * @param to the position up to which the log was looked at; the next reading goes on from there
     * @param relationships each once, as they are now, merged ones as that which survives
     */
    public record Changes(long to, List<StoredRelationship> relationships) {}

    private interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    /** The position of the newest event; 0 while there is none. */
    public long head() {
        return reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select position from log_head");
                    ResultSet result = query.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        });
    }

    /** The events that follow a position, at most {@code limit} of them; none when it is the newest. */
    public List<LoggedEvent> read(long after, int limit) {
        return reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select " + EventTable.COLUMNS
                    + " from event e join relationship r on r.id = e.relationship"
                    + " where e.position > ? and e.position <= ? order by e.position")) {
                query.setLong(1, after);
                query.setLong(2, after + limit);
                return EventTable.rows(query);
            }
        });
    }

    /** The relationship of this customer with this brand; the brand is empty where there is one only. */
    public @Nullable StoredRelationship find(String customer, String brand) {
        return reading(connection ->
                first(new RelationshipTable(connection).find(new String[] {customer}, new String[] {brand})));
    }

    /** The relationship of this number. */
    public @Nullable StoredRelationship find(long relationship) {
        return reading(connection -> first(new RelationshipTable(connection).find(List.of(relationship))));
    }

    /** The relationship whose state holds the events of this one: itself, or the one into which it was merged. */
    public @Nullable StoredRelationship survivor(long relationship) {
        return reading(connection -> new RelationshipTable(connection).survivor(relationship));
    }

    /** The relationships of these numbers, in no order. */
    public List<StoredRelationship> find(Collection<Long> relationships) {
        return reading(connection -> new RelationshipTable(connection).find(relationships));
    }

    /** All events of a relationship, and of those merged into it, as its own and in the order of the fold. */
    public List<Event> history(long relationship) {
        return reading(connection -> {
            StoredRelationship survivor = first(new RelationshipTable(connection).find(List.of(relationship)));
            if (survivor == null) {
                return List.of();
            }
            List<LoggedEvent> events =
                    Histories.of(connection, List.of(relationship)).getOrDefault(relationship, List.of());
            return Histories.asOf(relationship, survivor.customer(), survivor.brand(), events).stream()
                    .sorted(RelationshipFold.ORDER)
                    .toList();
        });
    }

    /**
     * A page of the events of a relationship, and of those merged into it, the latest first.
     *
     * @param before the last event of the page before; null for the first page
     */
    public List<LoggedEvent> page(long relationship, @Nullable Cursor before, int limit) {
        return reading(connection -> {
            List<LoggedEvent> events = new ArrayList<>();
            for (long member : new RelationshipTable(connection)
                    .survivorByMember(List.of(relationship))
                    .keySet()) {
                events.addAll(page(connection, member, before, limit));
            }
            return events.stream()
                    .sorted(Comparator.comparing((LoggedEvent one) -> one.row().time())
                            .thenComparingLong(LoggedEvent::position)
                            .reversed())
                    .limit(limit)
                    .toList();
        });
    }

    /** Which relationships the events after a position have changed; it looks at no more than {@code limit} events. */
    public Changes changes(long after, int limit) {
        return reading(connection -> {
            List<Long> touched = new ArrayList<>();
            long to = after;
            try (PreparedStatement query = connection.prepareStatement("select relationship, max(position) from event"
                    + " where position > ? and position <= ? group by relationship")) {
                query.setLong(1, after);
                query.setLong(2, after + limit);
                try (ResultSet result = query.executeQuery()) {
                    while (result.next()) {
                        touched.add(result.getLong(1));
                        to = Math.max(to, result.getLong(2));
                    }
                }
            }
            return new Changes(to, survivors(new RelationshipTable(connection), touched));
        });
    }

    private static List<StoredRelationship> survivors(RelationshipTable table, List<Long> touched) throws SQLException {
        List<StoredRelationship> survivors = new ArrayList<>(touched.size());
        for (StoredRelationship one : table.find(touched)) {
            StoredRelationship survivor = one.mergedInto() == null ? one : table.survivor(one.id());
            boolean seen = survivor == null
                    || (one.mergedInto() != null
                            && (touched.contains(survivor.id())
                                    || survivors.stream().anyMatch(other -> other.id() == survivor.id())));
            if (!seen) {
                survivors.add(survivor);
            }
        }
        return survivors;
    }

    private static List<LoggedEvent> page(Connection connection, long relationship, @Nullable Cursor before, int limit)
            throws SQLException {
        String older = before == null ? "" : " and e.occurred_at <= ? and (e.occurred_at, e.position) < (?, ?)";
        try (PreparedStatement query = connection.prepareStatement("select " + EventTable.COLUMNS
                + " from event e join relationship r on r.id = e.relationship where e.relationship = ?" + older
                + " order by e.occurred_at desc, e.position desc limit ?")) {
            int parameter = 1;
            query.setLong(parameter++, relationship);
            if (before != null) {
                OffsetDateTime occurredAt = OffsetDateTime.ofInstant(before.occurredAt(), ZoneOffset.UTC);
                // Said twice: only the plain comparison lets PostgreSQL leave out the quarters after it.
                query.setObject(parameter++, occurredAt);
                query.setObject(parameter++, occurredAt);
                query.setLong(parameter++, before.position());
            }
            query.setInt(parameter, limit);
            return EventTable.rows(query);
        }
    }

    private static @Nullable StoredRelationship first(List<StoredRelationship> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }

    private <T extends @Nullable Object> T reading(Read<T> read) {
        try (Connection connection = database.getConnection()) {
            return read.from(connection);
        } catch (SQLException failed) {
            throw EventLogException.notStored("The log could not be read: %s".formatted(failed.getMessage()), failed);
        }
    }
}
