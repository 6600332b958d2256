package org.amends.server.breaking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the five ways of breaking.
 *
 * @param empty whether the company has no relationship at all
 * @param asOf the day of the counts, in words
 * @param ways each of them, in their own order
 * @param trend the picture of the past half year as its script draws it; null while there are too few days
 * @param trendRows the same as a table
 */
public record WaysView(
        boolean empty,
        String asOf,
        List<Way> ways,
        @Nullable String trend,
        List<TrendRow> trendRows) {

    /**
     * One way of breaking.
     *
     * @param mode its stable name
     * @param count how many relationships it leads in, in words
     * @param share of all that are current, in words
     * @param width that share of the greatest, 0 to 100
     * @param expected how many of them are expected to end within the horizon, in words
     * @param values what is at risk, one amount a currency
     * @param change how many more or fewer than a month ago, in words, or null where that is not known
     * @param causes what pulls most, each with its share
     * @param first the most valuable of them
     * @param link to all of them
     */
    public record Way(
            String mode,
            String count,
            String share,
            double width,
            String expected,
            List<String> values,
            @Nullable String change,
            List<CauseShare> causes,
            List<Customer> first,
            String link) {}

    /** A cause in words, with its share of the pull, in words and 0 to 100. */
    public record CauseShare(String cause, String share, double width) {}

    /** A customer with the address of their page, the chance of ending and what is at stake. */
    public record Customer(String customer, String link, String chance, String value) {}

    /** One day of the trend: the day, and how many in each way of breaking. */
    public record TrendRow(String day, List<String> counts) {}
}
