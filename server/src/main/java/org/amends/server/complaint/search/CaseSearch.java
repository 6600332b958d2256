package org.amends.server.complaint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.server.access.BrandScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases by words. What few cases have is found whole; what very many have is never gathered whole, since nobody reads it and
 * everybody would wait.
 */
@Component
public final class CaseSearch {

    /** What more cases than this have is common. */
    public static final int FEW = 2_000;

    private static final Pattern TERM = Pattern.compile("-?\"[^\"]*\"|\\S+");

    private final JdbcClient database;

    CaseSearch(JdbcClient database) {
        this.database = database;
    }

    /**
     * What was typed, as PostgreSQL searches for it: words of any of the languages, {@code "a phrase"}, {@code or}, and {@code -not}.
     *
     * @return null when nothing that could be found was typed
     */
    public @Nullable String understood(String typed) {
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
        String query = database.sql("""
                        select (search_query(:wanted)
                            && coalesce((select !! search_query(string_agg(each, ' or '))
                                         from unnest(:unwanted::text[]) each), ''))::text""")
                .param("wanted", wanted.toString())
                .param("unwanted", unwanted.toArray(String[]::new))
                .query(String.class)
                .single();
        return query.isEmpty() ? null : query;
    }

    /**
     * The cases of these brands that this finds.
     *
     * @param query from {@link #understood}
     * @return their numbers, or null when there are more than {@link #FEW}
     */
    public @Nullable List<Long> few(String query, BrandScope brands) {
        List<Long> found = database.sql("""
                        select complaint from complaint_search
                        where words @@ :query::tsquery and (:brands::text[] is null or brand = any (:brands))
                        limit :most""")
                .param("query", query)
                .param("brands", brands.names())
                .param("most", FEW + 1)
                .query((row, number) -> row.getLong(1))
                .list();
        return found.size() > FEW ? null : found;
    }
}
