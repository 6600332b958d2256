package org.amends.recovery;

import java.util.List;
import org.amends.event.Want;
import org.amends.policy.FailureType;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.amends.policy.RemedyProfile;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Grievance;
import org.amends.relationship.Plight;

/**
 * What a plan is expected to do, by justice dimension: what was given, matched to what was lost; how the customer is treated; how it
 * is handled. What the three weigh depends on what was lost (Gelbrich and Roschk 2011: interactional weighs more where it was not
 * money) and on what is wanted (Krapfel 1985).
 */
final class Valuation {

    /** Studies of the same dimension differ widely (Orsingher et al. 2010: r from .06 to .97), so the interval is wide. */
    private static final double LEAST = 0.5;

    private static final double MOST = 1.3;

    private final Policy policy;
    private final Plight plight;

    Valuation(Policy policy, Plight plight) {
        this.policy = policy;
        this.plight = plight;
    }

    PlanEffect of(List<PlanElement> elements) {
        double distributive = 1;
        double interactional = 1;
        double procedural = 1;
        boolean words = false;
        for (PlanElement each : elements) {
            RemedyProfile remedy = policy.remedy(each.element());
            distributive *= 1 - remedy.distributive() * fit(each);
            interactional *= 1 - remedy.interactional();
            procedural *= 1 - remedy.procedural();
            words |= remedy.interactional() >= 0.5;
        }
        distributive = 1 - distributive;
        interactional = 1 - interactional;
        procedural = 1 - procedural;
        double quality = quality(distributive, interactional, procedural, words);
        return effect(distributive, interactional, procedural, quality, Plan.cost(elements));
    }

    private double quality(double distributive, double interactional, double procedural, boolean words) {
        Grievance current = plight.current();
        double forThings = policy.get(Parameter.DISTRIBUTIVE);
        double forManners = policy.get(Parameter.INTERACTIONAL);
        double forHandling = policy.get(Parameter.PROCEDURAL);
        if (current != null) {
            boolean attention = current.type() == FailureType.ATTENTION;
            double respect = switch (current.want()) {
                case ESTEEM -> 2.5;
                case BOTH -> 1.3;
                case UNKNOWN -> attention ? 1.6 : 1;
                case ECONOMIC -> 0.6;
            };
            forManners *= respect;
            forThings /= respect;
        }
        double weights = forThings + forManners + forHandling;
        double quality = weights == 0
                ? 0
                : (forThings * distributive + forManners * interactional + forHandling * procedural) / weights;
        // Money with words does about twice what money alone does (CCMC 2015).
        return words || current == null ? quality : quality * policy.get(Parameter.MONEY_ALONE);
    }

    /** Money on top does the more, the larger it is against its unit, with what is beyond twice the unit doing little. */
    private double fit(PlanElement each) {
        Double amount = each.amount();
        if (each.owed() || amount == null) {
            return 1;
        }
        double loss = 0;
        for (Grievance grievance : plight.grievances()) {
            loss += grievance.loss();
        }
        double unit = Math.max(1e-9, policy.get(Parameter.GESTURE_AMOUNT) + policy.get(Parameter.GESTURE_SHARE) * loss);
        double wanted = Sequence.onlyRedress(plight) || !wantsRespect() ? 1 : policy.get(Parameter.ESTEEM_OFFER);
        return wanted * (1 - StrictMath.exp(-amount / unit));
    }

    private boolean wantsRespect() {
        Grievance current = plight.current();
        return current != null && (current.want() == Want.ESTEEM || current.type() == FailureType.ATTENTION);
    }

    private PlanEffect effect(
            double distributive, double interactional, double procedural, double quality, double cost) {
        Diagnosis now = plight.diagnosis();
        double stays = stays(now, quality);
        double calms = now.retaliationRisk() * 0.7 * quality;
        double worth = policy.get(Parameter.MENDED_WORTH) * stays
                + now.residualValue() * stays
                + policy.get(Parameter.RETALIATION_COST) * calms
                - cost;
        return new PlanEffect(
                distributive,
                interactional,
                procedural,
                quality,
                stays,
                stays(now, quality * LEAST),
                stays(now, Math.min(1, quality * MOST)),
                calms,
                worth);
    }

    /** By how much leaving becomes less probable when this share of what can be undone is undone. */
    private double stays(Diagnosis now, double quality) {
        double logit = logit(now.leaveProbability());
        return now.leaveProbability() - probability(logit - quality * plight.recoverable());
    }

    private static double logit(double probability) {
        double inside = Math.min(1 - 1e-12, Math.max(1e-12, probability));
        return StrictMath.log(inside / (1 - inside));
    }

    private static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
