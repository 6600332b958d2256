package org.amends.relationship;

import java.time.Instant;
import org.amends.event.Tier;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;

/**
 * One relationship at one moment, as every part of the diagnosis sees it.
 *
 * @param policy the numbers
 * @param relationship the state
 * @param situation the moment and the market
 * @param bond self-relevance and trust
 * @param tenureYears since the first event
 * @param longStanding 0 to 1: tenure, half at the policy's scale
 * @param standingLevel 0, 0.5 or 1: membership
 * @param strength 0 to 1: how strong the relationship is, taking trust, self-relevance, tenure and membership together
 * @param ease how readily harm turns into leaving, given alternatives and the cost of switching; 1 in the middle
 * @param goodwill what good experiences hold, in logits: each offsets a fifth of a middling failure, up to the ceiling
 */
record Circumstances(
        Policy policy,
        Relationship relationship,
        Situation situation,
        Bond bond,
        double tenureYears,
        double longStanding,
        double standingLevel,
        double strength,
        double ease,
        double goodwill) {

    private static final double DAYS_A_YEAR = 365.25;

    static Circumstances of(Relationship relationship, Situation situation, Policy policy) {
        double years = Decay.days(relationship.firstSeen(), situation.now()) / DAYS_A_YEAR;
        double longStanding = years / (years + policy.get(Parameter.TENURE_SCALE));
        double level = level(relationship.tier());
        Bond stated = relationship.stated();
        Bond bond = stated != null ? stated : told(relationship, situation.now(), policy, longStanding, level);
        return new Circumstances(
                policy,
                relationship,
                situation,
                bond,
                years,
                longStanding,
                level,
                strength(bond, longStanding, level),
                ease(situation, policy),
                goodwill(relationship, situation.now(), policy));
    }

    double get(Parameter parameter) {
        return policy.get(parameter);
    }

    Instant now() {
        return situation.now();
    }

    /** 0 to 1: goodwill as a share of the most that there can be. */
    double goodwillShare() {
        return Math.min(1, goodwill / Math.max(1e-9, get(Parameter.GOODWILL_CEILING)));
    }

    /** Days from a moment until now. */
    double daysSince(Instant moment) {
        return Decay.days(moment, situation.now());
    }

    private static double strength(Bond bond, double longStanding, double level) {
        return 0.3 * bond.trust() + 0.3 * bond.selfRelevance() + 0.25 * longStanding + 0.15 * level;
    }

    private static double ease(Situation situation, Policy policy) {
        double alternatives = switch (situation.substitutes()) {
            case NONE -> policy.get(Parameter.EASE_WITHOUT_SUBSTITUTES);
            case FEW -> 1;
            case MANY -> policy.get(Parameter.EASE_WITH_MANY_SUBSTITUTES);
        };
        return situation.switchingCost() == SwitchingCost.HIGH
                ? alternatives * policy.get(Parameter.EASE_AT_HIGH_COST)
                : alternatives;
    }

    private static double goodwill(Relationship relationship, Instant now, Policy policy) {
        double moments = relationship.goodwill().at(now, policy.get(Parameter.GOODWILL_HALF_LIFE));
        double middling =
                policy.get(Parameter.ACUTE_HARM) * StrictMath.pow(0.5, policy.get(Parameter.SEVERITY_EXPONENT));
        double ceiling = policy.get(Parameter.GOODWILL_CEILING);
        return ceiling == 0
                ? 0
                : ceiling * Decay.saturating(moments * middling / policy.get(Parameter.NEGATIVITY), ceiling);
    }

    private static double level(Tier tier) {
        return switch (tier) {
            case NONE -> 0;
            case SILVER -> 0.5;
            case GOLD -> 1;
        };
    }

    /**
     * The bond as the history tells it. Recommending and taking part show self-relevance; ratings and kept promises show trust.
     * Nothing seen is little self-relevance and middling trust.
     */
    private static Bond told(Relationship relationship, Instant now, Policy policy, double longStanding, double level) {
        double halfLife = policy.get(Parameter.GOODWILL_HALF_LIFE);
        double selfRelevance = 0.15
                + 0.4 * Decay.saturating(relationship.advocacy().at(now, halfLife), 2)
                + 0.2 * Decay.saturating(relationship.engagement().at(now, halfLife), 6)
                + 0.1 * level
                + 0.15 * longStanding;
        double ratings = relationship.ratings().at(now, halfLife);
        double word = relationship.keptWord().at(now, halfLife);
        double trust = 0.5
                + 0.3 * Math.signum(ratings) * Decay.saturating(Math.abs(ratings), 2)
                + 0.15 * Math.signum(word) * Decay.saturating(Math.abs(word), 2);
        return new Bond(Math.min(1, selfRelevance), Math.min(1, Math.max(0, trust)));
    }
}
