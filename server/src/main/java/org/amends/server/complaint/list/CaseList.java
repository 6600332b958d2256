package org.amends.server.complaint.list;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.amends.complaint.Stage;
import org.amends.server.complaint.search.CaseSearch;
import org.amends.server.complaint.search.PlannedEachTime;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lists cases page by page. A page is found along an index from where the one before ended, so that the last page of a million costs
 * what the first does, and nothing is shown twice while others work.
 */
@Component
public final class CaseList {

    /** The most lines of a page. */
    public static final int MOST_LINES = 500;

    private static final int ROWS_AT_ONCE = 2_000;

    /** Finding the words of one case by its number costs as much as finding so many of those that have a word. */
    private static final int LOOKED_UP = 2;

    private static final String HAS_WORDS =
            "(select f.words @@ :query::tsquery from complaint_search f where f.complaint = c.id)";

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate streaming;
    private final TransactionTemplate reading;
    private final CaseSearch search;
    private final InstantSource clock;

    CaseList(DataSource database, CaseSearch search, PlatformTransactionManager transactions, InstantSource clock) {
        this.database = JdbcClient.create(new PlannedEachTime(database));
        PlannedEachTime parts = new PlannedEachTime(database);
        parts.setFetchSize(ROWS_AT_ONCE);
        this.streaming = new NamedParameterJdbcTemplate(parts);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.search = search;
        this.clock = clock;
    }

    /**
     * What is asked of PostgreSQL.
     *
     * @param lines the query of all lines, without their order
     */
    private record Asked(String lines, Map<String, Object> parameters) {}

    /**
     * One page.
     *
     * @param limit lines, 1 to {@link #MOST_LINES}
     * @param cursor {@link CasePage#next()} of the page before, or null for the first
     * @throws Problem when the cursor is none of this list, or the order does not fit the filter
     */
    public CasePage page(CaseFilter filter, CaseSort sort, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST_LINES) {
            throw new IllegalArgumentException("limit must be 1 to %d but was %d.".formatted(MOST_LINES, limit));
        }
        Asked asked = asked(filter, sort);
        if (asked == null) {
            return new CasePage(List.of(), null);
        }
        String behind = "";
        if (cursor != null) {
            CaseCursor.decoded(cursor, sort, filter).addTo(asked.parameters());
            behind = (sort == CaseSort.RANK ? " where " : " and ") + sort.behind();
        }
        asked.parameters().put("limit", limit + 1);
        List<CaseLine> lines = database.sql(asked.lines() + behind + " order by " + sort.order() + " limit :limit")
                .params(asked.parameters())
                .query(CaseLine::of)
                .list();
        if (lines.size() <= limit) {
            return new CasePage(lines, null);
        }
        return new CasePage(lines.subList(0, limit), CaseCursor.behind(lines.get(limit - 1), sort, filter));
    }

    /**
     * Refuses an order that does not fit the filter.
     *
     * @throws Problem naming it
     */
    public void check(CaseFilter filter, CaseSort sort) {
        if ((sort == CaseSort.PRIORITY || sort == CaseSort.DUE) && !filter.openOnly()) {
            throw Problem.invalid(
                    "sort", sort.stableName(), "Only open cases have it; sort by newest, or leave closed out.");
        }
        if (sort == CaseSort.RANK && filter.text() == null) {
            throw Problem.invalid("sort", "rank", "Say with q what is searched for, or sort by newest.");
        }
    }

    /**
     * How many there are, counted no further than asked: counting a million would cost more than the list.
     *
     * @param most stop counting here, or at what a search gathers where words are searched for
     * @return how many, or more than that when there are more
     */
    public int count(CaseFilter filter, int most) {
        Asked asked = asked(filter, filter.openOnly() ? CaseSort.PRIORITY : CaseSort.NEWEST);
        if (asked == null) {
            return 0;
        }
        int furthest = filter.text() == null ? most : Math.min(most, CaseSearch.FEW);
        asked.parameters().put("limit", furthest + 1);
        int counted = database.sql("select count(*) from (%s limit :limit) counted"
                        .formatted(asked.lines().replace(lines("0::real"), "select 1 from complaint c")))
                .params(asked.parameters())
                .query(Integer.class)
                .single();
        return counted > furthest ? most + 1 : counted;
    }

    /** All of them in their order, however many, each handed over as it is read: nothing is held but a few. */
    public void each(CaseFilter filter, CaseSort sort, Consumer<CaseLine> taker) {
        Asked asked = asked(filter, sort);
        if (asked == null) {
            return;
        }
        RowCallbackHandler handing = row -> taker.accept(CaseLine.of(row, 0));
        String sql = asked.lines() + " order by " + sort.order();
        reading.executeWithoutResult(status -> streaming.query(sql, asked.parameters(), handing));
    }

    /** The references of the first so many, in their order. */
    public List<String> references(CaseFilter filter, CaseSort sort, int most) {
        Asked asked = asked(filter, sort);
        if (asked == null) {
            return List.of();
        }
        asked.parameters().put("limit", most);
        return database.sql(asked.lines() + " order by " + sort.order() + " limit :limit")
                .params(asked.parameters())
                .query((row, number) -> row.getString("reference"))
                .list();
    }

    private static String lines(String rank) {
        return "select %s, %s as rank from complaint c".formatted(CaseLine.COLUMNS, rank);
    }

    /** Null when nothing can be found. */
    private @Nullable Asked asked(CaseFilter filter, CaseSort sort) {
        check(filter, sort);
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> conditions = CaseConditions.of(filter, clock.instant(), parameters);
        String text = filter.text();
        if (text == null) {
            return new Asked(lines("0::real") + where(conditions), parameters);
        }
        CaseSearch.Query query = search.understood(text);
        if (query == null) {
            return null;
        }
        words(filter, query, sort, conditions, parameters);
        parameters.put("query", query.matched());
        parameters.put("ranked", query.ranked());
        if (sort != CaseSort.RANK) {
            return new Asked(lines("0::real") + where(conditions), parameters);
        }
        String ranked = lines("ts_rank(s.words, :ranked::tsquery)") + " join complaint_search s on s.complaint = c.id"
                + where(conditions);
        return new Asked("select * from (%s) c".formatted(ranked), parameters);
    }

    private static String where(List<String> conditions) {
        return " where " + (conditions.isEmpty() ? "true" : String.join(" and ", conditions));
    }

    /**
     * Adds which cases the words find. Where very many have them, whichever is the shorter way is gone: from the few that the
     * filter leaves, or along the list, where one that has them is never far. Of those that fit best only the newest are gathered.
     */
    private void words(
            CaseFilter filter,
            CaseSearch.Query query,
            CaseSort sort,
            List<String> conditions,
            Map<String, Object> parameters) {
        List<Long> found = search.newest(query, filter.brands(), CaseSearch.FEW + 1);
        if (found.size() > CaseSearch.FEW) {
            List<Long> narrowed = filter.narrows() ? narrowed(conditions, parameters) : null;
            if (narrowed != null) {
                conditions.add(HAS_WORDS);
                found = narrowed;
            } else if (sort != CaseSort.RANK) {
                conditions.add(HAS_WORDS);
                return;
            } else if (filter.narrows() || filter.stages().size() < Stage.values().length) {
                found = newest(query, conditions, parameters);
            } else {
                found = found.subList(0, CaseSearch.FEW);
            }
        }
        conditions.add("c.id = any (:found)");
        parameters.put("found", found.toArray(Long[]::new));
    }

    private @Nullable List<Long> narrowed(List<String> conditions, Map<String, Object> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("limit", 2 * CaseSearch.FEW + 1);
        List<Long> found = database.sql("select c.id from complaint c%s limit :limit".formatted(where(conditions)))
                .params(all)
                .query((row, number) -> row.getLong(1))
                .list();
        return found.size() > 2 * CaseSearch.FEW ? null : found;
    }

    /** The newest that the words and all conditions find: along the cases that the conditions leave, or from those that the words do. */
    private List<Long> newest(CaseSearch.Query query, List<String> conditions, Map<String, Object> parameters) {
        String left = "select c.id from complaint c" + where(conditions);
        double likely = search.likely(query);
        double walked = Math.min(search.estimated(left, parameters), CaseSearch.FEW * (double) search.last() / likely);
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.putAll(CaseSearch.parameters(query));
        all.put("most", CaseSearch.FEW);
        long furthest = Math.round(likely / LOOKED_UP);
        if (walked < furthest) {
            all.put("furthest", furthest);
            List<Long> found = database.sql(
                            "select c.id from (%s order by c.id desc limit :furthest) c where %s order by c.id desc limit :most"
                                    .formatted(left, HAS_WORDS))
                    .params(all)
                    .query((row, number) -> row.getLong(1))
                    .list();
            if (found.size() == CaseSearch.FEW || !more(left, parameters, furthest)) {
                return found;
            }
        }
        return search.gathered(
                search.found(query) + " select c.id from found join complaint c on c.id = found.complaint"
                        + where(conditions) + " order by c.id desc limit :most",
                all);
    }

    private boolean more(String lines, Map<String, Object> parameters, long than) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("limit", than + 1);
        return database.sql("select count(*) from (%s limit :limit) counted".formatted(lines))
                        .params(all)
                        .query(Long.class)
                        .single()
                > than;
    }
}
