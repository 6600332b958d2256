package org.amends.relationship;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.amends.event.CustomerId;
import org.amends.event.Tier;
import org.amends.failure.Episode;
import org.jspecify.annotations.Nullable;

/**
 * The state of one customer's relationship with one brand: what the fold over its events has kept.
 *
 * @param customer whose
 * @param brand with which; null when there is one only
 * @param firstSeen when it began
 * @param lastSeen the latest event
 * @param standing where it stands
 * @param turn the event that brought it there; null while it was never anything but active
 * @param tier membership
 * @param purchases null before the first
 * @param goodwill good experiences, each fading with the goodwill half-life
 * @param advocacy recommendations, fading likewise
 * @param engagement taking part, fading likewise
 * @param ratings the sum of rated satisfaction above and below the middle, fading likewise
 * @param keptWord promises kept less promises broken, fading likewise
 * @param cancelled purchases undone or returned, fading with the complaint half-life
 * @param bought purchases, fading with the complaint half-life; what {@code cancelled} is compared with
 * @param lastAttention when the company last gave attention that was not a sales message; null when never seen
 * @param episodes failures and complaints, oldest first
 * @param smallIssues open issues of which only the age is known
 * @param competitorSignals signs of looking elsewhere, oldest first
 * @param criticisms public criticism, oldest first
 * @param preferences what the customer made known
 * @param successfulComplaints earlier complaints that ended well and are not among the episodes
 * @param vulnerable a vulnerable customer
 * @param stated the bond as somebody states it; null to read it from the history
 */
public record Relationship(
        CustomerId customer,
        @Nullable String brand,
        Instant firstSeen,
        Instant lastSeen,
        Standing standing,
        @Nullable Turn turn,
        Tier tier,
        @Nullable Purchases purchases,
        DecayedSum goodwill,
        DecayedSum advocacy,
        DecayedSum engagement,
        DecayedSum ratings,
        DecayedSum keptWord,
        DecayedSum cancelled,
        DecayedSum bought,
        @Nullable Instant lastAttention,
        List<Episode> episodes,
        List<SmallIssue> smallIssues,
        List<Sign> competitorSignals,
        List<Sign> criticisms,
        Set<String> preferences,
        int successfulComplaints,
        boolean vulnerable,
        @Nullable Bond stated) {

    public Relationship {
        episodes = List.copyOf(episodes);
        smallIssues = List.copyOf(smallIssues);
        competitorSignals = List.copyOf(competitorSignals);
        criticisms = List.copyOf(criticisms);
        preferences = Collections.unmodifiableSortedSet(new TreeSet<>(preferences));
    }

    /** Whether the customer has left or was parted from, so that the question is of coming back. */
    public boolean over() {
        return standing == Standing.LEFT || standing == Standing.PARTED || standing == Standing.ERASED;
    }
}
