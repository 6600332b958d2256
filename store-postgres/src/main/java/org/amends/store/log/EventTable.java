package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amends.format.event.EventData;

/** The rows of events, and of the keys under which they are known. */
final class EventTable {

    /** What {@link #row} reads, from event e joined with its relationship r. Times are microseconds since 1970. */
    static final String COLUMNS = "e.position, e.relationship, (extract(epoch from e.occurred_at) * 1000000)::bigint,"
            + " (extract(epoch from e.recorded_at) * 1000000)::bigint, e.event_id, e.type, e.data, r.brand, r.customer";

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    /** The positions of those events of these keys that the log has. */
    Map<UUID, Long> known(Collection<UUID> keys) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select key, position from event_key where key = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            Map<UUID, Long> positions = new HashMap<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    positions.put(result.getObject(1, UUID.class), result.getLong(2));
                }
            }
            return positions;
        }
    }

    void insert(List<Pending> events, Instant now) throws SQLException {
        BinaryCopy rows = new BinaryCopy(events.size() * 256);
        for (Pending pending : events) {
            IncomingEvent incoming = pending.incoming();
            rows.row(7);
            rows.number(pending.position());
            rows.number(pending.arrivedWith().id());
            rows.time(incoming.event().time());
            rows.time(now);
            rows.text(incoming.event().id().value());
            rows.text(incoming.event().type().stableName());
            rows.text(incoming.data());
        }
        rows.send(
                connection,
                "copy event (position, relationship, occurred_at, recorded_at, event_id, type, data)"
                        + " from stdin with (format binary)");
    }

    static List<LoggedEvent> rows(PreparedStatement query) throws SQLException {
        List<LoggedEvent> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    static LoggedEvent row(ResultSet result) throws SQLException {
        String brand = result.getString(8);
        return new LoggedEvent(
                result.getLong(1),
                result.getLong(2),
                instant(result.getLong(4)),
                EventData.read(
                        result.getString(7),
                        result.getString(5),
                        result.getString(9),
                        brand.isEmpty() ? null : brand,
                        instant(result.getLong(3)),
                        result.getString(6)));
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }
}
