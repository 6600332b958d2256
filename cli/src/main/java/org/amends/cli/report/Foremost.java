package org.amends.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.amends.event.CustomerId;
import org.amends.story.Story;

/**
 * The foremost few of many stories, in bounded memory. A story is built only when it gets in. Ties go by customer id, so that
 * the order of arrival does not matter.
 */
final class Foremost {

    /** What a list is ordered by: greater first, then greater second, then the lesser customer id. */
    record Rank(double first, double second, CustomerId customer) {}

    private record Ranked(Rank rank, Story story) {}

    private static final Comparator<Rank> FOREMOST_FIRST = Comparator.comparingDouble(Rank::first)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Rank::second).reversed())
            .thenComparing(Rank::customer);

    private final int most;
    private final PriorityQueue<Ranked> hindmostFirst =
            new PriorityQueue<>(Comparator.comparing(Ranked::rank, FOREMOST_FIRST.reversed()));

    Foremost(int most) {
        this.most = most;
    }

    void offer(Rank rank, Supplier<Story> story) {
        if (hindmostFirst.size() < most) {
            hindmostFirst.add(new Ranked(rank, story.get()));
        } else if (FOREMOST_FIRST.compare(rank, hindmostFirst.element().rank()) < 0) {
            hindmostFirst.remove();
            hindmostFirst.add(new Ranked(rank, story.get()));
        }
    }

    void offerAll(Foremost other) {
        for (Ranked ranked : other.hindmostFirst) {
            offer(ranked.rank(), ranked::story);
        }
    }

    /** The stories, foremost first. */
    List<Story> stories() {
        return hindmostFirst.stream()
                .sorted(Comparator.comparing(Ranked::rank, FOREMOST_FIRST))
                .map(Ranked::story)
                .toList();
    }
}
