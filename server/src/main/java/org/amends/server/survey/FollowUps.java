package org.amends.server.survey;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.amends.complaint.CaseEvent;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Customers who do not feel that it is resolved, and whom somebody has to ask again. */
@Component
final class FollowUps {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final Cases cases;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    FollowUps(JdbcClient database, Cases cases, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.cases = cases;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** One of them. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FollowUp(
            String reference,
            String customer,
            String brand,
            String subject,
            Instant since,
            @Nullable Float satisfaction,
            @Nullable Boolean resolved) {}

    /** How surveys came out: how many asked and answered, the mean satisfaction, and how many feel that it is resolved. */
    record Outcome(long asked, long answered, double satisfaction, long resolved) {}

    /** Those open, the oldest first. */
    List<FollowUp> open(BrandScope seen) {
        return database.sql("""
                        select c.reference, c.customer, c.brand, c.subject, f.since, s.satisfaction, s.resolved
                        from follow_up f join complaint c on c.id = f.complaint left join survey s on s.complaint = f.complaint
                        where f.done_at is null and (:brands::text[] is null or f.brand = any (:brands))
                        order by f.since, f.complaint limit :most""")
                .param("brands", seen.names())
                .param("most", MOST)
                .query((row, number) -> new FollowUp(
                        row.getString("reference"),
                        row.getString("customer"),
                        row.getString("brand"),
                        row.getString("subject"),
                        Objects.requireNonNull(row.getObject("since", OffsetDateTime.class))
                                .toInstant(),
                        row.getObject("satisfaction", Float.class),
                        row.getObject("resolved", Boolean.class)))
                .list();
    }

    Outcome outcome(BrandScope seen) {
        return database.sql("""
                        select count(*) filter (where s.written_at is not null) as asked, count(s.answered_at) as answered,
                            coalesce(avg(s.satisfaction), 0) as satisfaction, count(*) filter (where s.resolved) as resolved
                        from survey s join complaint c on c.id = s.complaint
                        where (:brands::text[] is null or c.brand = any (:brands))""")
                .param("brands", seen.names())
                .query((row, number) -> new Outcome(row.getLong(1), row.getLong(2), row.getDouble(3), row.getLong(4)))
                .single();
    }

    /** Somebody asked again; what came of it stands as a note on the case. */
    void done(String reference, String outcome, Caller by) {
        if (outcome.isBlank()) {
            throw Problem.invalid("outcome", "missing", "Write what came of it.");
        }
        var seen = cases.seen(reference, by.brands());
        transaction.executeWithoutResult(status -> {
            int changed = database.sql(
                            "update follow_up set done_at = ?, done_by = ?, outcome = ? where complaint = ? and done_at is null")
                    .param(Surveys.utc(clock.instant()))
                    .param(by.actor())
                    .param(outcome)
                    .param(seen.id())
                    .update();
            if (changed == 0) {
                throw Problem.notFound("open follow-up of case", reference);
            }
            var ignored = cases.append(
                    reference,
                    List.of(new CaseEvent.Noted(
                            cases.now(by.actor()), java.util.UUID.randomUUID().toString(), outcome, List.of())));
        });
    }

    /** What a customer said by telephone. */
    void answered(String reference, double satisfaction, boolean resolved, Caller by) {
        if (!(satisfaction >= 0 && satisfaction <= 1)) {
            throw Problem.invalid("satisfaction", Double.toString(satisfaction), "Write between 0 and 1.");
        }
        var ignored = cases.seen(reference, by.brands());
        ignored = cases.append(
                reference, List.of(new CaseEvent.SurveyAnswered(cases.now(by.actor()), satisfaction, resolved)));
    }
}
