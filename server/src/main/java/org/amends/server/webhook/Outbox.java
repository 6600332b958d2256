package org.amends.server.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes messages in the transaction that found them, so that they are told if and only if it commits. */
@Component
public final class Outbox {

    private final JdbcClient database;

    Outbox(JdbcClient database) {
        this.database = database;
    }

    /** Whether anybody listens; where nobody does, nothing needs to be written. */
    public boolean isListenedTo() {
        return database.sql("select exists (select 1 from webhook where disabled_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** Adds messages for the endpoints that want them. Belongs into the caller's transaction. */
    public void add(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        int ignored = database.sql("""
                        with message as (
                            insert into outbox (id, type, relationship, brand, created_at, body)
                            select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[])
                                as told (id, type, relationship, brand, at, body)
                            where exists (
                                select 1 from webhook
                                where disabled_at is null and told.type = any (types) and brand in ('', told.brand))
                            returning id, type, brand, created_at)
                        insert into webhook_delivery (webhook, message, next_attempt, created_at)
                        select webhook.id, message.id, message.created_at, message.created_at
                        from message join webhook
                            on webhook.disabled_at is null
                            and message.type = any (webhook.types)
                            and webhook.brand in ('', message.brand)""")
                .param(messages.stream().map(each -> each.id().toString()).toArray(String[]::new))
                .param(messages.stream().map(each -> each.type().stableName()).toArray(String[]::new))
                .param(messages.stream().map(Message::relationship).toArray(Long[]::new))
                .param(messages.stream().map(Message::brand).toArray(String[]::new))
                .param(messages.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .param(messages.stream().map(Message::body).toArray(String[]::new))
                .update();
    }

    /** Adds a test message for one endpoint, whatever it wants otherwise. */
    void ping(Webhook webhook, Instant now) {
        UUID id = UUID.randomUUID();
        String body = """
                {"specversion":"1.0","id":"%s","source":"/amends/webhook","type":"%s","time":"%s",\
                "datacontenttype":"application/json","data":{"webhook":"%s"}}""".formatted(id, MessageType.PING.stableName(), now, webhook.id());
        int ignored = database.sql(
                        "insert into outbox (id, type, relationship, brand, created_at, body) values (?, ?, 0, '', ?, ?)")
                .param(id)
                .param(MessageType.PING.stableName())
                .param(Webhooks.at(now))
                .param(body)
                .update();
        ignored = database.sql(
                        "insert into webhook_delivery (webhook, message, next_attempt, created_at) values (?, ?, ?, ?)")
                .param(webhook.id())
                .param(id)
                .param(Webhooks.at(now))
                .param(Webhooks.at(now))
                .update();
    }
}
