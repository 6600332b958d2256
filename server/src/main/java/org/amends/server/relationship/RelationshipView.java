package org.amends.server.relationship;

import java.util.List;
import org.amends.story.StoryView;
import org.jspecify.annotations.Nullable;

/**
 * The page of one relationship.
 *
 * @param customer fit to be shown
 * @param customerId as it is
 * @param brand empty where the company has one only
 * @param standing stable name
 * @param flags keys of what else there is to say
 * @param story what happened, and how the chance comes about
 * @param figures the headline numbers
 * @param timeline the picture of what hurt and what helped, as its script draws it
 * @param risk the chance of ending over the past year, as its script draws it; null where the history is too short
 * @param riskRows the same as a table
 * @param contributions every addend of the number
 * @param contributionSum their sum
 * @param preferences what the customer stated
 * @param given what the company last gave
 * @param promises what was promised
 * @param events the latest events
 * @param older the address of those before them, or null
 * @param whatIf the address where the number can be asked for under other circumstances
 * @param eventCount how many events there are, in words
 */
public record RelationshipView(
        String customer,
        String customerId,
        String brand,
        String standing,
        List<String> flags,
        StoryView story,
        List<Figure> figures,
        String timeline,
        @Nullable String risk,
        List<RiskRow> riskRows,
        List<ContributionRow> contributions,
        String contributionSum,
        PreferencesView preferences,
        List<EventLine> given,
        List<PromiseRow> promises,
        List<EventLine> events,
        @Nullable String older,
        String whatIf,
        String eventCount) {

    /** A headline number: its name, its value, what it means. */
    public record Figure(String label, String value, String note) {}

    /** The chance at one week's end, with what each way of breaking adds, in the order of {@link ListView#MODES}. */
    public record RiskRow(String day, String chance, List<String> modes) {}

    /** One addend: why, the event behind it, what it adds. */
    public record ContributionRow(
            String cause,
            @Nullable String mode,
            @Nullable String event,
            @Nullable String iso,
            String weight) {}

    /**
     * One promise.
     *
     * @param ref its name
     * @param made when, in words
     * @param due until when, in words, or null when nobody said
     * @param state kept, broken, overdue, due_soon or open
     */
    public record PromiseRow(
            String ref, String made, @Nullable String due, String state) {

        /** The tone of the badge. */
        public String tone() {
            return switch (state) {
                case "kept" -> "good";
                case "broken", "overdue" -> "bad";
                case "due_soon" -> "warn";
                default -> "quiet";
            };
        }
    }
}
