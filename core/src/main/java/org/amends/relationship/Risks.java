package org.amends.relationship;

import java.util.List;
import org.amends.event.Want;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;

/** What a customer may do besides leaving: retaliate, withdraw, speak up, expect, claim more than their due. */
final class Risks {

    /** A loss at which two thirds of the effect of a very large one are reached, in the currency's main unit. */
    static final double NOTABLE_LOSS = 150;

    private final Circumstances circumstances;
    private final Relationship relationship;
    private final Bond bond;
    private final List<Injury> injuries;
    private final @Nullable Injury current;
    private final @Nullable Double promisedDays;

    Risks(Circumstances circumstances, List<Injury> injuries, @Nullable Double promisedDays) {
        this.circumstances = circumstances;
        this.relationship = circumstances.relationship();
        this.bond = circumstances.bond();
        this.injuries = injuries;
        this.current = Injuries.current(injuries);
        this.promisedDays = promisedDays;
    }

    double retaliation() {
        double logit = get(Parameter.RETALIATION_INTERCEPT)
                + get(Parameter.RETALIATION_SELF_RELEVANCE) * bond.selfRelevance()
                - get(Parameter.RETALIATION_TRUST) * bond.trust() * (1 - 0.8 * bond.selfRelevance())
                - get(Parameter.RETALIATION_GOODWILL) * circumstances.goodwillShare();
        if (relationship.over()) {
            logit += get(Parameter.RETALIATION_AFTER_EXIT) * bond.selfRelevance();
        }
        logit += anger() + handling();
        double halfLife = get(Parameter.REVENGE_HALF_LIFE);
        for (Sign sign : relationship.criticisms()) {
            logit += get(Parameter.RETALIATION_PUBLIC)
                    * sign.strength()
                    * Decay.remaining(circumstances.daysSince(sign.at()), halfLife);
        }
        return Decay.probability(logit);
    }

    /** What was done to them: it falls with time, slower in strong relationships. */
    private double anger() {
        double anger = 0;
        double betrayal = 0;
        double deviation = 0;
        for (Injury injury : injuries) {
            double fading = revenge(injury);
            double blame = injury.controllable() ? 1 : get(Parameter.RETALIATION_UNCONTROLLABLE);
            anger += injury.severity() * blame * fading * (1 - 0.7 * injury.undone());
            betrayal += injury.freshBreach() * rancour(injury) * (1 - 0.7 * injury.undoneBreach());
            deviation =
                    Math.max(deviation, injury.failedRecovery() ? (0.5 + 0.5 * injury.severity()) * blame * fading : 0);
        }
        double captive = circumstances.situation().switchingCost() == SwitchingCost.HIGH
                ? get(Parameter.RETALIATION_CAPTIVITY) * Math.min(1, anger)
                : 0;
        double issues = relationship.smallIssues().size();
        return get(Parameter.RETALIATION_ANGER) * 1.6 * Decay.saturating(anger, 1.6)
                + get(Parameter.RETALIATION_BETRAYAL) * betrayal
                + get(Parameter.RETALIATION_DEVIATION) * deviation
                + captive
                + 0.1 * StrictMath.log1p(issues);
    }

    /** How they were treated over what is current. */
    private double handling() {
        Injury now = current;
        if (now == null) {
            return 0;
        }
        double logit = get(Parameter.RETALIATION_HOSTILITY) * now.rage() * revenge(now) * (1 - 0.5 * now.undone());
        if (now.want() == Want.ESTEEM || now.want() == Want.BOTH) {
            logit += get(Parameter.RETALIATION_ESTEEM) * (now.want() == Want.BOTH ? 0.7 : 1) * revenge(now);
        }
        Double waited = now.waitedDays();
        if (waited != null) {
            double scale = get(Parameter.REPLY_DELAY_SCALE);
            double slow = StrictMath.log1p(waited / scale) / StrictMath.log1p(30 / scale);
            logit += get(Parameter.RETALIATION_DELAY) * slow * (0.3 + 0.7 * now.severity()) * revenge(now);
            if (late(waited)) {
                logit += 0.5 * get(Parameter.RETALIATION_DEVIATION) * (0.4 + 0.6 * now.severity());
            }
        }
        return logit;
    }

    private double revenge(Injury injury) {
        return Decay.remaining(injury.ageDays(), slowed(Parameter.REVENGE_HALF_LIFE));
    }

    /** What is left of the wish to get even for a breach of trust: it outlasts anger, longest where the tie was strong. */
    private double rancour(Injury injury) {
        return Decay.remaining(injury.ageDays(), slowed(Parameter.BETRAYAL_HALF_LIFE));
    }

    private double slowed(Parameter halfLife) {
        return get(halfLife) * (1 + get(Parameter.REVENGE_SLOWDOWN) * circumstances.strength());
    }

    /** Withdrawal: it rises with time after what is not undone, faster in strong relationships. */
    double avoidance() {
        double halfTime = get(Parameter.AVOIDANCE_HALF_TIME) / (1 + circumstances.strength());
        double kept = 1;
        for (Injury injury : injuries) {
            double risen = 1 - Decay.remaining(injury.ageDays(), halfTime);
            kept *= 1 - injury.severity() * (0.3 + 0.7 * risen) * (1 - injury.undone());
        }
        return 1 - kept;
    }

    double complaintPropensity() {
        double logit = get(Parameter.VOICE_INTERCEPT)
                + get(Parameter.VOICE_LOYALTY) * circumstances.strength()
                + get(Parameter.VOICE_SUCCESS) * doublings(relationship.successfulComplaints() + recovered())
                + get(Parameter.VOICE_ISSUES)
                        * doublings(relationship.smallIssues().size());
        if (circumstances.situation().switchingCost() == SwitchingCost.HIGH) {
            logit += get(Parameter.VOICE_CAPTIVITY);
        }
        logit += switch (circumstances.situation().substitutes()) {
            case NONE -> get(Parameter.VOICE_SUBSTITUTES);
            case FEW -> 0;
            case MANY -> -get(Parameter.VOICE_SUBSTITUTES);
        };
        logit -= relationship.vulnerable() ? get(Parameter.VOICE_LACK_OF_MEANS) : 0;
        logit -= relationship.over() ? get(Parameter.VOICE_LEFT) : 0;
        Injury now = current;
        if (now != null) {
            double fading = Decay.remaining(now.ageDays(), get(Parameter.COMPLAINT_HALF_LIFE));
            double open = (now.open() ? 1 : 0.5) * (1 - 0.5 * now.undone());
            logit += fading
                    * open
                    * (get(Parameter.VOICE_SEVERITY) * now.severity()
                            + get(Parameter.VOICE_LOSS)
                                    * Decay.saturating(now.episode().loss(), NOTABLE_LOSS)
                            + (now.controllable() ? get(Parameter.VOICE_CONTROLLABLE) : 0)
                            + get(Parameter.VOICE_HOSTILITY) * now.rage());
            logit += now.unvoiced() ? 0 : get(Parameter.VOICE_VOICED);
        }
        return Decay.probability(logit);
    }

    double expectation() {
        return expectation(current == null ? 0 : current.rage());
    }

    /** The same as a calm customer would expect. */
    double dueExpectation() {
        return expectation(0);
    }

    private double expectation(double rage) {
        double logit = get(Parameter.EXPECT_INTERCEPT)
                + get(Parameter.EXPECT_TIER) * circumstances.standingLevel()
                + get(Parameter.EXPECT_TENURE) * circumstances.longStanding()
                + get(Parameter.EXPECT_SELF_RELEVANCE) * bond.selfRelevance()
                + get(Parameter.EXPECT_SUCCESS) * doublings(relationship.successfulComplaints() + recovered());
        Injury now = current;
        if (now != null) {
            logit += get(Parameter.EXPECT_SEVERITY) * now.severity()
                    + get(Parameter.EXPECT_LOSS)
                            * Decay.saturating(now.episode().loss(), NOTABLE_LOSS)
                    + (now.controllable() ? get(Parameter.EXPECT_CONTROLLABLE) : 0)
                    + get(Parameter.EXPECT_HOSTILITY) * rage
                    + (deviated() ? get(Parameter.EXPECT_DEVIATION) : 0);
            Double waited = now.waitedDays();
            if (waited != null) {
                logit += waiting(waited, now) + (late(waited) ? get(Parameter.EXPECT_PROMISE) : 0);
            }
        }
        return Decay.probability(logit);
    }

    /** Nothing inside the zone of tolerance, then an inverted U; relational customers wait longer and then ask for more. */
    private double waiting(double waitedDays, Injury now) {
        double tolerance = get(Parameter.EXPECT_TOLERANCE) * (0.5 + circumstances.strength());
        double peak = Math.max(tolerance + 1, get(Parameter.EXPECT_PEAK));
        double beyond = (waitedDays - tolerance) / (peak - tolerance);
        if (beyond <= 0) {
            return 0;
        }
        boolean oneMessage = now.episode().updated() != now.episode().explained();
        return get(Parameter.EXPECT_WAIT)
                * beyond
                * StrictMath.exp(1 - beyond)
                * (0.6 + 0.8 * circumstances.strength())
                * (oneMessage ? 1 - get(Parameter.EXPECT_ONE_MESSAGE) : 1);
    }

    /** Lower in relationships and under fair handling; how generous the company is plays no part. */
    double opportunism() {
        double unfair = 0;
        for (Injury injury : injuries) {
            unfair = Math.max(
                    unfair, injury.failedRecovery() ? 1 : injury.profile().unfairness() * (1 - injury.undone()));
        }
        return Decay.probability(get(Parameter.CLAIM_INTERCEPT)
                - get(Parameter.CLAIM_RELATIONSHIP) * circumstances.strength()
                + get(Parameter.CLAIM_FAIRNESS) * unfair);
    }

    boolean deviated() {
        for (Injury injury : injuries) {
            if (injury.failedRecovery()) {
                return true;
            }
        }
        return false;
    }

    /** A recovery that failed, or an answer that was promised for a day and did not come by it. */
    boolean doublyDeviated() {
        Double waited = current == null ? null : current.waitedDays();
        return deviated() || (waited != null && late(waited));
    }

    boolean late(double waitedDays) {
        return promisedDays != null && waitedDays > promisedDays;
    }

    /** Complaints of this history that ended well. */
    private int recovered() {
        int well = 0;
        for (Injury injury : injuries) {
            Double quality = injury.quality();
            well += quality != null
                            && quality >= 0.6
                            && !injury.failedRecovery()
                            && injury.episode().attempt() != null
                    ? 1
                    : 0;
        }
        return well;
    }

    private static double doublings(int count) {
        return StrictMath.log1p(count);
    }

    private double get(Parameter parameter) {
        return circumstances.get(parameter);
    }
}
