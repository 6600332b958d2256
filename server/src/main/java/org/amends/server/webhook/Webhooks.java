package org.amends.server.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The endpoints, and the secrets that messages to them are signed with. */
@Component
public final class Webhooks {

    /** So long both secrets sign, that whoever verifies can change over. */
    static final Duration ROTATION = Duration.ofDays(1);

    private static final String SELECT = """
            select id, url, description, brand, types, created_at, updated_at, disabled_at, disabled_reason, failing_since
            from webhook
            """;

    private final JdbcClient database;

    Webhooks(JdbcClient database) {
        this.database = database;
    }

    /** All, the oldest first. */
    public List<Webhook> all() {
        return database.sql(SELECT + "order by created_at, id")
                .query(Webhooks::read)
                .list();
    }

    /** The one of this id. */
    public Optional<Webhook> find(UUID id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query(Webhooks::read)
                .optional();
    }

    void add(Webhook webhook, byte[] secret) {
        int ignored = database.sql("""
                        insert into webhook (id, url, description, brand, types, secret, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(webhook.id())
                .param(webhook.url())
                .param(webhook.description())
                .param(webhook.brand())
                .param(webhook.types().toArray(String[]::new))
                .param(secret)
                .param(at(webhook.createdAt()))
                .param(at(webhook.updatedAt()))
                .update();
    }

    /** Writes all but id, secrets and creation. One that is enabled is sent to at once, whatever failed before. */
    void change(Webhook webhook) {
        int ignored = database.sql("""
                        update webhook set url = ?, description = ?, brand = ?, types = ?, updated_at = ?, disabled_at = ?,
                            disabled_reason = ?, failing_since = null, failures = 0, resume_at = null
                        where id = ?""")
                .param(webhook.url())
                .param(webhook.description())
                .param(webhook.brand())
                .param(webhook.types().toArray(String[]::new))
                .param(at(webhook.updatedAt()))
                .param(at(webhook.disabledAt()))
                .param(webhook.disabledReason())
                .param(webhook.id())
                .update();
    }

    boolean remove(UUID id) {
        return database.sql("delete from webhook where id = ?").param(id).update() > 0;
    }

    void rotate(UUID id, byte[] secret, Instant now) {
        int ignored = database.sql("""
                        update webhook set old_secret = secret, old_secret_until = ?, secret = ?, updated_at = ?
                        where id = ?""")
                .param(at(now.plus(ROTATION)))
                .param(secret)
                .param(at(now))
                .param(id)
                .update();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static Webhook read(ResultSet row, int number) throws SQLException {
        return new Webhook(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("url"),
                row.getString("description"),
                row.getString("brand"),
                List.of((String[]) row.getArray("types").getArray()),
                Objects.requireNonNull(instant(row, "created_at")),
                Objects.requireNonNull(instant(row, "updated_at")),
                instant(row, "disabled_at"),
                row.getString("disabled_reason"),
                instant(row, "failing_since"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
