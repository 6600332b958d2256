package org.amends.server.parting;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How long after the second person's word nothing is done yet, by brand. */
@Component
final class PartingTerms {

    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 90;

    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    PartingTerms(JdbcClient database, Audit audit, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What holds for a brand; the empty brand stands for all without a line of their own. */
    record Term(String brand, int coolingOffDays) {}

    /** How long to wait in this brand. */
    Duration coolingOff(String brand) {
        int days = database.sql(
                        "select cooling_off_days from parting_terms where brand in ('', ?) order by brand desc limit 1")
                .param(brand)
                .query(Integer.class)
                .optional()
                .orElse(USUAL_DAYS);
        return Duration.ofDays(days);
    }

    /** What was set, and what holds where nothing was. */
    List<Term> all() {
        return database.sql("""
                        select brand, cooling_off_days from parting_terms
                        union all select '', ? where not exists (select 1 from parting_terms where brand = '')
                        order by 1""")
                .param(USUAL_DAYS)
                .query((row, number) -> new Term(row.getString(1), row.getInt(2)))
                .list();
    }

    void set(Term term, String by) {
        if (term.coolingOffDays() < 0 || term.coolingOffDays() > MOST_DAYS) {
            throw Problem.invalid(
                    "cooling_off_days",
                    Integer.toString(term.coolingOffDays()),
                    "Write between 0 and %d.".formatted(MOST_DAYS));
        }
        transaction.executeWithoutResult(status -> {
            int ignored = database.sql("""
                            insert into parting_terms (brand, cooling_off_days, changed_by, changed_at) values (?, ?, ?, ?)
                            on conflict (brand) do update set cooling_off_days = excluded.cooling_off_days,
                                changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                    .param(term.brand())
                    .param(term.coolingOffDays())
                    .param(by)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(by, "parting_terms.set", "brand:" + term.brand(), Map.of("days", term.coolingOffDays()));
        });
    }
}
