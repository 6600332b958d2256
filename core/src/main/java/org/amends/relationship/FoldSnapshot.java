package org.amends.relationship;

import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.amends.event.CustomerId;
import org.amends.event.EventId;
import org.amends.event.Tier;
import org.amends.failure.EpisodeDraft;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a {@link RelationshipFold} holds between two events, so that it can be kept and continued later: a fold that
 * goes on from its snapshot ends where one that never paused does. Two folds over the same events have equal snapshots.
 *
 * @param customer whose
 * @param brand with which; null when there is one only
 * @param firstSeen when the relationship began
 * @param lastSeen when the event taken last happened
 * @param lastEvent the event taken last
 * @param sameMoment all events that happened at {@code lastSeen}; empty when {@code lastEvent} is the only one
 * @param standing where the relationship stands
 * @param turn the event that brought it there; null while it was never anything but active
 * @param tier membership
 * @param weights what fades
 * @param lastAttention when the company last gave attention; null when never
 * @param episodes failures and complaints, oldest first
 * @param competitorSignals signs of looking elsewhere, oldest first
 * @param criticisms public criticism, oldest first
 * @param preferences what the customer made known
 * @param promisesAbout which failure or case a promise is about, by the promise's ref
 * @param bought the purchases; null before the first
 * @param givenBack what was given back for purchases undone, in minor units, by ISO 4217 code; kept without purchases too,
 *     since a return may be known before what it undoes
 */
public record FoldSnapshot(
        CustomerId customer,
        @Nullable String brand,
        Instant firstSeen,
        Instant lastSeen,
        EventId lastEvent,
        SortedSet<EventId> sameMoment,
        Standing standing,
        @Nullable Turn turn,
        Tier tier,
        Weights weights,
        @Nullable Instant lastAttention,
        List<EpisodeDraft.Snapshot> episodes,
        List<Sign> competitorSignals,
        List<Sign> criticisms,
        SortedSet<String> preferences,
        SortedMap<String, String> promisesAbout,
        @Nullable Bought bought,
        SortedMap<String, Long> givenBack) {

    public FoldSnapshot {
        sameMoment = Collections.unmodifiableSortedSet(new TreeSet<>(sameMoment));
        episodes = List.copyOf(episodes);
        competitorSignals = List.copyOf(competitorSignals);
        criticisms = List.copyOf(criticisms);
        preferences = Collections.unmodifiableSortedSet(new TreeSet<>(preferences));
        promisesAbout = Collections.unmodifiableSortedMap(new TreeMap<>(promisesAbout));
        givenBack = Collections.unmodifiableSortedMap(new TreeMap<>(givenBack));
    }

    /**
     * What fades; null is a sum to which nothing was ever added.
     *
     * @param goodwill good experiences
     * @param advocacy recommendations
     * @param engagement taking part
     * @param ratings rated satisfaction above and below the middle
     * @param keptWord promises kept less promises broken
     * @param cancelled purchases undone or returned
     * @param bought purchases
     */
    public record Weights(
            @Nullable DecayedSum goodwill,
            @Nullable DecayedSum advocacy,
            @Nullable DecayedSum engagement,
            @Nullable DecayedSum ratings,
            @Nullable DecayedSum keptWord,
            @Nullable DecayedSum cancelled,
            @Nullable DecayedSum bought) {}

    /**
     * The purchases.
     *
     * @param count how many
     * @param days on how many different days in UTC
     * @param first when the first was
     * @param last when the latest was
     * @param lastId the event of the latest
     * @param valued how many carried an amount in {@code currency}
     * @param totalMinorUnits what these came to, in the currency's minor unit
     * @param currency of the first amount; null when no amount was given
     * @param otherCurrency how many carried an amount in another currency
     */
    public record Bought(
            long count,
            long days,
            Instant first,
            Instant last,
            EventId lastId,
            long valued,
            long totalMinorUnits,
            @Nullable Currency currency,
            long otherCurrency) {}
}
