package org.amends.server.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails as they came, and which of them wait to be taken in. */
@Component
class RawMails {

    private static final int MOST_ATTEMPTS = 8;
    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient database;
    private final InstantSource clock;

    RawMails(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A mail that waits. */
    @SuppressWarnings("ArrayRecordComponent") // written once, read by the one who takes it in
    record Waiting(UUID id, String mailbox, String brand, Instant receivedAt, int attempts, byte[] bytes) {}

    /** A mail that nobody could read. */
    record Unreadable(
            UUID id,
            String mailbox,
            String brand,
            Instant receivedAt,
            int size,
            @Nullable String error) {}

    /** Keeps a mail. The same bytes for the same brand are kept once. */
    @SuppressWarnings("ArrayParameter") // a digest, and bytes that nobody changes
    void keep(String mailbox, String brand, Instant receivedAt, byte[] bytes, byte[] digest) {
        keep(mailbox, brand, receivedAt, bytes, digest, "waiting", null);
    }

    /** Keeps what is there of a mail that a person has to look at. */
    @SuppressWarnings("ArrayParameter")
    void keepUnreadable(String mailbox, String brand, Instant receivedAt, byte[] bytes, byte[] digest, String why) {
        keep(mailbox, brand, receivedAt, bytes, digest, "unreadable", why);
    }

    @SuppressWarnings("ArrayParameter")
    private void keep(
            String mailbox,
            String brand,
            Instant receivedAt,
            byte[] bytes,
            byte[] digest,
            String standing,
            @Nullable String error) {
        int ignored = database.sql("""
                        insert into message_raw
                            (id, kept_at, received_at, mailbox, brand, digest, size, bytes, standing, next_attempt, error)
                        values (:id, :now, :received, :mailbox, :brand, :digest, :size, :bytes, :standing, :now, :error)
                        on conflict (digest) do nothing""")
                .param("id", UUID.randomUUID())
                .param("now", utc(clock.instant()))
                .param("received", utc(receivedAt))
                .param("mailbox", mailbox)
                .param("brand", brand)
                .param("digest", digest)
                .param("size", bytes.length)
                .param("bytes", bytes)
                .param("standing", standing)
                .param("error", error)
                .update();
    }

    /** Those that wait and are due, in the order of arrival; no more at a time than memory holds. */
    List<Waiting> waiting(int most) {
        return database.sql("""
                        select id, mailbox, brand, received_at, attempts, bytes from (
                            select *, sum(size) over (order by number) as total, row_number() over (order by number) as place
                            from message_raw where standing = 'waiting' and next_attempt <= ? order by number limit ?) due
                        where place = 1 or total <= 33554432 order by number""")
                .param(utc(clock.instant()))
                .param(most)
                .query((row, number) -> new Waiting(
                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        Objects.requireNonNull(row.getObject(4, OffsetDateTime.class))
                                .toInstant(),
                        row.getInt(5),
                        Objects.requireNonNullElse(row.getBytes(6), new byte[0])))
                .list();
    }

    /** It was taken in. */
    void taken(UUID id) {
        stand(id, "taken", null);
    }

    /** Nobody can read it: a person looks at it. */
    void unreadable(UUID id, String why) {
        stand(id, "unreadable", why);
    }

    /** A person has done with it whatever was to be done. */
    boolean dismissed(UUID id) {
        return database.sql("update message_raw set standing = 'taken' where id = ? and standing = 'unreadable'")
                        .param(id)
                        .update()
                == 1;
    }

    private void stand(UUID id, String standing, @Nullable String error) {
        int ignored = database.sql("update message_raw set standing = ?, error = ? where id = ?")
                .param(standing)
                .param(error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .param(id)
                .update();
    }

    /** Taking it in failed: it is tried again later, and shown to a person when that does not help. */
    void failed(Waiting mail, String error) {
        int attempts = mail.attempts() + 1;
        if (attempts >= MOST_ATTEMPTS) {
            unreadable(mail.id(), error);
            return;
        }
        Duration pause = Duration.ofSeconds(1L << attempts);
        int ignored = database.sql(
                        "update message_raw set attempts = ?, next_attempt = ?, error = ? where id = ? and standing = 'waiting'")
                .param(attempts)
                .param(utc(clock.instant().plus(pause)))
                .param(error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .param(mail.id())
                .update();
    }

    /** Those that nobody could read, the newest first; null brands for all. */
    List<Unreadable> unreadable(String @Nullable [] brands, int most) {
        return database.sql("""
                        select id, mailbox, brand, received_at, size, error from message_raw
                        where standing = 'unreadable' and (:brands::text[] is null or brand = any (:brands))
                        order by number desc limit :most""")
                .param("brands", brands)
                .param("most", most)
                .query((row, number) -> new Unreadable(
                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        Objects.requireNonNull(row.getObject(4, OffsetDateTime.class))
                                .toInstant(),
                        row.getInt(5),
                        row.getString(6)))
                .list();
    }

    /** The brand of a mail; empty when there is none of this id. */
    Optional<String> brandOf(UUID id) {
        return database.sql("select brand from message_raw where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** When the newest mail of a mailbox was received; empty when there is none. */
    Optional<Instant> newest(String mailbox) {
        return database.sql("select received_at from message_raw where mailbox = ? order by number desc limit 1")
                .param(mailbox)
                .query((row, number) -> Objects.requireNonNull(row.getObject(1, OffsetDateTime.class))
                        .toInstant())
                .optional();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
