package org.amends.server.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the audit log, the newest entry first. */
public final class AuditLog {

    private final JdbcClient sql;

    /** Over a database. */
    public AuditLog(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Which entries are wanted; what is null or empty does not narrow.
     *
     * @param actor who did it, in full
     * @param action what was done: in full, or its beginning up to a dot, such as {@code token.}
     * @param subject what it was done to, in full
     * @param from no earlier than this
     * @param until earlier than this
     */
    public record Filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** Every entry. */
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /** Up to {@code limit} entries below a sequence. */
    public List<AuditEntry> before(Filter filter, long sequence, int limit) {
        return sql.sql("""
                select sequence, at, actor, action, subject, details, hash
                from audit_entry left join audit_content using (sequence)
                where sequence < :before
                  and (:actor::text is null or actor = :actor)
                  and (:action::text is null or action = :action
                       or (right(:action, 1) = '.' and starts_with(action, :action)))
                  and (:subject::text is null or subject = :subject)
                  and (:from::timestamptz is null or at >= :from)
                  and (:until::timestamptz is null or at < :until)
                order by sequence desc limit :limit""")
                .param("before", sequence)
                .param("actor", given(filter.actor()))
                .param("action", given(filter.action()))
                .param("subject", given(filter.subject()))
                .param("from", time(filter.from()))
                .param("until", time(filter.until()))
                .param("limit", limit)
                .query((row, number) -> new AuditEntry(
                        row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("details"),
                        row.getString("hash")))
                .list();
    }

    /** The actions that occur, in order. */
    public List<String> actions() {
        // Walks the index from one action to the next instead of over every entry.
        return sql.sql("""
                with recursive found as (
                    (select action from audit_entry order by action limit 1)
                    union all
                    select (select e.action from audit_entry e where e.action > f.action order by e.action limit 1)
                    from found f where f.action is not null)
                select action from found where action is not null""").query((row, number) -> row.getString("action")).list();
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
