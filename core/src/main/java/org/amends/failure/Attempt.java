package org.amends.failure;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.amends.event.EventId;
import org.amends.policy.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * What the company did to make one failure good, summed over the remedies given.
 *
 * @param last the event of the latest remedy, or of the feedback that tells of it
 * @param at when that was
 * @param money worth of what was given, in the currency's main unit
 * @param gaveMoney whether money or its worth was given at all
 * @param matched the failure types that were made good in kind
 * @param interactional 0 to 1: respect restored
 * @param judgedQuality 0 to 1: how well it was done by the company's own record, or null
 * @param felt 0 to 1: how the customer rated it, or null
 */
public record Attempt(
        @Nullable EventId last,
        Instant at,
        double money,
        boolean gaveMoney,
        Set<FailureType> matched,
        double interactional,
        @Nullable Double judgedQuality,
        @Nullable Double felt) {

    public Attempt {
        // In the order of the enum, so that the text of an attempt is the same in every run.
        matched = matched.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(matched));
    }

    /** An attempt of which only the felt quality is known. */
    public static Attempt felt(@Nullable EventId event, Instant at, double felt) {
        return new Attempt(event, at, 0, false, Set.of(), 0, null, felt);
    }

    Attempt rated(EventId event, Instant when, double score) {
        return new Attempt(event, when, money, gaveMoney, matched, interactional, judgedQuality, score);
    }
}
