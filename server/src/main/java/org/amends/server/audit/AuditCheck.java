package org.amends.server.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks the audit log from its first entry to its head, and names the first one that does not fit. */
public final class AuditCheck {

    private static final int STEP = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient sql;

    /** Over a database. */
    public AuditCheck(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(
            long sequence,
            Instant at,
            String actor,
            String action,
            String content,
            String previous,
            String hash,
            @Nullable String salt,
            @Nullable String subject,
            @Nullable String details) {}

    private record Head(long sequence, String hash) {}

    /** What the walk has learned so far. */
    private static final class Walk {
        long last;
        String hash = Chaining.NOTHING;
        final TreeSet<Long> missing = new TreeSet<>();
        final TreeSet<Long> announced = new TreeSet<>();
    }

    /**
     * Walks the log.
     *
     * @param kept a head hash that was kept elsewhere, in hexadecimal digits, or null; an entry must have it
     */
    public AuditVerdict verify(@Nullable String kept) {
        Head head = sql.sql("select sequence, hash from audit_head")
                .query((row, number) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .single();
        Walk walk = new Walk();
        boolean keptSeen = kept == null;
        for (List<Row> rows = after(0); !rows.isEmpty(); rows = after(walk.last)) {
            for (Row row : rows) {
                Optional<AuditVerdict> broken = safeStep(walk, row);
                if (broken.isPresent()) {
                    return broken.get();
                }
                keptSeen |= row.hash().equals(kept);
            }
        }
        return end(walk, head, keptSeen);
    }

    private static Optional<AuditVerdict> safeStep(Walk walk, Row row) {
        try {
            return step(walk, row);
        } catch (IllegalArgumentException notHexadecimal) {
            return broken(row.sequence(), "a hash or salt of it is not in hexadecimal digits");
        }
    }

    private static Optional<AuditVerdict> step(Walk walk, Row row) {
        if (row.sequence() != walk.last + 1) {
            return broken(walk.last + 1, "it is missing");
        }
        if (!row.previous().equals(walk.hash)) {
            return broken(row.sequence(), "it does not follow from the entry before");
        }
        String hash =
                Chaining.entry(row.sequence(), row.at(), row.actor(), row.action(), row.content(), row.previous());
        if (!hash.equals(row.hash())) {
            return broken(row.sequence(), "its time, actor or action was changed");
        }
        if (row.salt() == null || row.subject() == null || row.details() == null) {
            walk.missing.add(row.sequence());
        } else if (!Chaining.content(row.salt(), row.subject(), row.details()).equals(row.content())) {
            return broken(row.sequence(), "its subject or details were changed");
        } else if (row.action().equals(Audit.ERASED)) {
            for (JsonNode each : JSON.readTree(row.details()).path("entries")) {
                walk.announced.add(each.asLong());
            }
        }
        walk.last = row.sequence();
        walk.hash = row.hash();
        return Optional.empty();
    }

    private static AuditVerdict end(Walk walk, Head head, boolean keptSeen) {
        TreeSet<Long> unexplained = new TreeSet<>(walk.missing);
        unexplained.removeAll(walk.announced);
        if (!unexplained.isEmpty()) {
            return new AuditVerdict.Broken(
                    unexplained.getFirst(), "its content was taken out, and no erasure in the log says so");
        }
        // Entries may have been added since the head was read; fewer than it counts cannot be.
        if (walk.last < head.sequence() || (walk.last == head.sequence() && !walk.hash.equals(head.hash()))) {
            return new AuditVerdict.Broken(walk.last + 1, "the log ends before its head");
        }
        if (!keptSeen) {
            return new AuditVerdict.Broken(walk.last, "no entry has the hash that was kept elsewhere");
        }
        return new AuditVerdict.Intact(walk.last, walk.missing.size(), walk.hash);
    }

    private static Optional<AuditVerdict> broken(long sequence, String reason) {
        return Optional.of(new AuditVerdict.Broken(sequence, reason));
    }

    private List<Row> after(long sequence) {
        return sql.sql("""
                select sequence, at, actor, action, content, previous, hash, salt, subject, details
                from audit_entry left join audit_content using (sequence)
                where sequence > :after order by sequence limit :step""")
                .param("after", sequence)
                .param("step", STEP)
                .query((row, number) -> new Row(
                        row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("content"),
                        row.getString("previous"),
                        row.getString("hash"),
                        row.getString("salt"),
                        row.getString("subject"),
                        row.getString("details")))
                .list();
    }
}
