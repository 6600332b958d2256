package org.amends.server.survey;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How long after closing customers are asked how it was, and how long after a fix they hear of it, by brand. */
@Component
final class SurveyTerms {

    private static final int MOST_DAYS = 365;

    /** Where nothing was set: asked after a week, told of a fix after four, so that it has shown that it holds. */
    private static final Term USUAL = new Term("", 7, 28);

    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    SurveyTerms(JdbcClient database, Audit audit, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What holds for a brand; the empty brand stands for all without a line of their own.
     *
     * @param surveyDays 0 where nobody is asked
     */
    record Term(String brand, int surveyDays, int fixDays) {}

    Term of(String brand) {
        return database.sql(
                        "select brand, survey_days, fix_days from survey_terms where brand in ('', ?) order by brand desc limit 1")
                .param(brand)
                .query((row, number) -> new Term(row.getString(1), row.getInt(2), row.getInt(3)))
                .optional()
                .orElse(USUAL);
    }

    List<Term> all() {
        return database.sql("select brand, survey_days, fix_days from survey_terms order by brand")
                .query((row, number) -> new Term(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    void set(Term term, String by) {
        check("survey_days", term.surveyDays());
        check("fix_days", term.fixDays());
        transaction.executeWithoutResult(status -> {
            int ignored = database.sql("""
                            insert into survey_terms (brand, survey_days, fix_days, changed_by, changed_at) values (?, ?, ?, ?, ?)
                            on conflict (brand) do update set survey_days = excluded.survey_days, fix_days = excluded.fix_days,
                                changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                    .param(term.brand())
                    .param(term.surveyDays())
                    .param(term.fixDays())
                    .param(by)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(
                    by,
                    "survey_terms.set",
                    "brand:" + term.brand(),
                    Map.of("survey_days", term.surveyDays(), "fix_days", term.fixDays()));
        });
    }

    private static void check(String place, int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw Problem.invalid(place, Integer.toString(days), "Write between 0 and %d.".formatted(MOST_DAYS));
        }
    }
}
