package org.amends.server.complaint.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.amends.server.access.BrandScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds cases by words. What few cases have is found whole; what very many have is never gathered whole, since nobody reads it and
 * everybody would wait.
 */
@Component
public final class CaseSearch {

    /** What more cases than this have is common. */
    public static final int FEW = 2_000;

    /** Any other name stands for words as they are. */
    private static final String[] LANGUAGES = {"en", "fr", "es", "ru", "as they are"};

    private static final Pattern TERM = Pattern.compile("-?\"[^\"]*\"|\\S+");

    private static final String SEES = "(:brands::text[] is null or brand = any (:brands))";

    /** The function around it keeps PostgreSQL from gathering by the index of words. */
    private static final String WALK = """
            select complaint from complaint_search
            where complaint > :low and coalesce(words @@ :query::tsquery, false) and %s
            order by complaint desc limit :most""".formatted(SEES);

    /** Without its order at first, which would have PostgreSQL walk after all. */
    private static final String GATHER = """
            with found as materialized (
                select complaint from complaint_search where words @@ :query::tsquery and %s)
            select complaint from found order by complaint desc limit :most""".formatted(SEES);

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final JsonMapper json;

    CaseSearch(DataSource database, PlatformTransactionManager transactions, JsonMapper json) {
        this.database = JdbcClient.create(new PlannedEachTime(database));
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.json = json;
    }

    /**
     * What is searched for, as PostgreSQL writes it.
     *
     * @param ranked in each language, by which it is told how well a case fits
     * @param matched each meaning once, which finds the same and is sooner looked for
     */
    public record Query(String ranked, String matched) {}

    /**
     * What was typed, as PostgreSQL searches for it: words of any of the languages, {@code "a phrase"}, {@code or}, and {@code -not}.
     *
     * @return null when nothing that could be found was typed
     */
    public @Nullable Query understood(String typed) {
        StringBuilder wanted = new StringBuilder();
        List<String> unwanted = new ArrayList<>();
        Matcher terms = TERM.matcher(typed.replace('\0', ' '));
        while (terms.find()) {
            String term = terms.group();
            if (term.length() > 1 && term.charAt(0) == '-') {
                unwanted.add(term.substring(1));
            } else {
                wanted.append(term).append(' ');
            }
        }
        // A word that is not wanted must be missing in every language, not in one of them.
        Query query = database.sql("""
                        select (search_query(:wanted) && unwanted)::text as ranked, (matched && unwanted)::text as matched
                        from (
                            select coalesce(string_agg(distinct '(' || understood::text || ')', ' | ')::tsquery, '') as matched
                            from unnest(:languages::text[]) language,
                                lateral websearch_to_tsquery(search_config(language), search_folded(:wanted)) understood
                            where numnode(understood) > 0) wanted,
                            (select coalesce(!! search_query(string_agg(each, ' or ')), '') as unwanted
                            from unnest(:unwanted::text[]) each) unwanted""")
                .param("wanted", wanted.toString())
                .param("unwanted", unwanted.toArray(String[]::new))
                .param("languages", LANGUAGES)
                .query((row, number) -> new Query(row.getString("ranked"), row.getString("matched")))
                .single();
        return query.matched().isEmpty() ? null : query;
    }

    /**
     * The newest cases of these brands that this finds, by their numbers, the newest first.
     *
     * @param query from {@link #understood}
     * @param most no more than these
     */
    public List<Long> newest(Query query, BrandScope brands, int most) {
        double likely = likely(query);
        double seen = brands.all()
                ? likely
                : estimated(
                        "select from complaint_search where words @@ :query::tsquery and " + SEES,
                        parameters(query, brands));
        // Walking no further than gathering would have cost costs at most twice what is needed.
        if (most * (double) last() / seen < likely) {
            List<Long> found = walked(query, brands, most, Math.round(likely));
            if (found.size() == most) {
                return found;
            }
        }
        return gathered(query, brands, most);
    }

    /** The newest, looked for among so many of the newest cases only. */
    List<Long> walked(Query query, BrandScope brands, int most, long furthest) {
        Map<String, Object> parameters = parameters(query, brands);
        parameters.put("low", last() - furthest);
        parameters.put("most", most);
        return database.sql(WALK)
                .params(parameters)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** The newest, out of all that have the words. */
    List<Long> gathered(Query query, BrandScope brands, int most) {
        Map<String, Object> parameters = parameters(query, brands);
        parameters.put("most", most);
        return gathered(GATHER, parameters);
    }

    /** About how many cases have the words, of whatever brand; at least 1. Costs next to nothing and may be far from the truth. */
    public double likely(Query query) {
        return estimated(
                "select from complaint_search where words @@ :query::tsquery", Map.of("query", query.matched()));
    }

    /** About how many rows PostgreSQL expects of a statement, by its statistics; at least 1. */
    public double estimated(String sql, Map<String, ?> parameters) {
        String plan = database.sql("explain (format json) " + sql)
                .params(parameters)
                .query(String.class)
                .single();
        return Math.max(1, json.readTree(plan).at("/0/Plan/Plan Rows").doubleValue());
    }

    /** The number of the last case; about as many as there are. */
    public long last() {
        return database.sql("select coalesce(max(id), 0) from complaint")
                .query(Long.class)
                .single();
    }

    /** What a statement finds, along the index of words even where PostgreSQL thinks that reading the whole table were quicker. */
    public List<Long> gathered(String sql, Map<String, ?> parameters) {
        return Objects.requireNonNull(reading.execute(status -> {
            String off = database.sql("select set_config('enable_seqscan', 'off', true)")
                    .query(String.class)
                    .single();
            assert off.equals("off");
            return database.sql(sql)
                    .params(parameters)
                    .query((row, number) -> row.getLong(1))
                    .list();
        }));
    }

    private static Map<String, Object> parameters(Query query, BrandScope brands) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("query", query.matched());
        parameters.put("brands", brands.names());
        return parameters;
    }
}
