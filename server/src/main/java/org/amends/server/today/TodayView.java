package org.amends.server.today;

import java.util.List;
import org.amends.story.StoryView;
import org.jspecify.annotations.Nullable;

/**
 * The page of the day.
 *
 * @param day today, in words
 * @param empty whether the company has no relationship at all
 * @param figures the headline numbers
 * @param due open cases that are overdue or fall due soon, the most urgent first
 * @param changes what became different since yesterday, most important first
 * @param first whom to look at first
 * @param promises those that are overdue or fall due soon, the most urgent first
 * @param trend the picture of the past weeks as its script draws it; null while there are too few
 * @param trendRows the same as a table
 */
public record TodayView(
        String day,
        boolean empty,
        List<Figure> figures,
        List<DueCase> due,
        List<Change> changes,
        List<First> first,
        List<Promise> promises,
        @Nullable String trend,
        List<TrendRow> trendRows) {

    /** A headline number: its name, its value, what it means, where it leads. */
    public record Figure(String label, String value, String note, String link) {}

    /**
     * What became different for some.
     *
     * @param told how many and what, in words
     * @param tone the class of its colour
     * @param link to all of them, or null where there is no such list
     * @param named the foremost of them
     */
    public record Change(String told, String tone, @Nullable String link, List<Named> named) {}

    /** A customer with the address of their page, and what is at stake, or null. */
    public record Named(
            String customer, String link, @Nullable String note) {}

    /** Somebody to look at, with their story. */
    public record First(String link, StoryView story) {}

    /**
     * A case that falls due.
     *
     * @param subject or its reference where it has none
     * @param duty the key of what is due
     */
    public record DueCase(
            String reference, String link, String subject, String customer, String duty, String due, boolean overdue) {}

    /** A promise with whom it was made to, what it is or how it is called, when it falls due, and whether that has passed. */
    public record Promise(String customer, String link, String ref, String due, boolean overdue) {}

    /** One day of the trend: the day, and how many in each way of breaking. */
    public record TrendRow(String day, List<String> counts) {}
}
