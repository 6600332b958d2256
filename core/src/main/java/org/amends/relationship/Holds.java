package org.amends.relationship;

import java.util.List;
import org.amends.failure.Episode;
import org.amends.policy.Parameter;

/** How the relationship lives with nothing going wrong, and what holds it; for one that is over, what keeps it so. */
final class Holds {

    private final Circumstances circumstances;
    private final Bond bond;

    Holds(Circumstances circumstances) {
        this.circumstances = circumstances;
        this.bond = circumstances.bond();
    }

    void addTo(List<Contribution> contributions, BaseOutlook base, List<Injury> injuries) {
        boolean over = circumstances.relationship().over();
        if (over) {
            Harms.add(contributions, null, Cause.ABSENCE, absence(injuries));
        } else {
            Harms.add(contributions, null, Cause.HABIT, Decay.logit(base.endOnRhythm()));
        }
        Harms.add(contributions, null, Cause.GOODWILL, -circumstances.goodwill());
        Harms.add(contributions, null, Cause.TRUST, -get(Parameter.TRUST_HOLD) * (2 * bond.trust() - 1));
        double selfRelevance = over
                ? get(Parameter.LEFT_SELF_RELEVANCE) * bond.selfRelevance()
                : -get(Parameter.SELF_RELEVANCE_HOLD) * (2 * bond.selfRelevance() - 1);
        Harms.add(contributions, null, Cause.SELF_RELEVANCE, selfRelevance);
        Harms.add(contributions, null, Cause.MEMBERSHIP, -get(Parameter.TIER_HOLD) * circumstances.standingLevel());
        Harms.add(contributions, null, Cause.ALTERNATIVES, alternatives());
    }

    /** Whoever was once recovered well comes back more often. */
    private double absence(List<Injury> injuries) {
        boolean recovered = circumstances.relationship().successfulComplaints() > 0;
        for (Injury injury : injuries) {
            Episode episode = injury.episode();
            recovered |= episode.attempt() != null && injury.undone() > 0.3;
        }
        return get(Parameter.LEFT_INTERCEPT) - (recovered ? get(Parameter.LEFT_RECOVERED) : 0);
    }

    private double alternatives() {
        double substitutes = switch (circumstances.situation().substitutes()) {
            case NONE -> get(Parameter.NO_SUBSTITUTES);
            case FEW -> 0;
            case MANY -> get(Parameter.MANY_SUBSTITUTES);
        };
        return circumstances.situation().switchingCost() == SwitchingCost.HIGH
                ? substitutes + get(Parameter.HIGH_SWITCHING_COST)
                : substitutes;
    }

    private double get(Parameter parameter) {
        return circumstances.get(parameter);
    }
}
