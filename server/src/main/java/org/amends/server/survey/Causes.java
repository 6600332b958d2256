package org.amends.server.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.server.access.BrandScope;
import org.amends.server.audit.Audit;
import org.amends.server.complaint.CaseListener;
import org.amends.server.letter.Letters;
import org.amends.server.parting.Suppressions;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is learnt over all cases: causes by how many relationships they harmed, what was fixed, and, weeks after a fix, a draft for
 * each customer it had harmed that tells them so. A person reads and sends it.
 */
@Component
final class Causes implements CaseListener {

    private static final Logger LOG = LoggerFactory.getLogger(Causes.class);
    private static final int MOST = 200;
    private static final int MOST_TOLD = 2_000;

    private final JdbcClient database;
    private final SurveyTerms terms;
    private final ObjectProvider<Letters> letters;
    private final Suppressions suppressions;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    Causes(
            JdbcClient database,
            SurveyTerms terms,
            ObjectProvider<Letters> letters,
            Suppressions suppressions,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.terms = terms;
        this.letters = letters;
        this.suppressions = suppressions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A cause over all cases.
     *
     * @param relationships how many it harmed
     * @param valueAtRisk of these, in the main unit of its currency
     * @param fix what was proposed last to end it, or null
     * @param fixedOn when it was fixed last, or null
     */
    record Cause(
            String brand,
            String cause,
            long relationships,
            long cases,
            double valueAtRisk,
            String currency,
            @Nullable String fix,
            @Nullable LocalDate fixedOn,
            long drafts) {}

    /** That a cause is gone: what was found and what changed, whole sentences by language. */
    record Fixed(String brand, String cause, LocalDate on, Map<String, String> found, Map<String, String> changed) {}

    private record Fix(long id, String brand, String cause, String what, LocalDate on) {}

    private record Harmed(long complaint, long relationship, String reference) {}

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        for (CaseEvent event : happened) {
            if (event instanceof CaseEvent.LessonDrawn lesson) {
                Complaint complaint = after.complaint();
                int ignored = database.sql("""
                                insert into lesson (complaint, relationship, brand, cause, lesson, fix, drawn_at)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict (complaint) do update set cause = excluded.cause, lesson = excluded.lesson,
                                    fix = excluded.fix, drawn_at = excluded.drawn_at""")
                        .param(after.id())
                        .param(after.relationship())
                        .param(complaint.brand())
                        .param(lesson.cause().strip())
                        .param(lesson.lesson())
                        .param(lesson.fix())
                        .param(Surveys.utc(lesson.header().at()))
                        .update();
            }
        }
    }

    /** Causes by how many relationships they harmed, then by the value at risk. Those fixed since the last case come last. */
    List<Cause> ranked(BrandScope seen) {
        return database.sql("""
                        with harm as (
                            select l.brand, l.cause, count(distinct l.relationship) as relationships, count(*) as cases,
                                max(l.drawn_at) as latest, (array_agg(l.fix order by l.drawn_at desc)
                                    filter (where l.fix is not null))[1] as fix
                            from lesson l where (:brands::text[] is null or l.brand = any (:brands))
                            group by l.brand, l.cause),
                        risk as (
                            select p.brand, p.cause, sum(d.value_at_risk) as value, max(d.currency) as currency
                            from (select distinct brand, cause, relationship from lesson) p
                            join diagnosis d on d.relationship = p.relationship and not d.over
                            group by p.brand, p.cause),
                        gone as (
                            select f.brand, f.cause, max(f.fixed_on) as fixed_on, count(m.letter) as drafts
                            from structural_fix f left join fix_message m on m.fix = f.id group by f.brand, f.cause)
                        select h.*, coalesce(r.value, 0) as value, coalesce(r.currency, '') as currency, g.fixed_on,
                            coalesce(g.drafts, 0) as drafts
                        from harm h left join risk r using (brand, cause) left join gone g using (brand, cause)
                        order by (g.fixed_on is not null and g.fixed_on >= h.latest::date), h.relationships desc, value desc,
                            h.cause limit :most""")
                .param("brands", seen.names())
                .param("most", MOST)
                .query(Causes::cause)
                .list();
    }

    private static Cause cause(ResultSet row, int number) throws SQLException {
        return new Cause(
                row.getString("brand"),
                row.getString("cause"),
                row.getLong("relationships"),
                row.getLong("cases"),
                row.getDouble("value"),
                row.getString("currency"),
                row.getString("fix"),
                row.getObject("fixed_on", LocalDate.class),
                row.getLong("drafts"));
    }

    /** Notes that a cause is gone; those harmed hear of it once the fix has shown for some weeks that it holds. */
    long fixed(Fixed fixed, String by) {
        if (fixed.found().isEmpty() || fixed.changed().isEmpty()) {
            throw Problem.invalid(
                    "found, changed", "missing", "Write a whole sentence in each language of your customers.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (fixed.on().isAfter(today)) {
            throw Problem.invalid("fixed_on", fixed.on().toString(), "Note a fix once it is there.");
        }
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            boolean known = database.sql("select exists (select 1 from lesson where brand = ? and cause = ?)")
                    .param(fixed.brand())
                    .param(fixed.cause())
                    .query(Boolean.class)
                    .single();
            if (!known) {
                throw Problem.notFound("cause", fixed.cause());
            }
            ObjectNode what = json.createObjectNode();
            what.set("found", json.valueToTree(fixed.found()));
            what.set("changed", json.valueToTree(fixed.changed()));
            what.put("since", fixed.on().toString());
            long id = database.sql("""
                            insert into structural_fix (brand, cause, what, fixed_on, tell_on, noted_by, noted_at)
                            values (?, ?, ?, ?, ?, ?, ?) returning id""")
                    .param(fixed.brand())
                    .param(fixed.cause())
                    .param(what.toString())
                    .param(fixed.on())
                    .param(fixed.on().plusDays(terms.of(fixed.brand()).fixDays()))
                    .param(by)
                    .param(Surveys.utc(clock.instant()))
                    .query(Long.class)
                    .single();
            audit.record(
                    by,
                    "cause.fixed",
                    "cause:" + fixed.cause(),
                    Map.of("on", fixed.on().toString()));
            return id;
        }));
    }

    /** Drafts the word of every fix that is old enough. */
    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT1H")
    void tell() {
        Instant now = clock.instant();
        List<Fix> due = database.sql(
                        "select id, brand, cause, what, fixed_on from structural_fix where drafted_at is null and tell_on <= ?")
                .param(LocalDate.ofInstant(now, ZoneOffset.UTC))
                .query((row, number) -> new Fix(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)))
                .list();
        for (Fix fix : due) {
            for (Harmed harmed : harmed(fix)) {
                tell(fix, harmed);
            }
            int ignored = database.sql("update structural_fix set drafted_at = ? where id = ?")
                    .param(Surveys.utc(now))
                    .param(fix.id())
                    .update();
        }
    }

    /** One case a relationship, the latest, that was opened before the fix and is closed, and was not told of it yet. */
    private List<Harmed> harmed(Fix fix) {
        return database.sql("""
                        select distinct on (l.relationship) l.complaint, l.relationship, c.reference
                        from lesson l join complaint c on c.id = l.complaint
                        where l.brand = :brand and l.cause = :cause and c.stage = 'CLOSED'
                            and c.opened_at < (:on::date + 1)::timestamptz
                            and not exists (select 1 from fix_message m where m.fix = :fix and m.complaint = l.complaint)
                        order by l.relationship, c.opened_at desc limit :most""")
                .param("brand", fix.brand())
                .param("cause", fix.cause())
                .param("on", fix.on())
                .param("fix", fix.id())
                .param("most", MOST_TOLD)
                .query((row, number) -> new Harmed(row.getLong(1), row.getLong(2), row.getString(3)))
                .list();
    }

    private void tell(Fix fix, Harmed harmed) {
        String letter = null;
        String reason = suppressions.inForce(harmed.relationship()) ? "suppressed" : null;
        if (reason == null) {
            try {
                ObjectNode facts = json.createObjectNode();
                JsonNode what = json.readTree(fix.what());
                facts.set("fix", what);
                letter = letters.getObject()
                        .draft(
                                harmed.reference(),
                                LetterPurpose.PROCESS_FIX_REPORT,
                                facts,
                                org.amends.complaint.CaseHeader.MACHINE)
                        .id()
                        .toString();
            } catch (Problem lacking) {
                LOG.warn("Case {} could not be told of a fix: {}", harmed.reference(), lacking.getMessage());
                reason = String.valueOf(lacking.getMessage());
            }
        }
        int ignored = database.sql("""
                        insert into fix_message (fix, complaint, standing, letter, reason, at) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .param(fix.id())
                .param(harmed.complaint())
                .param(letter == null ? "left_out" : "drafted")
                .param(letter)
                .param(reason)
                .param(Surveys.utc(clock.instant()))
                .update();
    }
}
