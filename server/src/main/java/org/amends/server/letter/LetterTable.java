package org.amends.server.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amends.complaint.LetterPurpose;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The letters in the database. Works within the caller's transaction. */
@Component
final class LetterTable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<LetterFinding>> FINDINGS = new TypeReference<>() {};

    private static final String SELECT = """
            select l.*, c.reference from letter l join complaint c on c.id = l.complaint
            """;

    private final JdbcClient database;

    LetterTable(JdbcClient database) {
        this.database = database;
    }

    void insert(KeptLetter letter) {
        int ignored = database.sql("""
                        insert into letter (id, complaint, purpose, language, subject, text, case_json, findings, sendable,
                            standing, automatic, recipients, copies, pdf, version, created_at, created_by, refs)
                        values (:id, :complaint, :purpose, :language, :subject, :text, :about, :findings, :sendable,
                            'DRAFT', :automatic, :to, :copies, :pdf, 1, :at, :by, '{}')""")
                .param("id", letter.id())
                .param("complaint", letter.complaint())
                .param("purpose", letter.purpose().name())
                .param("language", letter.content().language())
                .param("subject", letter.content().subject())
                .param("text", letter.content().text())
                .param("about", letter.content().about())
                .param("findings", JSON.writeValueAsString(letter.findings()))
                .param("sendable", letter.sendable())
                .param("automatic", letter.automatic())
                .param("to", letter.envelope().to().toArray(String[]::new))
                .param("copies", letter.envelope().copies().toArray(String[]::new))
                .param("pdf", letter.content().pdf())
                .param("at", utc(letter.createdAt()))
                .param("by", letter.createdBy())
                .update();
    }

    void enclose(UUID letter, List<Letters.Enclosure> files) {
        for (int i = 0; i < files.size(); i++) {
            Letters.Enclosure file = files.get(i);
            int ignored = database.sql(
                            "insert into letter_attachment (letter, number, name, type, bytes) values (?, ?, ?, ?, ?)")
                    .param(letter)
                    .param(i)
                    .param(file.name())
                    .param(file.type())
                    .param(file.bytes())
                    .update();
        }
    }

    List<Letters.Enclosure> enclosed(UUID letter) {
        return database.sql("select name, type, bytes from letter_attachment where letter = ? order by number")
                .param(letter)
                .query((row, number) -> new Letters.Enclosure(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    Optional<KeptLetter> find(UUID id) {
        return database.sql(SELECT + "where l.id = ?")
                .param(id)
                .query(LetterTable::read)
                .optional();
    }

    private Optional<KeptLetter> lock(UUID id) {
        return database.sql(SELECT + "where l.id = ? for update of l")
                .param(id)
                .query(LetterTable::read)
                .optional();
    }

    /** @throws Problem 404 when there is no such letter */
    KeptLetter found(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("letter", id.toString()));
    }

    /**
     * The same, which nobody else changes until the transaction ends.
     *
     * @throws Problem 404 when there is no such letter
     */
    KeptLetter locked(UUID id) {
        return lock(id).orElseThrow(() -> Problem.notFound("letter", id.toString()));
    }

    List<KeptLetter> of(long complaint) {
        return database.sql(SELECT + "where l.complaint = ? order by l.created_at, l.id")
                .param(complaint)
                .query(LetterTable::read)
                .list();
    }

    /** The newest that has one of these ids. */
    Optional<KeptLetter> byMessageIds(String[] messageIds) {
        return database.sql(SELECT + "where l.message_id = any (?) order by l.queued_at desc limit 1")
                .param(messageIds)
                .query(LetterTable::read)
                .optional();
    }

    List<KeptLetter> inTrouble(String @Nullable [] brands, int most) {
        return database.sql(SELECT + """
                        where l.standing in ('DOUBTFUL', 'FAILED', 'BOUNCED')
                            and (:brands::text[] is null or c.brand = any (:brands))
                        order by l.created_at desc limit :most""")
                .param("brands", brands)
                .param("most", most)
                .query(LetterTable::read)
                .list();
    }

    void edit(KeptLetter letter, Instant now, String by) {
        int ignored = database.sql("""
                        update letter set subject = :subject, text = :text, findings = :findings, sendable = :sendable,
                            recipients = :to, copies = :copies, pdf = :pdf, version = version + 1, edited_at = :now,
                            edited_by = :by
                        where id = :id""")
                .param("subject", letter.content().subject())
                .param("text", letter.content().text())
                .param("findings", JSON.writeValueAsString(letter.findings()))
                .param("sendable", letter.sendable())
                .param("to", letter.envelope().to().toArray(String[]::new))
                .param("copies", letter.envelope().copies().toArray(String[]::new))
                .param("pdf", letter.content().pdf())
                .param("now", utc(now))
                .param("by", by)
                .param("id", letter.id())
                .update();
    }

    /** Into the outbox. The envelope of a letter that was sent off before stays, but for those who get it. */
    void queue(KeptLetter letter, KeptLetter.Envelope envelope, Instant now, Instant notBefore, String by) {
        int ignored = database.sql("""
                        update letter set standing = 'QUEUED', sender = :sender, sender_name = :name, reply_to = :reply_to,
                            message_id = coalesce(message_id, :message_id), in_reply_to = :in_reply_to, refs = :refs,
                            findings = :findings, sendable = true, queued_at = :now, queued_by = :by,
                            not_before = :not_before, next_attempt = :not_before, attempts = 0, lease = null,
                            leased_until = null, handed_over_at = null, reason = null, version = version + 1
                        where id = :id""")
                .param("sender", envelope.sender())
                .param("name", envelope.senderName())
                .param("reply_to", envelope.replyTo())
                .param("message_id", envelope.messageId())
                .param("in_reply_to", envelope.inReplyTo())
                .param("refs", envelope.references().toArray(String[]::new))
                .param("findings", JSON.writeValueAsString(letter.findings()))
                .param("now", utc(now))
                .param("by", by)
                .param("not_before", utc(notBefore))
                .param("id", letter.id())
                .update();
    }

    /** Says where it stands now, and why. */
    void stand(UUID id, LetterStanding standing, @Nullable String reason) {
        int ignored =
                database.sql("""
                        update letter set standing = ?, reason = ?, lease = null, leased_until = null, version = version + 1
                        where id = ?""").param(standing.name()).param(reason).param(id).update();
    }

    /** It has left. */
    void sent(UUID id, Instant at, @Nullable String words) {
        int ignored = database.sql("""
                        update letter set standing = 'SENT', sent_at = ?, reason = ?, lease = null, leased_until = null,
                            version = version + 1
                        where id = ?""").param(utc(at)).param(words).param(id).update();
    }

    void remove(UUID id) {
        int ignored = database.sql("delete from letter where id = ?").param(id).update();
    }

    void log(UUID letter, Instant at, String actor, LogLine.What what, @Nullable String words) {
        int ignored = database.sql("insert into letter_log (letter, at, actor, what, words) values (?, ?, ?, ?, ?)")
                .param(letter)
                .param(utc(at))
                .param(actor)
                .param(what.name())
                .param(words)
                .update();
    }

    List<LogLine> log(UUID letter) {
        return database.sql("select at, actor, what, words from letter_log where letter = ? order by id")
                .param(letter)
                .query((row, number) -> new LogLine(
                        Objects.requireNonNull(instant(row, "at")),
                        row.getString("actor"),
                        LogLine.What.valueOf(row.getString("what")),
                        row.getString("words")))
                .list();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static KeptLetter read(ResultSet row, int number) throws SQLException {
        return new KeptLetter(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("complaint"),
                row.getString("reference"),
                LetterPurpose.valueOf(row.getString("purpose")),
                new KeptLetter.Content(
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("case_json"),
                        row.getBoolean("pdf")),
                JSON.readValue(row.getString("findings"), FINDINGS),
                row.getBoolean("sendable"),
                row.getBoolean("automatic"),
                new KeptLetter.Envelope(
                        texts(row, "recipients"),
                        texts(row, "copies"),
                        row.getString("sender"),
                        row.getString("sender_name"),
                        row.getString("reply_to"),
                        row.getString("message_id"),
                        row.getString("in_reply_to"),
                        texts(row, "refs")),
                way(row),
                row.getInt("version"),
                Objects.requireNonNull(instant(row, "created_at")),
                row.getString("created_by"),
                row.getString("edited_by"));
    }

    private static KeptLetter.Way way(ResultSet row) throws SQLException {
        return new KeptLetter.Way(
                LetterStanding.valueOf(row.getString("standing")),
                instant(row, "queued_at"),
                row.getString("queued_by"),
                instant(row, "not_before"),
                instant(row, "next_attempt"),
                row.getInt("attempts"),
                instant(row, "handed_over_at"),
                instant(row, "sent_at"),
                row.getString("reason"));
    }
}
