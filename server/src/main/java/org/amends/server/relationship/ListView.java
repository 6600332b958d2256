package org.amends.server.relationship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.amends.relationship.BreakMode;
import org.amends.server.console.Texts;
import org.amends.story.Numerals;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;

/**
 * The list of relationships as its page shows it.
 *
 * @param request what was asked for
 * @param rows one page of what was found
 * @param told how many there are, in words
 * @param first the address of the first page, or null when this is it
 * @param next the address of the next page, or null at the end
 * @param brands the brands to choose from; empty when there is only one
 * @param views the reader's own saved views
 * @param empty whether the company has no relationship at all
 */
public record ListView(
        ListRequest request,
        List<Row> rows,
        String told,
        @Nullable String first,
        @Nullable String next,
        List<String> brands,
        List<SavedView> views,
        boolean empty) {

    /** The ways of breaking to choose from. */
    public static final List<String> MODES = List.of(
            BreakMode.ACUTE_FAILURE.stableName(),
            BreakMode.ACCUMULATION.stableName(),
            BreakMode.FADING.stableName(),
            BreakMode.COMPETITOR_PULL.stableName(),
            BreakMode.BETRAYED_TRUST.stableName());

    /** The columns by which the list can be sorted, with those that stand between them. */
    public static final List<String> SORTS = List.of("risk", "value_at_risk", "priority", "last_seen", "customer");

    /** Views that everybody has: the key of the name, and the query. */
    public static final List<SavedView> COMMON = List.of(
            new SavedView(0, "relationships.view.all", ""),
            new SavedView(0, "relationships.view.urgent", "sort=priority"),
            new SavedView(0, "relationships.view.silent", "silent=on&sort=value_at_risk"),
            new SavedView(0, "relationships.view.neglected", "neglected=on&sort=value_at_risk"),
            new SavedView(0, "relationships.view.open", "open=on&sort=priority"),
            new SavedView(0, "relationships.view.leaving", "standing=leaving"));

    /**
     * One relationship.
     *
     * @param link to its page
     * @param customer fit to be shown
     * @param brand empty when there is one only
     * @param chance of ending, in words
     * @param risk the same, 0 to 100
     * @param mode the leading way of breaking by its stable name, or null
     * @param value what is at risk, or a dash
     * @param priority in points
     * @param lastSeen in words
     * @param lastSeenIso in ISO 8601
     * @param openIssues how many things are open
     * @param standing stable name
     * @param flags keys of what else there is to say
     */
    public record Row(
            String link,
            String customer,
            String brand,
            String chance,
            double risk,
            @Nullable String mode,
            String value,
            String priority,
            String lastSeen,
            String lastSeenIso,
            int openIssues,
            String standing,
            List<String> flags) {

        static Row of(RelationshipRow row, Texts texts, Instant now) {
            Numerals numerals = texts.numerals();
            List<String> flags = new ArrayList<>();
            if (row.silentSufferer()) {
                flags.add("silent");
            }
            if (row.neglectedLoyal()) {
                flags.add("neglected");
            }
            if (row.doubleDeviation()) {
                flags.add("deviation");
            }
            return new Row(
                    RelationshipLinks.to(row.customer(), row.brand()),
                    Prose.shownId(row.customer()),
                    Prose.shownId(row.brand()),
                    numerals.chance(row.leaveProbability()),
                    100 * row.leaveProbability(),
                    row.mode(),
                    row.residualValue() > 0 ? numerals.money(row.valueAtRisk(), currency(row.currency())) : "–",
                    numerals.count(Math.round(row.priority())),
                    numerals.day(row.lastSeen(), now),
                    row.lastSeen().toString(),
                    row.openIssues(),
                    row.standing(),
                    flags);
        }

        /** The colour of the chance: that of the way of breaking, or a quiet one. */
        public String tone() {
            return mode == null ? "quiet" : mode;
        }
    }

    static @Nullable Currency currency(String code) {
        return code.isEmpty() ? null : Currency.getInstance(code);
    }

    /** The address of the list sorted in this way. */
    public String sorted(String sort) {
        return address(request.with("sort", sort));
    }

    /** How the list is sorted by this column, as a heading says it; null when by another. */
    public @Nullable String direction(String sort) {
        boolean here = request.sort().stableName().equals(sort);
        return here ? (sort.equals("customer") ? "ascending" : "descending") : null;
    }

    /** Whether a range is asked for, so that its fields are shown at once. */
    public boolean hasRanges() {
        return List.of("risk_from", "risk_to", "value_from", "value_to", "seen_from", "seen_to").stream()
                .anyMatch(field -> !request.get(field).isEmpty());
    }

    /** Whether the list shows what this view keeps. */
    public boolean shows(SavedView view) {
        return view.query().equals(request.query());
    }

    /** The address of a file with the whole list. */
    public String file(String kind) {
        return "/relationships/export." + kind + (request.query().isEmpty() ? "" : "?" + request.query());
    }

    static String address(ListRequest request) {
        return address(request.query());
    }

    /** The address of the list with this query. */
    public static String address(String query) {
        return query.isEmpty() ? "/relationships" : "/relationships?" + query;
    }
}
