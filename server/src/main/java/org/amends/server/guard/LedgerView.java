package org.amends.server.guard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of near misses.
 *
 * @param month chosen, as {@code 2026-03}; empty for all
 * @param rule chosen; empty for all
 * @param verdict chosen; empty for both
 * @param months that can be chosen, latest first
 * @param rules that can be chosen
 * @param lines the near misses themselves
 * @param picture the months as the page's script draws them; null where there is none
 * @param counts the same as a table, latest first
 * @param byRule how often each rule was run against in the months shown
 * @param first the address of the first page; null on it
 * @param next the address of the next page; null on the last
 */
public record LedgerView(
        String month,
        String rule,
        String verdict,
        List<Choice> months,
        List<String> rules,
        List<Line> lines,
        @Nullable String picture,
        List<Row> counts,
        List<Row> byRule,
        @Nullable String first,
        @Nullable String next) {

    /** A month with its name in words. */
    public record Choice(String value, String name) {}

    /**
     * A near miss.
     *
     * @param customer null where the request named none, or once they are erased
     * @param link to the relationship; null where there is none
     * @param pick the address of the picker's page
     * @param outcome the tag of what became of it; null until it is told
     */
    public record Line(
            Instant at,
            @Nullable String request,
            @Nullable String customer,
            @Nullable String link,
            @Nullable String ordered,
            @Nullable String name,
            String verdict,
            String tone,
            List<String> rules,
            List<String> evidence,
            @Nullable String outcome,
            boolean wrong,
            String pick) {}

    /** A row of counts, in words. */
    public record Row(String name, String asked, String blocked, String sent, String violated) {}
}
