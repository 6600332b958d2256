package org.amends.insight.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.insight.base.PurchaseHistory;
import org.amends.policy.Policy;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.jspecify.annotations.Nullable;

/**
 * The past, split by time and never by chance: what was known until a moment, and whether a purchase followed in the window
 * after it.
 *
 * @param at until when things are known; events at or after it are not
 * @param horizon how long the window after it is
 */
public record TimeSplit(Instant at, Duration horizon) {

    private static final long SECONDS_A_DAY = 86_400;
    private static final double DAYS_A_WEEK = 7;

    public TimeSplit {
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("horizon must be positive but was %s.".formatted(horizon));
        }
    }

    /** The same split one horizon earlier: what could have been learned before this one. */
    public TimeSplit earlier() {
        return new TimeSplit(at.minus(horizon), horizon);
    }

    /** The end of the window. */
    public Instant end() {
        return at.plus(horizon);
    }

    /** The horizon in weeks, the unit of the base models here. */
    public double horizonWeeks() {
        return horizon.toMillis() / (SECONDS_A_DAY * 1000.0 * DAYS_A_WEEK);
    }

    /**
     * Where one customer stood at the split.
     *
     * @param events all of the customer, in any order, repetitions included
     * @return null when no purchase was known by then
     */
    public @Nullable Standpoint standpoint(Collection<? extends Event> events, Policy policy) {
        List<Event> known = new ArrayList<>();
        Set<EventId> taken = new HashSet<>();
        boolean silent = true;
        for (Event event : events.stream().sorted(RelationshipFold.ORDER).toList()) {
            if (taken.add(event.id())) {
                if (event.time().isBefore(at)) {
                    known.add(event);
                } else if (event instanceof Event.Purchase && event.time().isBefore(end())) {
                    silent = false;
                }
            }
        }
        if (known.isEmpty()) {
            return null;
        }
        Relationship relationship = RelationshipFold.replay(known, policy);
        Purchases purchases = relationship.purchases();
        return purchases == null
                ? null
                : new Standpoint(
                        relationship, history(known, purchases), purchases.total(), daysSilent(purchases), silent);
    }

    /** Purchase days; those before an erasure are forgotten with everything else. */
    private PurchaseHistory history(List<Event> known, Purchases purchases) {
        TreeSet<Long> days = new TreeSet<>();
        for (Event event : known) {
            if (event instanceof Event.Purchase && !event.time().isBefore(purchases.first())) {
                days.add(day(event.time()));
            }
        }
        double first = days.first();
        return new PurchaseHistory(
                days.size() - 1, (days.last() - first) / DAYS_A_WEEK, (day(at) - first) / DAYS_A_WEEK);
    }

    private double daysSilent(Purchases purchases) {
        return Duration.between(purchases.last(), at).toMillis() / (SECONDS_A_DAY * 1000.0);
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY);
    }
}
