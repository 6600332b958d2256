package org.amends.server.message;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps messages and their files, and finds them again. Works within the caller's transaction where there is one. */
@Component("keptMessages")
public final class Messages {

    /** The largest file that is kept beside its message; larger ones are in the raw message only. */
    public static final long LARGEST_FILE = 25L * 1024 * 1024;

    /** More files of one message are in the raw message only. */
    public static final int MOST_FILES = 100;

    private static final String COLUMNS = """
            id, complaint, direction, channel, at, brand, customer, language, sender_address, sender_name, recipients,
            subject, text, new_text, message_id, in_reply_to, refs, kind, standing, why, source, reading, mailbox""";

    private final JdbcClient database;
    private final InstantSource clock;

    Messages(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps a message.
     *
     * @param digest by which the same message is known when it comes twice, or null
     * @return false when it was there already, and then nothing is changed
     */
    @SuppressWarnings("ArrayParameter") // a digest
    public boolean keep(KeptMessage message, List<SentFile> files, byte @Nullable [] digest) {
        boolean isNew = insert(message, digest);
        if (isNew) {
            int place = 0;
            for (SentFile file : files) {
                keep(message.id(), place++, file);
            }
        }
        return isNew;
    }

    private boolean insert(KeptMessage message, byte @Nullable [] digest) {
        return database.sql("""
                        insert into message (id, complaint, direction, channel, at, kept_at, brand, customer, language,
                            sender_address, sender_name, recipients, subject, text, new_text, message_id, in_reply_to, refs,
                            kind, standing, why, source, reading, mailbox, digest)
                        values (:id, :complaint, :direction, :channel, :at, :kept_at, :brand, :customer, :language,
                            :sender_address, :sender_name, :recipients, :subject, :text, :new_text, :message_id, :in_reply_to,
                            :refs, :kind, :standing, :why, :source, :reading, :mailbox, :digest)
                        on conflict do nothing""")
                        .param("id", message.id())
                        .param("complaint", message.complaint())
                        .param("direction", KeptMessage.word(message.direction()))
                        .param("channel", message.channel())
                        .param("at", utc(message.at()))
                        .param("kept_at", utc(clock.instant()))
                        .param("brand", message.brand())
                        .param("customer", message.customer())
                        .param("language", message.language())
                        .param("sender_address", plain(message.senderAddress()))
                        .param("sender_name", clean(message.senderName()))
                        .param("recipients", clean(message.recipients()))
                        .param("subject", clean(message.subject()))
                        .param("text", clean(message.text()))
                        .param("new_text", clean(message.newText()))
                        .param("message_id", plain(message.headers().messageId()))
                        .param("in_reply_to", plain(message.headers().inReplyTo()))
                        .param("refs", clean(message.headers().references()))
                        .param("kind", KeptMessage.word(message.kind()))
                        .param("standing", KeptMessage.word(message.standing()))
                        .param("why", message.why())
                        .param("source", plain(message.source()))
                        .param("reading", message.reading())
                        .param("mailbox", message.mailbox())
                        .param("digest", digest)
                        .update()
                == 1;
    }

    private void keep(UUID message, int place, SentFile file) {
        String found = FileKind.found(file.bytes());
        String why = place >= MOST_FILES
                ? "too_many"
                : file.bytes().length > LARGEST_FILE ? "too_large" : FileKind.refused(file.name(), found, file.bytes());
        int ignored = database.sql("""
                        insert into attachment (message, place, name, told, found, size, inline, verdict, why, bytes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(message)
                .param(place)
                .param(clean(file.name()))
                .param(clean(file.type()))
                .param(found)
                .param(file.bytes().length)
                .param(file.inline())
                .param(why == null ? "kept" : "refused")
                .param(why)
                .param(why == null ? file.bytes() : null)
                .update();
    }

    /** Keeps the bytes of a message that came otherwise than through a mailbox. */
    @SuppressWarnings("ArrayParameter")
    public void keepRaw(UUID message, String channel, String brand, byte[] bytes, byte[] digest) {
        int ignored = database.sql("""
                        insert into message_raw
                            (id, kept_at, received_at, mailbox, brand, digest, size, bytes, standing, next_attempt)
                        values (:id, :now, :now, :mailbox, :brand, :digest, :size, :bytes, 'taken', :now)
                        on conflict do nothing""")
                .param("id", message)
                .param("now", utc(clock.instant()))
                .param("mailbox", channel)
                .param("brand", brand)
                .param("digest", digest)
                .param("size", bytes.length)
                .param("bytes", bytes)
                .update();
    }

    /**
     * Locks a message that is on no case, so that one person decides what becomes of it.
     *
     * @return false when it is on a case
     */
    public boolean claim(UUID message) {
        return database.sql("select complaint is null from message where id = ? for update")
                .param(message)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Says whose message it is, to which case it belongs and what became of it. */
    public void settle(
            UUID message,
            @Nullable Long complaint,
            @Nullable String customer,
            KeptMessage.Standing standing,
            @Nullable String why) {
        int ignored = database.sql("update message set complaint = ?, customer = ?, standing = ?, why = ? where id = ?")
                .param(complaint)
                .param(customer)
                .param(KeptMessage.word(standing))
                .param(why)
                .param(message)
                .update();
    }

    /** The message of this id. */
    public Optional<KeptMessage> find(UUID id) {
        return database.sql("select " + COLUMNS + " from message where id = ?")
                .param(id)
                .query(Messages::read)
                .optional();
    }

    /** The message that has this digest. */
    @SuppressWarnings("ArrayParameter")
    public Optional<KeptMessage> same(byte[] digest) {
        return database.sql("select " + COLUMNS + " from message where digest = ?")
                .param(digest)
                .query(Messages::read)
                .optional();
    }

    /** The messages of a case, oldest first. */
    public List<KeptMessage> ofCase(long complaint) {
        return database.sql("select " + COLUMNS + " from message where complaint = ? order by at, number")
                .param(complaint)
                .query(Messages::read)
                .list();
    }

    /**
     * A page of messages that are on no case, newest first.
     *
     * @param brands as {@code BrandScope.names()} gives them: null for all
     * @param before the message after which the page begins, or null for the first
     */
    public List<KeptMessage> standing(
            KeptMessage.Standing standing, String @Nullable [] brands, @Nullable UUID before, int most) {
        return database.sql("select " + COLUMNS + """
                         from message
                        where standing = :standing and (:brands::text[] is null or brand = any (:brands))
                          and (:before::uuid is null or number < (select number from message where id = :before))
                        order by number desc limit :most""")
                .param("standing", KeptMessage.word(standing))
                .param("brands", brands)
                .param("before", before)
                .param("most", most)
                .query(Messages::read)
                .list();
    }

    /** The files of a message, in their order. */
    public List<MessageFile> files(UUID message) {
        return database.sql(
                        "select place, name, told, found, size, inline, why from attachment where message = ? order by place")
                .param(message)
                .query((row, number) -> new MessageFile(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getBoolean(6),
                        row.getString(7)))
                .list();
    }

    /** The bytes of a file; empty when there is none or it was refused. */
    public Optional<byte[]> bytes(UUID message, int place) {
        return database.sql("select bytes from attachment where message = ? and place = ? and bytes is not null")
                .param(message)
                .param(place)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** The bytes as they came; empty when there are none or they were erased. */
    public Optional<byte[]> raw(UUID message) {
        return database.sql("select bytes from message_raw where id = ? and bytes is not null")
                .param(message)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** The cases with which mails of these ids are, by the store's numbers, the newest message first. */
    public List<Long> casesOf(Collection<String> messageIds) {
        return database.sql("""
                        select complaint from message
                        where message_id = any (?) and complaint is not null order by number desc""")
                .param(messageIds.toArray(String[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** The case with which a mail is that follows this one and came before it. */
    public Optional<Long> caseOfFollower(String messageId) {
        return database.sql("""
                        select complaint from message
                        where refs <> '{}' and refs @> array[?]::text[] and direction = 'in' and complaint is not null
                        order by number limit 1""").param(messageId).query(Long.class).optional();
    }

    /** Whether somebody wrote from this address in this case before. */
    public boolean wrote(long complaint, String address) {
        return database.sql(
                        "select exists (select 1 from message where complaint = ? and direction = 'in' and lower(sender_address) = ?)")
                .param(complaint)
                .param(address.toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    /** How many messages came from this address since then. */
    public int from(String address, Instant since) {
        return database.sql("select count(*) from message where sender_address = ? and kept_at > ?")
                .param(address)
                .param(utc(since))
                .query(Integer.class)
                .single();
    }

    private static KeptMessage read(ResultSet row, int number) throws SQLException {
        long complaint = row.getLong("complaint");
        Long onCase = row.wasNull() ? null : complaint;
        return new KeptMessage(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                onCase,
                KeptMessage.Direction.valueOf(upper(row.getString("direction"))),
                row.getString("channel"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("brand"),
                row.getString("customer"),
                row.getString("language"),
                row.getString("sender_address"),
                row.getString("sender_name"),
                texts(row.getArray("recipients")),
                row.getString("subject"),
                row.getString("text"),
                row.getString("new_text"),
                new KeptMessage.Headers(
                        row.getString("message_id"), row.getString("in_reply_to"), texts(row.getArray("refs"))),
                KeptMessage.Kind.valueOf(upper(row.getString("kind"))),
                KeptMessage.Standing.valueOf(upper(row.getString("standing"))),
                row.getString("why"),
                row.getString("source"),
                row.getString("reading"),
                row.getString("mailbox"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** PostgreSQL keeps every character but this one. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    private static String[] clean(List<String> texts) {
        return texts.stream().map(Messages::clean).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
