package org.amends.server.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.EventData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads relationships and what happened in them. */
@Component
final class Histories {

    private static final String KNOWN = "select id, brand, customer, state, merged_into, restricted from relationship ";

    /** Those whose events are folded into one relationship: its own, and those of all that were merged into it. */
    private static final String MEMBERS = """
            with recursive member(id) as (
                select :relationship::bigint
                union
                select r.id from member join relationship r on r.merged_into = member.id)
            """;

    private final JdbcClient database;

    Histories(JdbcClient database) {
        this.database = database;
    }

    /** Every relationship of this customer, one a brand, by brand. */
    List<KnownRelationship> of(String customer) {
        return database.sql(KNOWN + "where customer = ? order by brand")
                .param(customer)
                .query(Histories::known)
                .list();
    }

    Optional<KnownRelationship> numbered(long id) {
        return database.sql(KNOWN + "where id = ?")
                .param(id)
                .query(Histories::known)
                .optional();
    }

    private static KnownRelationship known(ResultSet row, int number) throws SQLException {
        long survivor = row.getLong("merged_into");
        Long mergedInto = row.wasNull() ? null : survivor;
        return new KnownRelationship(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("brand")),
                Objects.requireNonNull(row.getString("customer")),
                row.getBytes("state"),
                mergedInto,
                row.getBoolean("restricted"));
    }

    /**
     * What happened, latest first, told as of the relationship itself where it came from one that was merged into it.
     *
     * @param before only what came before this place, or null to begin with the latest
     * @param most how many at most
     */
    List<HistoryEvent> latest(KnownRelationship known, @Nullable Place before, int most) {
        JdbcClient.StatementSpec query = database.sql(MEMBERS
                        + """
                        select position, occurred_at, recorded_at, event_id, type, data
                        from event where relationship in (select id from member)
                        %s order by occurred_at desc, position desc limit :most""".formatted(before == null ? "" : "and (occurred_at, position) < (:time, :position)"))
                .param("relationship", known.id())
                .param("most", most);
        if (before != null) {
            query = query.param("time", before.time().atOffset(ZoneOffset.UTC)).param("position", before.position());
        }
        return query.query((row, number) -> event(row, known)).list();
    }

    /** How many events there are, counted no further than asked. */
    int count(KnownRelationship known, int most) {
        return database.sql(MEMBERS + """
                        select count(*) from (
                            select from event where relationship in (select id from member) limit :most) counted""")
                .param("relationship", known.id())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static HistoryEvent event(ResultSet row, KnownRelationship known) throws SQLException {
        EventRow columns = EventData.read(
                row.getString("data"),
                row.getString("event_id"),
                known.customer(),
                known.brand().isEmpty() ? null : known.brand(),
                instant(row, "occurred_at"),
                row.getString("type"));
        if (EventRowReader.read(columns) instanceof RowReading.Accepted(org.amends.event.Event event)) {
            return new HistoryEvent(row.getLong("position"), instant(row, "recorded_at"), columns, event);
        }
        throw new IllegalStateException("The log holds event %s, which is none. Maybe another program wrote to it."
                .formatted(columns.eventId()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    /** The place of an event in a history, as an address carries it: microseconds since 1970 and position. */
    record Place(Instant time, long position) {

        static Place of(HistoryEvent event) {
            return new Place(event.event().time(), event.position());
        }

        String encoded() {
            return Long.toString(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000, Character.MAX_RADIX)
                    + "_"
                    + Long.toString(position, Character.MAX_RADIX);
        }

        /** The place of this text, or null when it is none. */
        static @Nullable Place decoded(String text) {
            String[] parts = text.split("_", 2);
            try {
                long micros = Long.parseLong(parts[0], Character.MAX_RADIX);
                Instant time = Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
                return parts.length < 2 ? null : new Place(time, Long.parseLong(parts[1], Character.MAX_RADIX));
            } catch (NumberFormatException | java.time.DateTimeException broken) {
                return null;
            }
        }
    }
}
