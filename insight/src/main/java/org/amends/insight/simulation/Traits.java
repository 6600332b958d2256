package org.amends.insight.simulation;

import java.util.List;
import org.amends.insight.simulation.Chance.Stream;
import org.amends.insight.simulation.Scenario.Rhythm;
import org.amends.insight.simulation.Scenario.Share;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer is, before anything happens. Times are seconds since 1970, UTC.
 *
 * @param language ISO 639-1
 * @param region 0 to {@link CommonCauses#REGIONS} - 1
 * @param joined first purchase
 * @param ratePerWeek purchases a week
 * @param dropoutPerWeek rate of stopping for reasons of their own
 * @param dropout when they would
 * @param meanPurchase main currency units
 * @param selfRelevance 0 to 1
 * @param trust 0 to 1
 * @param voice logit by which they speak up more readily than most
 * @param patienceDays before they ask again
 * @param luck times as many failures as most
 * @param preference or null
 * @param neglectedFrom when the company forgets them; {@link Long#MAX_VALUE} for never
 */
record Traits(
        String language,
        int region,
        long joined,
        double ratePerWeek,
        double dropoutPerWeek,
        long dropout,
        double meanPurchase,
        double selfRelevance,
        double trust,
        double voice,
        double patienceDays,
        double luck,
        @Nullable String preference,
        long neglectedFrom) {

    private static final double WEEK = 7.0 * Walk.DAY;

    static Traits drawn(Scenario scenario, long seed, long customer, long from, long to) {
        Chance chance = Chance.of(seed, customer, Stream.TRAITS);
        Rhythm rhythm = scenario.rhythm();
        double days = (to - from) / (double) Walk.DAY;
        double joinDay = chance.happens(rhythm.founders())
                ? chance.between(0, Math.min(42, days))
                : chance.between(0, Math.max(1, days - 10));
        long joined = Math.min(Shopping.daytime(from + (long) (joinDay * Walk.DAY), chance), to - 1);
        double rate = rhythm.billingDays() > 0
                ? 7 / rhythm.billingDays()
                : Math.max(1e-6, chance.gamma(rhythm.rateShape()) / rhythm.rateScaleWeeks());
        double dropoutRate = Math.max(1e-9, chance.gamma(rhythm.dropoutShape()) / rhythm.dropoutScaleWeeks());
        double lifetimeSeconds = chance.exponential(1 / dropoutRate) * WEEK;
        return new Traits(
                drawn(scenario.languages(), chance),
                chance.below(CommonCauses.REGIONS),
                joined,
                rate,
                dropoutRate,
                joined + (long) Math.min(lifetimeSeconds, 100 * 52 * WEEK),
                chance.lognormal(scenario.basket().median(), scenario.basket().spreadOverCustomers()),
                chance.beta(1.4, 3),
                chance.beta(5, 2.5),
                scenario.voice().spread() * chance.gaussian(),
                chance.lognormal(3, 0.6),
                chance.gamma(scenario.troubles().luckShape())
                        / scenario.troubles().luckShape(),
                chance.happens(scenario.wishes().stated())
                        ? drawn(scenario.wishes().kinds(), chance)
                        : null,
                chance.happens(scenario.attention().neglected())
                        ? joined + (long) (chance.between(0, 200) * Walk.DAY)
                        : Long.MAX_VALUE);
    }

    static String drawn(List<Share> shares, Chance chance) {
        double sum = 0;
        for (Share share : shares) {
            sum += share.weight();
        }
        double left = chance.unit() * sum;
        for (Share share : shares) {
            left -= share.weight();
            if (left < 0) {
                return share.name();
            }
        }
        return shares.getLast().name();
    }
}
