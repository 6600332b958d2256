package org.amends.server.complaint.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** So many of the newest cases are looked at to learn how common a phrase is. */
    private static final int LOOK = 5_000;

    private static final String SEES = "(:brands::text[] is null or brand = any (:brands))";

    /** The function around it keeps PostgreSQL from gathering by the index of words. */
    private static final String HAS = "coalesce(words @@ :query::tsquery, false)";

    private static final String UNDERSTOOD = """
            select (search_query(:wanted) && unwanted)::text as ranked, (matched && unwanted)::text as matched, pairs
            from (
                select coalesce(string_agg(distinct '(' || understood::text || ')', ' | ')::tsquery, '') as matched
                from unnest(:languages::text[]) language,
                    lateral websearch_to_tsquery(search_config(language), search_folded(:wanted)) understood
                where numnode(understood) > 0) wanted,
                (select coalesce(!! search_query(string_agg(each, ' or ')), '') as unwanted
                from unnest(:unwanted::text[]) each) unwanted,
                (select array_agg(distinct found::text) as pairs
                from unnest(:languages::text[]) language,
                    lateral (
                        select array(
                            select distinct pair
                            from unnest(:phrases::text[]) phrase, unnest(search_pairs(search_vector(language, phrase))) pair
                            where search_folded(:wanted) !~ '\\mor\\M'
                            order by pair) as found) pairs) pairs""";

    private static final Pattern PHRASE = Pattern.compile("\"[^\"]*\"");

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
     * @param pairs what stands side by side in its phrases: a case that it finds has all of one of these; empty where that is not so
     */
    public record Query(String ranked, String matched, List<String> pairs) {

        public Query {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * What was typed, as PostgreSQL searches for it: words of any of the languages, {@code "a phrase"}, {@code or}, and {@code -not}.
     *
     * @return null when nothing that could be found was typed
     */
    public @Nullable Query understood(String typed) {
        StringBuilder wanted = new StringBuilder();
        List<String> unwanted = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        boolean clear = true;
        Matcher terms = TERM.matcher(typed.replace('\0', ' '));
        while (terms.find()) {
            String term = terms.group();
            if (term.length() > 1 && term.charAt(0) == '-') {
                unwanted.add(term.substring(1));
                continue;
            }
            wanted.append(term).append(' ');
            if (PHRASE.matcher(term).matches()) {
                phrases.add(term);
            } else {
                // With a quotation mark alone nobody knows where a phrase begins.
                clear &= term.indexOf('"') < 0;
            }
        }
        // A word that is not wanted must be missing in every language, not in one of them.
        Query query = database.sql(UNDERSTOOD)
                .param("wanted", wanted.toString())
                .param("unwanted", unwanted.toArray(String[]::new))
                .param("phrases", clear ? phrases.toArray(String[]::new) : new String[0])
                .param("languages", LANGUAGES)
                .query((row, number) -> new Query(row.getString("ranked"), row.getString("matched"), pairs((String[])
                        row.getArray("pairs").getArray())))
                .single();
        return query.matched().isEmpty() ? null : query;
    }

    /** In a language in which no two words stand side by side, a case need not have any pair. */
    private static List<String> pairs(String[] ofLanguages) {
        return Arrays.asList(ofLanguages).contains("{}") ? List.of() : List.of(ofLanguages);
    }

    /**
     * The newest cases of these brands that this finds, by their numbers, the newest first.
     *
     * @param query from {@link #understood}
     * @param most no more than these
     */
    public List<Long> newest(Query query, BrandScope brands, int most) {
        boolean byPairs = byPairs(query);
        double likely = likely(query, byPairs);
        double seen = likely * share(brands);
        // Walking no further than gathering would have cost costs at most twice what is needed.
        if (most * (double) last() / seen < likely) {
            List<Long> found = walked(query, brands, most, Math.round(likely));
            if (found.size() == most) {
                return found;
            }
        }
        return gathered(query, brands, most, byPairs);
    }

    /** The newest, looked for among so many of the newest cases only. */
    List<Long> walked(Query query, BrandScope brands, int most, long furthest) {
        Map<String, Object> parameters = parameters(query, brands);
        parameters.put("low", last() - furthest);
        parameters.put("most", most);
        return database.sql("select complaint from complaint_search where complaint > :low and " + HAS + " and " + SEES
                        + " order by complaint desc limit :most")
                .params(parameters)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** The newest, out of all that have the words, or out of all that have the pairs. */
    List<Long> gathered(Query query, BrandScope brands, int most, boolean byPairs) {
        Map<String, Object> parameters = parameters(query, brands);
        parameters.put("most", most);
        return gathered(
                found(query, byPairs) + " select complaint from found where " + SEES
                        + " order by complaint desc limit :most",
                parameters);
    }

    /**
     * What a statement finds that begins with {@link #found}, along the indexes of words even where PostgreSQL thinks that reading
     * the whole table were quicker.
     *
     * @param parameters with those of {@link #parameters(Query)}
     */
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

    /** The beginning of a statement: the table {@code found} with the column {@code complaint}, gathered by an index of words. */
    public String found(Query query) {
        return found(query, byPairs(query));
    }

    /** Without an order, which would have PostgreSQL walk after all. */
    private static String found(Query query, boolean byPairs) {
        String finding = byPairs
                ? IntStream.range(0, query.pairs().size())
                        .mapToObj("search_pairs(words) @> :pairs%d::integer[]"::formatted)
                        .collect(Collectors.joining(" or ", "(", ") and " + HAS))
                : "words @@ :query::tsquery";
        return "with found as materialized (select complaint, brand from complaint_search where " + finding + ")";
    }

    /** The parameters that {@link #found} names. */
    public static Map<String, Object> parameters(Query query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("query", query.matched());
        for (int i = 0; i < query.pairs().size(); i++) {
            parameters.put("pairs" + i, query.pairs().get(i));
        }
        return parameters;
    }

    private static Map<String, Object> parameters(Query query, BrandScope brands) {
        Map<String, Object> parameters = parameters(query);
        parameters.put("brands", brands.names());
        return parameters;
    }

    /** About how many cases this finds, of whatever brand; at least 1. May be far from the truth. */
    public double likely(Query query) {
        return likely(query, byPairs(query));
    }

    private double likely(Query query, boolean byPairs) {
        if (!byPairs) {
            return withWords(query);
        }
        // Statistics know of words, not of which stand side by side.
        long last = last();
        long found = database.sql("select count(*) from complaint_search where complaint > :low and " + HAS)
                .param("low", last - LOOK)
                .param("query", query.matched())
                .query(Long.class)
                .single();
        return Math.max(1, found * (double) last / LOOK);
    }

    /** Rare words need no pairs. */
    private boolean byPairs(Query query) {
        return !query.pairs().isEmpty() && withWords(query) > LOOK;
    }

    private double withWords(Query query) {
        return estimated(
                "select from complaint_search where words @@ :query::tsquery", Map.of("query", query.matched()));
    }

    private double share(BrandScope brands) {
        if (brands.all()) {
            return 1;
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("brands", brands.names());
        return Math.min(1, estimated("select from complaint_search where " + SEES, parameters) / Math.max(1, last()));
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
}
