package org.amends.slip;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.amends.event.Event;
import org.amends.failure.Episode;
import org.amends.failure.Voice;
import org.amends.preference.Preference;
import org.amends.preference.PreferenceBook;
import org.amends.preference.StatedPreference;
import org.amends.relationship.Relationship;
import org.amends.relationship.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a customer to see a slip coming.
 *
 * @param standing where the relationship stands
 * @param openComplaintSince when the oldest complaint came up that is not closed; null when there is none
 * @param stated what the customer stated and what holds at the moment in question
 * @param promises what was promised and is open
 * @param loyaltyPrices prices promised to them
 */
public record SlipFacts(
        Standing standing,
        @Nullable Instant openComplaintSince,
        List<StatedPreference> stated,
        List<OpenPromise> promises,
        List<LoyaltyPrice> loyaltyPrices) {

    /** Of a customer of whom nothing particular is known. */
    public static final SlipFacts NONE = new SlipFacts(Standing.ACTIVE, null, List.of(), List.of(), List.of());

    public SlipFacts {
        stated = List.copyOf(stated);
        promises = List.copyOf(promises);
        loyaltyPrices = List.copyOf(loyaltyPrices);
    }

    /**
     * The facts as they are at a moment.
     *
     * @param relationship the state folded from these events
     * @param history the customer's events; of those, the preferences and promises are read
     */
    public static SlipFacts of(
            Relationship relationship,
            Collection<? extends Event> history,
            List<LoyaltyPrice> loyaltyPrices,
            Instant now) {
        Instant openComplaint = relationship.episodes().stream()
                .filter(Episode::open)
                .map(Episode::voice)
                .filter(Objects::nonNull)
                .map(Voice::at)
                .min(Instant::compareTo)
                .orElse(null);
        List<StatedPreference> stated = PreferenceBook.of(history).holding(now).stream()
                .map(Preference::value)
                .toList();
        return new SlipFacts(
                relationship.standing(), openComplaint, stated, OpenPromise.of(history, now), loyaltyPrices);
    }
}
