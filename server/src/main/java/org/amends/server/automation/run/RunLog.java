package org.amends.server.automation.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amends.server.access.BrandScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of rules. It names rules, cases and acts, and nothing of a person. */
@Component
public final class RunLog {

    private static final Duration KEPT = Duration.ofDays(400);
    /** Longer than anything that time sets off is looked for, so that nothing is done twice. */
    private static final Duration UNMATCHED_KEPT = Duration.ofDays(14);

    private final JdbcClient database;

    RunLog(JdbcClient database) {
        this.database = database;
    }

    /** What came of one case, before it has a number. */
    record Entry(
            String rule,
            int version,
            long complaint,
            String occasion,
            Instant at,
            RunResult result,
            List<String> done,
            @Nullable UUID letter,
            @Nullable String reason) {}

    /** Whether it is the first of this rule, case and occasion; else nothing is written. */
    boolean add(Entry entry) {
        return database.sql("""
                        insert into automation_run (rule, version, complaint, occasion, at, result, done, letter, reason)
                        values (:rule, :version, :complaint, :occasion, :at, :result, :done, :letter, :reason)
                        on conflict (rule, complaint, occasion) do nothing""")
                        .param("rule", entry.rule())
                        .param("version", entry.version())
                        .param("complaint", entry.complaint())
                        .param("occasion", entry.occasion())
                        .param("at", entry.at().atOffset(ZoneOffset.UTC))
                        .param("result", entry.result().stableName())
                        .param("done", entry.done().toArray(String[]::new))
                        .param("letter", entry.letter())
                        .param("reason", entry.reason())
                        .update()
                == 1;
    }

    /** Whether something came of it already. */
    boolean has(String rule, long complaint, String occasion) {
        return database.sql(
                        "select exists (select from automation_run where rule = ? and complaint = ? and occasion = ?)")
                .param(rule)
                .param(complaint)
                .param(occasion)
                .query(Boolean.class)
                .single();
    }

    /**
     * What came of rules, the newest first.
     *
     * @param rule of this one, or null
     * @param reference on this case, or null
     * @param before only those with a smaller number, or null
     */
    public List<Run> latest(
            @Nullable String rule, @Nullable String reference, @Nullable Long before, BrandScope seen, int most) {
        return database.sql("""
                        select r.*, c.reference from automation_run r join complaint c on c.id = r.complaint
                        where (:rule::text is null or r.rule = :rule)
                            and (:reference::text is null or r.complaint = (select id from complaint where reference = :reference))
                            and (:before::bigint is null or r.id < :before)
                            and (:brands::text[] is null or c.brand = any (:brands))
                        order by r.id desc limit :most""")
                .param("rule", rule)
                .param("reference", reference)
                .param("before", before)
                .param("brands", seen.names())
                .param("most", most)
                .query(RunLog::read)
                .list();
    }

    /** How often a rule did something, and how often it could not, in the last days. */
    public record Counts(String rule, int acted, int refused) {}

    /** Of each rule that was set off since then. */
    public List<Counts> counts(Instant since) {
        return database.sql("""
                        select rule, count(*) filter (where result in ('done', 'partly')) as acted,
                            count(*) filter (where result in ('refused', 'failed', 'partly')) as refused
                        from automation_run where at >= ? group by rule""")
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Counts(row.getString("rule"), row.getInt("acted"), row.getInt("refused")))
                .list();
    }

    /** Forgets what is old. */
    int forget(Instant now) {
        return database.sql("""
                        delete from automation_run where at < :old or (result = 'not_matched' and at < :unmatched)""")
                .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .param("unmatched", now.minus(UNMATCHED_KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("rule"),
                row.getInt("version"),
                row.getString("reference"),
                row.getString("occasion"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                RunResult.of(row.getString("result")),
                List.of((String[]) row.getArray("done").getArray()),
                row.getObject("letter", UUID.class),
                row.getString("reason"));
    }
}
