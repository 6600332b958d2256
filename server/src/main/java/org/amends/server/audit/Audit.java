package org.amends.server.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds to the audit log, in the transaction of what it records: both are there or neither.
 *
 * <p>Entries follow one another without a gap, since each transaction that adds one holds the head of the chain until it
 * commits. Record as the last step of a transaction, so that others wait briefly.
 */
public final class Audit {

    /** What the server does of itself. */
    public static final String SYSTEM = "system";

    /** What is done from the command line, by whoever may read the data folder. */
    public static final String COMMAND = "command";

    /** That the contents of entries were taken out; its details list their sequences. */
    static final String ERASED = "audit.erased";

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JdbcClient sql;
    private final InstantSource clock;

    /** Over a database, with the clock that entries are dated by. */
    public Audit(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Head(long sequence, String hash) {}

    /**
     * Records that something was done.
     *
     * @param actor who did it, as {@code Caller#actor} names them, or {@link #SYSTEM} or {@link #COMMAND}
     * @param action what was done: a thing and a verb in the past, such as {@code policy.published}
     * @param subject what it was done to: a kind and an id, such as {@code customer:BRAND/ID}; this is what
     *     {@link #forget} finds
     * @param details texts, numbers, truth values, lists and maps of them; no secrets
     * @throws IllegalStateException outside of a transaction
     */
    public void record(String actor, String action, String subject, Map<String, Object> details) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "%s must be recorded in the transaction of what it records.".formatted(action));
        }
        String json = CANONICAL.writeValueAsString(details);
        String salt = Chaining.salt();
        String content = Chaining.content(salt, subject, json);
        Head head = sql.sql("select sequence, hash from audit_head for update")
                .query((row, number) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .single();
        long sequence = head.sequence() + 1;
        // Dated once the head is held: times rise with sequences, as far as the clock does.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String hash = Chaining.entry(sequence, at, actor, action, content, head.hash());
        sql.sql("""
                with entry as (
                    insert into audit_entry (sequence, at, actor, action, content, previous, hash)
                    values (:sequence, :at, :actor, :action, :content, :previous, :hash)),
                head as (
                    update audit_head set sequence = :sequence, hash = :hash)
                select 1""")
                .param("sequence", sequence)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("content", content)
                .param("previous", head.hash())
                .param("hash", hash)
                .query(Integer.class)
                .single();
        sql.sql(
                        "insert into audit_content (sequence, salt, subject, details) values (:sequence, :salt, :subject, :details)")
                .param("sequence", sequence)
                .param("salt", salt)
                .param("subject", subject)
                .param("details", json)
                .update();
    }

    /**
     * Takes out what the log says of a subject, for good. That something was done, by whom and when, stays, and so does the
     * chain; which entries lost their content is recorded.
     *
     * @param actor who erases
     * @param subject as it was recorded
     * @return how many entries lost their content
     * @throws IllegalStateException outside of a transaction
     */
    public int forget(String actor, String subject) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A subject must be forgotten in the transaction that erases it.");
        }
        sql.sql("select set_config('amends.erasing', 'on', true)")
                .query(String.class)
                .single();
        List<Long> sequences = sql.sql("delete from audit_content where subject = :subject returning sequence")
                .param("subject", subject)
                .query((row, number) -> row.getLong("sequence"))
                .list();
        sql.sql("select set_config('amends.erasing', '', true)")
                .query(String.class)
                .single();
        if (!sequences.isEmpty()) {
            record(
                    actor,
                    ERASED,
                    "audit",
                    Map.of("entries", sequences.stream().sorted().toList()));
        }
        return sequences.size();
    }
}
