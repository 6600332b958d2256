package org.amends.server.complaint.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.server.access.BrandScope;
import org.amends.server.complaint.CaseListener;
import org.amends.store.complaint.KeptCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps how many cases of each day have what. Whoever changes a case only says that its day is stale; whoever reads counts stale
 * days anew first, so that what is read is never old and nobody who works on cases waits for a count.
 */
@Component
final class Counts implements CaseListener {

    /** Any number that nobody else locks by. */
    private static final long COUNTING = 5_858_001;

    /** So many days are counted in one transaction: who ends it before the last day loses no more than these. */
    private static final int DAYS_AT_ONCE = 30;

    /**
     * Each day's cases are read once, whatever their brands. The time to an answer is counted in steps of a quarter of a doubling,
     * from a quarter of an hour on.
     */
    private static final String COUNT = """
            insert into complaint_day (day, brand, dimension, value, cases)
            select c.day, c.brand, each.dimension, each.value, count(*)
            from (select day, array_agg(brand) as brands from unnest(:days::date[], :brands::text[]) as one (day, brand) group by day) stale
            join lateral (
                select stale.day, c.brand, c.stage, c.outcome, c.channel, c.language, c.failures[1] as cause, c.team,
                    extract(epoch from c.answered_at - c.opened_at)::double precision as answer,
                    (select case when bool_or(k.settled_at > k.due_at) then 'late'
                                 when bool_or(k.settled_at is null) then 'open' else 'in_time' end
                     from clock k where k.complaint = c.id and k.duty = 'FINAL' and k.due_at is not null) as deadline
                from complaint c
                where c.opened_at >= stale.day::timestamp at time zone 'UTC'
                    and c.opened_at < (stale.day + 1)::timestamp at time zone 'UTC' and c.brand = any (stale.brands)) c on true
            cross join lateral (values
                ('stage', c.stage),
                ('outcome', c.outcome),
                ('channel', c.channel),
                ('language', c.language),
                ('cause', coalesce(c.cause, 'unknown')),
                ('team', coalesce(c.team, 'none')),
                ('deadline', c.deadline),
                ('answer', case when c.answer is not null then
                    floor(4 * ln(greatest(1, c.answer / 900)) / ln(2::double precision))::integer::text end)
            ) as each (dimension, value)
            where each.value is not null
            group by 1, 2, 3, 4""";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Counts(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    private record Stale(LocalDate day, String brand) {}

    /**
     * One count.
     *
     * @param dimension what was counted by
     */
    record Counted(String dimension, String value, long cases) {}

    /** How many open cases came on a day. */
    record OpenOfDay(LocalDate day, long cases) {}

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        int ignored = database.sql("insert into complaint_day_stale (day, brand) values (?, ?)")
                .param(after.complaint().openedAt().atOffset(ZoneOffset.UTC).toLocalDate())
                .param(after.complaint().brand())
                .update();
    }

    /** Counts stale days anew, the newest first. */
    void refresh() {
        List<LocalDate> days = database.sql("select distinct day from complaint_day_stale order by day desc")
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
        for (int from = 0; from < days.size(); from += DAYS_AT_ONCE) {
            List<LocalDate> some = days.subList(from, Math.min(days.size(), from + DAYS_AT_ONCE));
            transaction.executeWithoutResult(status -> refresh(some));
        }
    }

    /** Who counts at the same time has counted some of the days when the lock is free; these are no longer stale then. */
    private void refresh(List<LocalDate> days) {
        int locked = database.sql("select 1 from pg_advisory_xact_lock(?)")
                .param(COUNTING)
                .query(Integer.class)
                .single();
        assert locked == 1;
        List<Stale> stale = database
                .sql("delete from complaint_day_stale where day = any (:days::date[]) returning day, brand")
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, number) -> new Stale(row.getObject(1, LocalDate.class), row.getString(2)))
                .list()
                .stream()
                .distinct()
                .toList();
        if (!stale.isEmpty()) {
            count(stale);
        }
    }

    private void count(List<Stale> stale) {
        String[] days = stale.stream().map(each -> each.day().toString()).toArray(String[]::new);
        String[] brands = stale.stream().map(Stale::brand).toArray(String[]::new);
        int gone = database.sql("""
                        delete from complaint_day d using unnest(:days::date[], :brands::text[]) as stale (day, brand)
                        where d.day = stale.day and d.brand = stale.brand""").param("days", days).param("brands", brands).update();
        int come =
                database.sql(COUNT).param("days", days).param("brands", brands).update();
        assert gone >= 0 && come >= 0;
    }

    /** The counts of cases that came from a day on and before another. */
    List<Counted> between(BrandScope brands, LocalDate from, LocalDate until) {
        return database.sql("""
                        select dimension, value, sum(cases) as cases from complaint_day
                        where day >= :from and day < :until and (:brands::text[] is null or brand = any (:brands))
                        group by dimension, value order by dimension, cases desc, value""")
                .param("from", from)
                .param("until", until)
                .param("brands", brands.names())
                .query((row, number) ->
                        new Counted(row.getString("dimension"), row.getString("value"), row.getLong("cases")))
                .list();
    }

    /** The open ones of the same, by the day on which they came. */
    List<OpenOfDay> open(BrandScope brands, LocalDate from, LocalDate until) {
        return database.sql("""
                        select day, sum(cases) as cases from complaint_day
                        where dimension = 'stage' and value <> 'CLOSED' and day >= :from and day < :until
                            and (:brands::text[] is null or brand = any (:brands))
                        group by day order by day""")
                .param("from", from)
                .param("until", until)
                .param("brands", brands.names())
                .query((row, number) -> new OpenOfDay(row.getObject("day", LocalDate.class), row.getLong("cases")))
                .list();
    }
}
