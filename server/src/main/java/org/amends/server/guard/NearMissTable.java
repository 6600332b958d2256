package org.amends.server.guard;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes near misses, many together. */
@Component
final class NearMissTable {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    NearMissTable(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** A count by month, brand, rule and measure. */
    record Key(YearMonth month, String brand, String rule, String measure) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Writes all of these or none. */
    void write(List<NearMiss> misses) {
        transaction.executeWithoutResult(status -> {
            List<Long> numbers = database.sql(
                            "select nextval(pg_get_serial_sequence('guard_question', 'id')) from generate_series(1, ?)")
                    .param(misses.size())
                    .query((row, number) -> row.getLong(1))
                    .list();
            questions(misses, numbers);
            candidates(misses, numbers);
            count(counts(misses));
        });
    }

    private void questions(List<NearMiss> misses, List<Long> numbers) {
        int ignored = database.sql("""
                        insert into guard_question (id, asked_at, brand, request, customer, relationship, ordered, best)
                        overriding system value
                        select * from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                            ?::text[], ?::smallint[])""")
                .param(numbers.toArray(Long[]::new))
                .param(misses.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .param(misses.stream().map(NearMiss::brand).toArray(String[]::new))
                .param(misses.stream().map(NearMiss::request).toArray(String[]::new))
                .param(misses.stream().map(NearMiss::customer).toArray(String[]::new))
                .param(misses.stream().map(NearMiss::relationship).toArray(Long[]::new))
                .param(misses.stream().map(NearMiss::ordered).toArray(String[]::new))
                .param(misses.stream().map(NearMiss::best).toArray(Integer[]::new))
                .update();
    }

    private void candidates(List<NearMiss> misses, List<Long> numbers) {
        List<Long> questions = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<NearMiss.Judged> all = new ArrayList<>();
        for (int i = 0; i < misses.size(); i++) {
            List<NearMiss.Judged> candidates = misses.get(i).candidates();
            for (int place = 0; place < candidates.size(); place++) {
                questions.add(numbers.get(i));
                places.add(place);
                all.add(candidates.get(place));
            }
        }
        int ignored = database.sql("""
                        insert into guard_candidate (question, place, candidate, name, price, verdict, rules, reasons)
                        select question, place, candidate, name, price, verdict, string_to_array(rules, ' '), reasons
                        from unnest(?::bigint[], ?::smallint[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[],
                            ?::text[]) as u (question, place, candidate, name, price, verdict, rules, reasons)""")
                .param(questions.toArray(Long[]::new))
                .param(places.toArray(Integer[]::new))
                .param(all.stream().map(NearMiss.Judged::id).toArray(String[]::new))
                .param(all.stream().map(NearMiss.Judged::name).toArray(String[]::new))
                .param(all.stream().map(NearMissTable::price).toArray(BigDecimal[]::new))
                .param(all.stream().map(each -> each.verdict().name()).toArray(String[]::new))
                .param(all.stream().map(each -> String.join(" ", each.rules())).toArray(String[]::new))
                .param(all.stream().map(NearMissTable::reasons).toArray(String[]::new))
                .update();
    }

    /** A price of a billion digits is none. */
    private static @Nullable BigDecimal price(NearMiss.Judged candidate) {
        BigDecimal price = candidate.price();
        return price == null || Math.abs(price.scale()) > 100 || price.precision() > 100 ? null : price;
    }

    private static String reasons(NearMiss.Judged candidate) {
        return JSON.writeValueAsString(candidate.reasons().stream()
                .map(each -> Map.of(
                        "rule", NearMiss.kept(each.rule()),
                        "evidence", NearMiss.kept(each.evidence())))
                .toList());
    }

    private static Map<Key, Long> counts(List<NearMiss> misses) {
        Map<Key, Long> counts = new TreeMap<>();
        for (NearMiss miss : misses) {
            YearMonth month = YearMonth.from(miss.at().atOffset(ZoneOffset.UTC));
            for (NearMiss.Judged candidate : miss.candidates()) {
                if (candidate.isMissed()) {
                    String measure = candidate.verdict() == Verdict.BLOCK ? MonthCount.BLOCKED : MonthCount.ASKED;
                    counts.merge(new Key(month, miss.brand(), "", measure), 1L, Long::sum);
                    for (String rule : candidate.rules()) {
                        counts.merge(new Key(month, miss.brand(), rule, measure), 1L, Long::sum);
                    }
                }
            }
        }
        return counts;
    }

    /** Adds to the counts, in one order so that nobody waits in a circle. Belongs into the caller's transaction. */
    void count(Map<Key, Long> more) {
        List<Key> keys = more.keySet().stream().sorted().toList();
        int ignored = database.sql("""
                        insert into guard_count (month, brand, rule, measure, count)
                        select * from unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                        on conflict (month, brand, rule, measure) do update set count = guard_count.count + excluded.count""")
                .param(keys.stream()
                        .map(each -> Date.valueOf(each.month().atDay(1)))
                        .toArray(Date[]::new))
                .param(keys.stream().map(Key::brand).toArray(String[]::new))
                .param(keys.stream().map(Key::rule).toArray(String[]::new))
                .param(keys.stream().map(Key::measure).toArray(String[]::new))
                .param(keys.stream().map(more::get).toArray(Long[]::new))
                .update();
    }

    /** Takes out whatever tells of these persons; the counts stay. Returns how many questions were theirs. */
    int erase(Collection<String> customers) {
        return database.sql("""
                        with theirs as (
                            update guard_question
                            set request = null, customer = null, relationship = null, ordered = null
                            where customer = any (:customers) returning id),
                        emptied as (
                            update guard_candidate set candidate = null, name = null, reasons = null, event_id = null
                            where question in (select id from theirs) returning question)
                        select count(*) from theirs""")
                .param("customers", customers.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Takes out all questions before a moment; the counts stay. Returns how many. */
    int forget(java.time.Instant before) {
        return database.sql("delete from guard_question where asked_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
