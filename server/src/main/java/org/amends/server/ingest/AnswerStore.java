package org.amends.server.ingest;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Answers to requests that named an Idempotency-Key, kept for a day. */
@Component
class AnswerStore {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final InstantSource clock;

    AnswerStore(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is known of a key.
     *
     * @param answer null while it is being made
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content where it is used
    record Kept(byte[] fingerprint, @Nullable Answer answer) {}

    /** Marks a request as being answered; false when the key is taken. A mark from before {@code abandoned} is taken over. */
    boolean begin(String sender, String key, byte[] fingerprint, Instant now, Instant abandoned) {
        return database.sql("""
                        insert into kept_answer as kept (sender, key, fingerprint, begun_at)
                        values (:sender, :key, :fingerprint, :now)
                        on conflict (sender, key) do update
                        set fingerprint = excluded.fingerprint, begun_at = excluded.begun_at,
                            status = null, content_type = null, body = null
                        where kept.begun_at < :expired or (kept.status is null and kept.begun_at < :abandoned)""")
                        .param("sender", sender)
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .param("now", Timestamp.from(now))
                        .param("expired", Timestamp.from(now.minus(KEPT)))
                        .param("abandoned", Timestamp.from(abandoned))
                        .update()
                == 1;
    }

    void keep(String sender, String key, Answer answer) {
        database.sql("""
                update kept_answer set status = :status, content_type = :type, body = :body
                where sender = :sender and key = :key""")
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("body", answer.body())
                .param("sender", sender)
                .param("key", key)
                .update();
    }

    void forget(String sender, String key) {
        database.sql("delete from kept_answer where sender = :sender and key = :key and status is null")
                .param("sender", sender)
                .param("key", key)
                .update();
    }

    @Nullable
    Kept find(String sender, String key) {
        return database.sql(
                        "select fingerprint, status, content_type, body from kept_answer where sender = :sender and key = :key")
                .param("sender", sender)
                .param("key", key)
                .query((row, i) -> {
                    Integer status = row.getObject("status", Integer.class);
                    return new Kept(
                            row.getBytes("fingerprint"),
                            status == null
                                    ? null
                                    : new Answer(status, row.getString("content_type"), row.getBytes("body")));
                })
                .optional()
                .orElse(null);
    }

    /** Forgets what was kept long enough. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forgetOld() {
        database.sql("delete from kept_answer where begun_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
