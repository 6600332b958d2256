package org.amends.server.parting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.server.access.BrandScope;
import org.amends.server.audit.Audit;
import org.amends.server.customer.LogLock;
import org.amends.server.problem.Problem;
import org.amends.server.webhook.MessageType;
import org.amends.store.log.IncomingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks in the histories of those who are to be left in peace: whoever came back by themselves is free again, and whatever the
 * company sent all the same is a breach that somebody has to look at.
 */
@Component
final class SilenceWatch {

    /** All relationships with a person who is to be left in peace, as {@code peace}. */
    private static final String PEACE = """
            with peace as (
                select s.relationship as parted, r.id as member, s.since, s.brand
                from suppression s join relationship r on r.id = s.relationship or r.merged_into = s.relationship
                where s.lifted_at is null)
            """;

    private final JdbcClient database;
    private final Suppressions suppressions;
    private final PartingMessages messages;
    private final LogLock log;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    SilenceWatch(
            JdbcClient database,
            Suppressions suppressions,
            PartingMessages messages,
            LogLock log,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.suppressions = suppressions;
        this.messages = messages;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What was done to somebody who is to be left in peace. */
    record Breach(
            long relationship,
            String customer,
            String brand,
            String eventId,
            String type,
            Instant at,
            @Nullable Instant seenAt) {}

    private record Found(long relationship, String brand, String customer, String eventId, String type, Instant at) {}

    /** Looks at all of them once. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT5M")
    void look() {
        transaction.executeWithoutResult(status -> {
            log.take();
            returned();
        });
        transaction.executeWithoutResult(status -> breaches());
    }

    private void returned() {
        List<Long> back =
                database.sql(PEACE + """
                        select distinct p.parted from peace p join event e on e.relationship = p.member
                        where e.type = 'returned' and e.occurred_at >= p.since""").query((row, number) -> row.getLong(1)).list();
        for (Long relationship : back) {
            database.sql("""
                            select s.*, r.customer, null::text as reference
                            from suppression s join relationship r on r.id = s.relationship where s.relationship = ?""")
                    .param(relationship)
                    .query(Suppressions::read)
                    .list()
                    .forEach(each -> suppressions.lift(each, clock.instant(), EventType.RETURNED.stableName()));
        }
    }

    /** What a customer does themselves breaks no peace; what is sent for their own sake, such as an answer, does not either. */
    private void breaches() {
        Instant now = clock.instant();
        List<Found> found = database.sql(PEACE + """
                        , found as (
                            insert into suppression_breach (relationship, event_id, type, at, found_at)
                            select p.parted, e.event_id, e.type, e.occurred_at, ?
                            from peace p join event e on e.relationship = p.member
                            where e.type = 'attention_given' and e.occurred_at > p.since
                            on conflict do nothing
                            returning relationship, event_id, type, at)
                        select f.relationship, r.brand, r.customer, f.event_id, f.type, f.at
                        from found f join relationship r on r.id = f.relationship""")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(SilenceWatch::found)
                .list();
        for (Found each : found) {
            messages.tell(
                    MessageType.PEACE_BROKEN,
                    new PartingMessages.About(each.relationship(), each.brand(), each.customer()),
                    now,
                    Map.of(
                            "event",
                            each.eventId(),
                            "event_type",
                            each.type(),
                            "at",
                            each.at().toString()));
        }
    }

    /** The customer came back by themselves, and somebody saw it: their history goes on. */
    void cameBack(String customer, String brand, String proof, String by) {
        if (proof.isBlank()) {
            throw Problem.invalid("proof", "missing", "Write how the customer came back: an order, a call, a letter.");
        }
        transaction.executeWithoutResult(status -> {
            log.take();
            Suppressions.Suppression suppression = suppressions
                    .of(customer, brand)
                    .filter(each -> each.liftedAt() == null)
                    .orElseThrow(() -> Problem.notFound("suppression", customer));
            Instant now = clock.instant();
            var ignored = log.append(List.of(IncomingEvent.of(new EventRow(
                    "returned/" + suppression.change(),
                    customer,
                    brand.isEmpty() ? null : brand,
                    now,
                    EventType.RETURNED.stableName(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of()))));
            suppressions.lift(suppression, now, EventType.RETURNED.stableName());
            audit.record(by, "suppression.lifted", "customer:" + brand + "/" + customer, Map.of("proof", proof));
        });
    }

    /** Breaches, the latest first. */
    List<Breach> breaches(BrandScope seen, int most) {
        return database.sql("""
                        select b.relationship, r.customer, r.brand, b.event_id, b.type, b.at, b.seen_at
                        from suppression_breach b join relationship r on r.id = b.relationship
                        where (:brands::text[] is null or r.brand = any (:brands))
                        order by b.at desc, b.relationship, b.event_id limit :most""")
                .param("brands", seen.names())
                .param("most", most)
                .query(SilenceWatch::breach)
                .list();
    }

    /** Somebody looked into it. */
    void seen(long relationship, String eventId, BrandScope brands, String by) {
        transaction.executeWithoutResult(status -> {
            int changed = database.sql("""
                            update suppression_breach set seen_at = :now, seen_by = :by
                            where relationship = :relationship and event_id = :event and seen_at is null and exists (
                                select 1 from relationship r where r.id = :relationship
                                    and (:brands::text[] is null or r.brand = any (:brands)))""")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .param("relationship", relationship)
                    .param("event", eventId)
                    .param("brands", brands.names())
                    .update();
            if (changed > 0) {
                audit.record(by, "suppression_breach.seen", "relationship:" + relationship, Map.of("event", eventId));
            }
        });
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("relationship"),
                row.getString("brand"),
                row.getString("customer"),
                row.getString("event_id"),
                row.getString("type"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant());
    }

    private static Breach breach(ResultSet row, int number) throws SQLException {
        OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        return new Breach(
                row.getLong("relationship"),
                row.getString("customer"),
                row.getString("brand"),
                row.getString("event_id"),
                row.getString("type"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                seen == null ? null : seen.toInstant());
    }
}
