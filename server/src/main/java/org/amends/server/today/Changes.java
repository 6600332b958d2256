package org.amends.server.today;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.EventData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became different lately, and which promises are about to fall due. */
@Component
final class Changes {

    /** Who is named of each kind of change. */
    private static final int NAMED = 4;

    /** A promise older than this without an end is forgotten by everybody. */
    private static final Duration OLDEST_PROMISE = Duration.ofDays(120);

    private static final int MOST_PROMISES = 20_000;

    private final JdbcClient database;

    Changes(JdbcClient database) {
        this.database = database;
    }

    /**
     * One thing that became different for some relationships.
     *
     * @param kind mode, risk, silent_sufferer and so on, as the watch names it
     * @param after what it is now
     * @param relationships how many
     * @param valueAtRisk what is at stake in all of them, of whatever currency
     */
    record Kind(String kind, String after, long relationships, double valueAtRisk) {}

    /** One of those that a change came to. */
    record One(String customer, String brand, double valueAtRisk, String currency) {}

    /** A promise that was made and has not ended. */
    record Promised(String customer, String brand, String ref, Instant due) {}

    /** What became different since then, each relationship counted once a kind; only what is worse or wants attention. */
    List<Kind> since(Instant from, @Nullable Set<String> seen) {
        return database.sql("""
                        select kind, after, count(*) as relationships, sum(value_at_risk) as value_at_risk from (
                            select distinct on (c.relationship, c.kind) c.kind, c.after, c.value_at_risk
                            from diagnosis_change c
                            where c.at >= :from and (:brands::text[] is null or c.brand = any (:brands))
                            order by c.relationship, c.kind, c.id desc) latest
                        where after is not null and after not in ('false', 'low', 'active', 'erased')
                        group by kind, after""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("brands", brands(seen))
                .query((row, number) -> new Kind(
                        Objects.requireNonNull(row.getString("kind")),
                        Objects.requireNonNull(row.getString("after")),
                        row.getLong("relationships"),
                        row.getDouble("value_at_risk")))
                .list();
    }

    /** The foremost of those to whom this change came. */
    List<One> foremost(Kind kind, Instant from, @Nullable Set<String> seen) {
        return database.sql("""
                        select d.customer, d.brand, d.value_at_risk, d.currency
                        from (select distinct relationship from diagnosis_change
                            where kind = :kind and at >= :from and after = :after
                                and (:brands::text[] is null or brand = any (:brands))) changed
                        join diagnosis d using (relationship)
                        order by d.priority desc, d.relationship limit :most""")
                .param("kind", kind.kind())
                .param("after", kind.after())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("brands", brands(seen))
                .param("most", NAMED)
                .query(Changes::one)
                .list();
    }

    /** Who complained since then, the most urgent first. */
    List<One> complaints(Instant from, @Nullable Set<String> seen, int most) {
        return database.sql("""
                        select d.customer, d.brand, d.value_at_risk, d.currency
                        from (select distinct coalesce(r.merged_into, r.id) as relationship
                            from event e join relationship r on r.id = e.relationship
                            where e.type = 'complaint' and e.occurred_at >= :from) complained
                        join diagnosis d using (relationship)
                        where :brands::text[] is null or d.brand = any (:brands)
                        order by d.priority desc, d.relationship limit :most""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("brands", brands(seen))
                .param("most", most)
                .query(Changes::one)
                .list();
    }

    private static One one(ResultSet row, int number) throws SQLException {
        return new One(
                Objects.requireNonNull(row.getString("customer")),
                Objects.requireNonNull(row.getString("brand")),
                row.getDouble("value_at_risk"),
                Objects.requireNonNull(row.getString("currency")));
    }

    /** Promises that fall due before a moment and were neither kept nor broken, the earliest first. */
    List<Promised> due(Instant before, Instant now, @Nullable Set<String> seen) {
        Set<String> ended = new HashSet<>();
        List<Promised> open = new java.util.ArrayList<>();
        database.sql("""
                        select e.relationship, e.occurred_at, e.event_id, e.type, e.data, r.brand, r.customer
                        from event e join relationship r on r.id = e.relationship
                        where e.type in ('promise_made', 'promise_kept', 'promise_broken') and e.occurred_at >= :from
                            and not r.restricted and (:brands::text[] is null or r.brand = any (:brands))
                        order by e.occurred_at desc limit :most""")
                .param("from", now.minus(OLDEST_PROMISE).atOffset(ZoneOffset.UTC))
                .param("brands", brands(seen))
                .param("most", MOST_PROMISES)
                .query(row -> {
                    String relationship = row.getLong("relationship") + " ";
                    switch (event(row)) {
                        case Event.PromiseKept kept -> ended.add(relationship + kept.ref());
                        case Event.PromiseBroken broken -> ended.add(relationship + broken.ref());
                        case Event.PromiseMade made -> {
                            Instant due = made.due();
                            if (due != null && due.isBefore(before) && !ended.contains(relationship + made.ref())) {
                                open.add(new Promised(
                                        Objects.requireNonNull(row.getString("customer")),
                                        Objects.requireNonNull(row.getString("brand")),
                                        made.ref(),
                                        due));
                            }
                        }
                        case Event ignored -> {}
                    }
                });
        open.sort(java.util.Comparator.comparing(Promised::due));
        return open;
    }

    private static Event event(ResultSet row) throws SQLException {
        String brand = Objects.requireNonNull(row.getString("brand"));
        EventRow columns = EventData.read(
                row.getString("data"),
                row.getString("event_id"),
                row.getString("customer"),
                brand.isEmpty() ? null : brand,
                Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("type"));
        if (EventRowReader.read(columns) instanceof RowReading.Accepted(Event event)) {
            return event;
        }
        throw new IllegalStateException("The log holds event %s, which is none. Maybe another program wrote to it."
                .formatted(columns.eventId()));
    }

    private static String @Nullable [] brands(@Nullable Set<String> seen) {
        return seen == null ? null : seen.toArray(String[]::new);
    }
}
