package org.amends.server.guard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.amends.server.access.BrandScope;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads near misses and their counts. */
@Component
final class Ledger {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String LINES = """
            select c.question, c.place, q.asked_at, q.brand, q.request, q.customer, q.ordered, q.best, c.candidate, c.name,
                c.price, c.verdict, c.rules, c.reasons, c.outcome, c.outcome_by, c.wrong, c.event_id
            from guard_candidate c join guard_question q on q.id = c.question
            where (:brands::text[] is null or q.brand = any (:brands)) and\s""";

    private final JdbcClient database;

    Ledger(JdbcClient database) {
        this.database = database;
    }

    /** A place in the ledger, from which it is read backwards. */
    record Place(long question, int place) {

        /** The place of this text; the very end where it is none. */
        static Place of(String text) {
            String[] parts = text.split("-", 2);
            try {
                return new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[parts.length - 1]));
            } catch (NumberFormatException none) {
                return new Place(Long.MAX_VALUE, 0);
            }
        }
    }

    /** Near misses, the latest first. */
    List<LedgerLine> before(LedgerFilter filter, Place place, int most) {
        YearMonth month = filter.month();
        Verdict verdict = filter.verdict();
        return lines(
                        "c.verdict <> 'ALLOW' and (c.question, -c.place) < (:question, -:place)"
                                + " and (:verdict::text is null or c.verdict = :verdict)"
                                + " and (:rule = '' or :rule = any (c.rules))"
                                + " and (:from::timestamptz is null or (q.asked_at >= :from and q.asked_at < :until))"
                                + " order by c.question desc, c.place limit :most",
                        filter.brands())
                .param("question", place.question())
                .param("place", place.place())
                .param("verdict", verdict == null ? null : verdict.name())
                .param("rule", filter.rule())
                .param(
                        "from",
                        month == null ? null : month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        month == null
                                ? null
                                : month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Ledger::line)
                .list();
    }

    /** All candidates of a question, in their order; empty when there is none that the reader may see. */
    List<LedgerLine> question(long number, BrandScope seen) {
        return lines("q.id = :number order by c.place", seen)
                .param("number", number)
                .query(Ledger::line)
                .list();
    }

    /** The number of the latest question of this request; null when none is kept. */
    @Nullable
    Long latest(String request, BrandScope seen) {
        return database.sql("select max(id) from guard_question where request = :request"
                        + " and (:brands::text[] is null or brand = any (:brands))")
                .param("request", NearMiss.kept(request))
                .param("brands", seen.names())
                .query((row, number) -> (Long) row.getObject(1))
                .list()
                .getFirst();
    }

    /** What happened from a month on, the earliest first. */
    List<MonthCount> counts(YearMonth from, BrandScope seen) {
        return database.sql("""
                        select month, rule, measure, sum(count) from guard_count
                        where month >= :from and (:brands::text[] is null or brand = any (:brands))
                        group by month, rule, measure order by month, rule, measure""")
                .param("from", java.sql.Date.valueOf(from.atDay(1)))
                .param("brands", seen.names())
                .query((row, number) -> new MonthCount(
                        YearMonth.from(Objects.requireNonNull(row.getDate(1)).toLocalDate()),
                        Objects.requireNonNull(row.getString(2)),
                        Objects.requireNonNull(row.getString(3)),
                        row.getLong(4)))
                .list();
    }

    private JdbcClient.StatementSpec lines(String where, BrandScope seen) {
        return database.sql(LINES + where).param("brands", seen.names());
    }

    private static LedgerLine line(ResultSet row, int number) throws SQLException {
        int place = row.getInt("place");
        int best = row.getInt("best");
        boolean isBest = !row.wasNull() && best == place;
        String outcome = row.getString("outcome");
        return new LedgerLine(
                row.getLong("question"),
                place,
                Objects.requireNonNull(row.getObject("asked_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.getString("brand")),
                row.getString("request"),
                row.getString("customer"),
                row.getString("ordered"),
                isBest,
                row.getString("candidate"),
                row.getString("name"),
                row.getBigDecimal("price"),
                Verdict.valueOf(row.getString("verdict")),
                Arrays.asList(
                        (String[]) Objects.requireNonNull(row.getArray("rules")).getArray()),
                reasons(row.getString("reasons")),
                outcome == null ? null : SentOutcome.of(outcome),
                row.getString("outcome_by"),
                row.getBoolean("wrong"),
                row.getString("event_id"));
    }

    private static List<LedgerLine.Evidence> reasons(@Nullable String json) {
        List<LedgerLine.Evidence> reasons = new ArrayList<>();
        if (json != null) {
            for (JsonNode each : JSON.readTree(json)) {
                reasons.add(new LedgerLine.Evidence(
                        each.get("rule").stringValue(), each.get("evidence").stringValue()));
            }
        }
        return reasons;
    }
}
