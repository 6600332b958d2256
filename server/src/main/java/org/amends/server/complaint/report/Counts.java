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

    /** The time to an answer is counted in steps of a quarter of a doubling, from a quarter of an hour on. */
    private static final String COUNT = """
            insert into complaint_day (day, brand, dimension, value, cases)
            select stale.day, stale.brand, each.dimension, each.value, count(*)
            from unnest(:days::date[], :brands::text[]) as stale (day, brand)
            join lateral (
                select c.*, (select case when bool_or(k.settled_at > k.due_at) then 'late'
                                         when bool_or(k.settled_at is null) then 'open' else 'in_time' end
                             from clock k where k.complaint = c.id and k.duty = 'FINAL' and k.due_at is not null) as deadline
                from complaint c
                where c.opened_at >= stale.day::timestamp at time zone 'UTC'
                    and c.opened_at < (stale.day + 1)::timestamp at time zone 'UTC' and c.brand = stale.brand) c on true
            cross join lateral (values
                ('stage', c.stage),
                ('outcome', c.outcome),
                ('channel', c.channel),
                ('language', c.language),
                ('cause', coalesce(c.failures[1], 'unknown')),
                ('team', coalesce(c.team, 'none')),
                ('deadline', c.deadline),
                ('answer', case when c.answered_at is not null then
                    floor(4 * log(2, greatest(1, extract(epoch from c.answered_at - c.opened_at) / 900)))::integer::text end)
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

    /** Counts stale days anew. */
    void refresh() {
        transaction.executeWithoutResult(status -> {
            int locked = database.sql("select 1 from pg_advisory_xact_lock(?)")
                    .param(COUNTING)
                    .query(Integer.class)
                    .single();
            assert locked == 1;
            List<Stale> stale = database
                    .sql("delete from complaint_day_stale returning day, brand")
                    .query((row, number) -> new Stale(row.getObject(1, LocalDate.class), row.getString(2)))
                    .list()
                    .stream()
                    .distinct()
                    .toList();
            if (!stale.isEmpty()) {
                count(stale);
            }
        });
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
