package org.amends.insight.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.amends.event.CustomerId;
import org.amends.policy.Policy;

/**
 * Simulates customers one by one. A customer's life depends on the scenario, the policy's failure catalogue, the seed, the
 * time simulated and the customer's number, and on nothing else: lives can be made in any order, on any number of threads,
 * and more of them can be added without changing the first.
 */
public final class Simulator {

    private final Scenario scenario;
    private final Policy policy;
    private final long seed;
    private final long from;
    private final long to;
    private final CommonCauses causes;

    /**
     * @param from the first moment simulated
     * @param to the first moment not simulated, at least a day later
     * @throws IllegalArgumentException when {@code to} is not at least a day after {@code from}
     */
    public Simulator(Scenario scenario, Policy policy, long seed, Instant from, Instant to) {
        if (to.isBefore(from.plus(1, ChronoUnit.DAYS))) {
            throw new IllegalArgumentException(
                    "to must be at least a day after from but they were %s and %s.".formatted(to, from));
        }
        this.scenario = scenario;
        this.policy = policy;
        this.seed = seed;
        this.from = from.getEpochSecond();
        this.to = to.getEpochSecond();
        this.causes = new CommonCauses(scenario, seed, this.from, this.to);
    }

    /**
     * The life of one customer. Safe to call from several threads.
     *
     * @param number 0 for the first
     */
    public Life life(long number) {
        Traits who = Traits.drawn(scenario, seed, number, from, to);
        Walk walk = new Walk(scenario, policy, causes, customer(number), who, from, to);
        Surroundings surroundings = new Surroundings(walk, seed, number);
        Recovery recovery = new Recovery(walk, seed, number);
        Handling handling = new Handling(walk, recovery, seed, number);
        Shopping shopping = new Shopping(walk, handling, seed, number);
        Leaving leaving = new Leaving(walk, surroundings, recovery, seed, number);
        shopping.plan();
        surroundings.plan();
        leaving.plan();
        walk.run();
        return new Life(walk.told(), truth(walk, shopping, handling, recovery, leaving));
    }

    private static CustomerId customer(long number) {
        String digits = Long.toString(number + 1);
        return new CustomerId("c" + "0000000".substring(Math.min(7, digits.length())) + digits);
    }

    private Truth truth(Walk walk, Shopping shopping, Handling handling, Recovery recovery, Leaving leaving) {
        Traits who = walk.who;
        boolean grave = walk.wounds.stream().anyMatch(wound -> wound.severity >= 0.3);
        Instant lastFailure = walk.wounds.isEmpty()
                ? null
                : Instant.ofEpochSecond(
                        walk.wounds.stream().mapToLong(wound -> wound.at).max().orElseThrow());
        return new Truth(
                walk.customer(),
                who.language(),
                who.region(),
                Instant.ofEpochSecond(who.joined()),
                who.ratePerWeek(),
                Instant.ofEpochSecond(who.dropout()),
                leaving.leftAt(),
                leaving.reason(),
                leaving.returnedAt(),
                who.selfRelevance(),
                who.trust(),
                who.voice(),
                who.luck(),
                shopping.tier(),
                who.preference(),
                meanPurchase(who),
                walk.left ? 0 : expectedYear(who),
                shopping.purchases(),
                walk.wounds.size(),
                leaving.openIssues(),
                lastFailure,
                handling.complaints(),
                recovery.good(),
                grave && handling.complaints() == 0,
                who.neglectedFrom() < to,
                leaving.wouldHaveStayed());
    }

    /** The mean of a lognormal is above its median. */
    private double meanPurchase(Traits who) {
        double within = scenario.basket().spreadWithin();
        return who.meanPurchase() * StrictMath.exp(within * within / 2);
    }

    /** Rate times worth times the expected part of the year for which the customer stays. */
    private double expectedYear(Traits who) {
        double weeks = -StrictMath.expm1(-52 * who.dropoutPerWeek()) / who.dropoutPerWeek();
        return who.ratePerWeek() * meanPurchase(who) * weeks;
    }
}
