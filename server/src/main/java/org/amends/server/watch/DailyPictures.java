package org.amends.server.watch;

import java.sql.Date;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws how the company's relationships stand, one picture a day, without a name in it. */
@Component
final class DailyPictures {

    private final JdbcClient database;

    DailyPictures(JdbcClient database) {
        this.database = database;
    }

    /** Draws the picture of this day (UTC) from the diagnoses, in place of an earlier one of the same day. */
    void draw(Instant now) {
        Date day = Date.valueOf(WatchCursor.day(now));
        int ignored = database.sql("delete from daily_picture where day = ?")
                .param(day)
                .update();
        ignored = database.sql("""
                        insert into daily_picture (day, brand, mode, standing, currency, relationships, expected_endings,
                            residual_value, value_at_risk, silent_sufferers, neglected_loyal, double_deviations,
                            open_issues, replayed)
                        select ?, brand, coalesce(mode, 'none'), standing, currency, count(*), sum(leave_probability),
                            sum(residual_value), sum(value_at_risk), count(*) filter (where silent_sufferer),
                            count(*) filter (where neglected_loyal), count(*) filter (where double_deviation),
                            sum(open_issues), false
                        from diagnosis group by brand, mode, standing, currency""").param(day).update();
    }
}
