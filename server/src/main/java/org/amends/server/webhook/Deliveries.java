package org.amends.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be sent to whom, and what came of it. */
@Component
final class Deliveries {

    /** Longer than the longest attempt, so that nobody else takes over while one waits for an answer. */
    static final Duration LEASE = Courier.LONGEST.multipliedBy(2);

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    Deliveries(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Something due.
     *
     * @param id of the delivery
     * @param message its id, the same at every attempt
     * @param attempts made before
     * @param body to be sent
     * @param url where to
     * @param secrets to sign with
     */
    record Due(long id, UUID message, int attempts, String body, String url, List<byte[]> secrets) {}

    /** Takes the endpoints for which something is due, for this server alone, for as long as the lease lasts. */
    List<UUID> lease(Instant now, int most) {
        return database.sql("""
                        update webhook set leased_until = ? where id in (
                            select id from webhook
                            where disabled_at is null and coalesce(resume_at, '-infinity') <= ?
                                and coalesce(leased_until, '-infinity') < ?
                                and exists (
                                    select 1 from webhook_delivery
                                    where webhook = webhook.id and status = 'pending' and next_attempt <= ?)
                            order by coalesce(resume_at, '-infinity') limit ? for update skip locked)
                        returning id""")
                .param(Webhooks.at(now.plus(LEASE)))
                .param(Webhooks.at(now))
                .param(Webhooks.at(now))
                .param(Webhooks.at(now))
                .param(most)
                .query((row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    /** What is due first for this endpoint, while it may be sent to. */
    Optional<Due> next(UUID webhook, Instant now) {
        return database.sql("""
                        select d.id, d.message, d.attempts, m.body, w.url, w.secret,
                            case when w.old_secret_until > ? then w.old_secret end as old_secret
                        from webhook_delivery d join outbox m on m.id = d.message join webhook w on w.id = d.webhook
                        where d.webhook = ? and d.status = 'pending' and d.next_attempt <= ? and w.disabled_at is null
                        order by d.next_attempt, d.id limit 1""")
                .param(Webhooks.at(now))
                .param(webhook)
                .param(Webhooks.at(now))
                .query((row, number) -> {
                    List<byte[]> secrets = new ArrayList<>();
                    secrets.add(row.getBytes("secret"));
                    byte[] old = row.getBytes("old_secret");
                    if (old != null) {
                        secrets.add(old);
                    }
                    return new Due(
                            row.getLong("id"),
                            Objects.requireNonNull(row.getObject("message", UUID.class)),
                            row.getInt("attempts"),
                            row.getString("body"),
                            row.getString("url"),
                            secrets);
                })
                .optional();
    }

    /** Keeps what came of an attempt. Returns whether the endpoint may be sent the next one at once. */
    boolean keep(UUID webhook, Due due, Courier.Answer answer, Instant begun, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!hold(webhook, due)) {
                return false;
            }
            log(due, answer, begun);
            if (answer.isTaken()) {
                delivered(webhook, due, now);
                return true;
            }
            failed(webhook, due, answer, now);
            return false;
        }));
    }

    /** Locks in the order in which removing a webhook does. Returns whether both are still there. */
    private boolean hold(UUID webhook, Due due) {
        return database.sql("select id from webhook where id = ? for update")
                        .param(webhook)
                        .query(UUID.class)
                        .optional()
                        .isPresent()
                && database.sql("select id from webhook_delivery where id = ? for update")
                        .param(due.id())
                        .query(Long.class)
                        .optional()
                        .isPresent();
    }

    private void log(Due due, Courier.Answer answer, Instant begun) {
        int ignored = database.sql(
                        "insert into webhook_attempt (delivery, at, duration_ms, http_status, error) values (?, ?, ?, ?, ?)")
                .param(due.id())
                .param(Webhooks.at(begun))
                .param((int) Math.min(answer.took().toMillis(), Integer.MAX_VALUE))
                .param(answer.status())
                .param(answer.error())
                .update();
    }

    private void delivered(UUID webhook, Due due, Instant now) {
        int ignored = database.sql("""
                        update webhook_delivery set status = 'delivered', attempts = attempts + 1, delivered_at = ?
                        where id = ?""").param(Webhooks.at(now)).param(due.id()).update();
        ignored = database.sql("""
                        update webhook set failing_since = null, failures = 0, resume_at = null, leased_until = ?
                        where id = ?""")
                .param(Webhooks.at(now.plus(LEASE)))
                .param(webhook)
                .update();
    }

    private void failed(UUID webhook, Due due, Courier.Answer answer, Instant now) {
        int attempts = due.attempts() + 1;
        int ignored = database.sql(
                        "update webhook_delivery set status = ?, attempts = ?, next_attempt = ? where id = ?")
                .param(RetryPlan.isOver(attempts) ? "failed" : "pending")
                .param(attempts)
                .param(Webhooks.at(now.plus(RetryPlan.waitAfter(attempts, chance))))
                .param(due.id())
                .update();
        int failures = database.sql("""
                        update webhook set failing_since = coalesce(failing_since, ?), failures = failures + 1
                        where id = ? returning failures""")
                .param(Webhooks.at(now))
                .param(webhook)
                .query(Integer.class)
                .single();
        ignored = database.sql("update webhook set resume_at = ? where id = ?")
                .param(Webhooks.at(now.plus(RetryPlan.waitAfter(failures, chance))))
                .param(webhook)
                .update();
        disable(webhook, answer, now);
    }

    /** An endpoint that says it is gone, or that was not reached for days, is sent nothing more until somebody enables it. */
    private void disable(UUID webhook, Courier.Answer answer, Instant now) {
        String reason = answer.isGone()
                ? "The endpoint answered 410 Gone."
                : "Every attempt failed for %d days.".formatted(RetryPlan.GIVE_UP_AFTER.toDays());
        int ignored = database.sql("""
                        update webhook set disabled_at = ?, disabled_reason = ?
                        where id = ? and disabled_at is null and (? or failing_since <= ?)""")
                .param(Webhooks.at(now))
                .param(reason)
                .param(webhook)
                .param(answer.isGone())
                .param(Webhooks.at(now.minus(RetryPlan.GIVE_UP_AFTER)))
                .update();
    }

    void release(UUID webhook) {
        int ignored = database.sql("update webhook set leased_until = null where id = ?")
                .param(webhook)
                .update();
    }

    /** Sends it again, as soon as may be. Returns whether there is such a delivery. */
    boolean again(UUID webhook, long delivery, Instant now) {
        return database.sql("""
                        update webhook_delivery set status = 'pending', attempts = 0, next_attempt = ?
                        where id = ? and webhook = ?""")
                        .param(Webhooks.at(now))
                        .param(delivery)
                        .param(webhook)
                        .update()
                > 0;
    }

    /** Forgets what was said long ago. */
    void forget(Instant now) {
        int ignored = database.sql("delete from outbox where created_at < ?")
                .param(Webhooks.at(now.minus(KEPT)))
                .update();
    }

    /**
     * One line of the delivery log.
     *
     * @param error why no answer came, or null
     */
    record Line(
            long id,
            UUID message,
            String type,
            String status,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAttempt,
            @Nullable Instant deliveredAt,
            @Nullable Instant lastAttempt,
            @Nullable Integer httpStatus,
            @Nullable String error) {}

    /** The log of one endpoint, the newest first, from before a delivery. */
    List<Line> lines(UUID webhook, long before, int most) {
        return database.sql("""
                        select d.id, d.message, m.type, d.status, d.attempts, d.created_at, d.next_attempt, d.delivered_at,
                            last.at, last.http_status, last.error
                        from webhook_delivery d join outbox m on m.id = d.message
                        left join lateral (
                            select at, http_status, error from webhook_attempt where delivery = d.id order by id desc limit 1)
                            last on true
                        where d.webhook = ? and d.id < ? order by d.id desc limit ?""")
                .param(webhook)
                .param(before)
                .param(most)
                .query((row, number) -> new Line(
                        row.getLong("id"),
                        Objects.requireNonNull(row.getObject("message", UUID.class)),
                        row.getString("type"),
                        row.getString("status"),
                        row.getInt("attempts"),
                        Objects.requireNonNull(Webhooks.instant(row, "created_at")),
                        row.getString("status").equals("pending") ? Webhooks.instant(row, "next_attempt") : null,
                        Webhooks.instant(row, "delivered_at"),
                        Webhooks.instant(row, "at"),
                        row.getObject("http_status", Integer.class),
                        row.getString("error")))
                .list();
    }
}
