package org.amends.server.watch;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws how the company's relationships stand, one picture a day, without a name in it. */
@Component
final class DailyPictures {

    private static final List<Column<Map.Entry<PictureSums.Key, PictureSums.Sum>>> COLUMNS = List.of(
            new Column<>("day", "date", row -> row.getKey().day()),
            new Column<>("brand", "text", row -> row.getKey().brand()),
            new Column<>("mode", "text", row -> row.getKey().mode()),
            new Column<>("standing", "text", row -> row.getKey().standing()),
            new Column<>("currency", "text", row -> row.getKey().currency()),
            new Column<>("relationships", "bigint", row -> row.getValue().relationships),
            new Column<>("expected_endings", "float8", row -> row.getValue().endings),
            new Column<>("residual_value", "float8", row -> row.getValue().residualValue),
            new Column<>("value_at_risk", "float8", row -> row.getValue().valueAtRisk),
            new Column<>("silent_sufferers", "bigint", row -> row.getValue().silentSufferers),
            new Column<>("neglected_loyal", "bigint", row -> row.getValue().neglectedLoyal),
            new Column<>("double_deviations", "bigint", row -> row.getValue().doubleDeviations),
            new Column<>("open_issues", "bigint", row -> row.getValue().openIssues));

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

    /** Puts pictures of past days that were worked out afterwards; those that were seen on the day stay. */
    void replace(List<LocalDate> days, PictureSums sums) {
        Date[] dates = days.stream().map(Date::valueOf).toArray(Date[]::new);
        int ignored = database.sql("delete from daily_picture where replayed and day = any (?)")
                .param(dates)
                .update();
        Set<LocalDate> seen = new HashSet<>(database.sql("select distinct day from daily_picture where day = any (?)")
                .param(dates)
                .query((row, number) -> row.getDate(1).toLocalDate())
                .list());
        List<Map.Entry<PictureSums.Key, PictureSums.Sum>> rows = sums.all().stream()
                .filter(row -> !seen.contains(row.getKey().day()))
                .toList();
        ignored = database.sql("insert into daily_picture (%s, replayed) select *, true from %s"
                        .formatted(Column.names(COLUMNS), Column.unnested(COLUMNS)))
                .params(Column.arrays(COLUMNS, rows))
                .update();
    }
}
