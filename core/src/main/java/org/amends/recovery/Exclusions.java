package org.amends.recovery;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.FailureKind;
import org.amends.event.Want;
import org.amends.policy.FailureType;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.amends.relationship.Grievance;
import org.amends.relationship.Plight;

/** What must not be done about a relationship, whatever the plan. */
final class Exclusions {

    private final Policy policy;
    private final Plight plight;

    Exclusions(Policy policy, Plight plight) {
        this.policy = policy;
        this.plight = plight;
    }

    List<Excluded> of(boolean parts) {
        List<Excluded> excluded = new ArrayList<>();
        if (parts) {
            excluded.add(new Excluded(Exclusion.WIN_BACK_OFFER, PlanReason.WIN_BACK_HURTS));
            excluded.add(new Excluded(Exclusion.MARKETING_CONTACT, PlanReason.PARTING));
        } else if (!plight.grievances().isEmpty() || plight.smallIssues() > 0) {
            excluded.add(new Excluded(Exclusion.MARKETING_CONTACT, PlanReason.SOMETHING_OPEN));
        }
        words(excluded);
        money(excluded);
        overcompensation(excluded);
        return excluded;
    }

    private void words(List<Excluded> excluded) {
        boolean worn = any(Grievance::deviated);
        boolean loss = any(each -> each.loss() > 0 || each.type() == FailureType.MONETARY);
        boolean thing = any(each -> each.type() == FailureType.PRODUCT);
        boolean redress = any(each -> each.current() && (each.want() == Want.ECONOMIC || each.want() == Want.BOTH));
        if (worn) {
            excluded.add(new Excluded(Exclusion.APOLOGY_ONLY, PlanReason.WORDS_WORN_OUT));
        } else if (loss || thing || redress) {
            excluded.add(new Excluded(Exclusion.APOLOGY_ONLY, PlanReason.LOSS_STANDS));
        }
    }

    private void money(List<Excluded> excluded) {
        boolean betrayed = any(each -> each.betrayal() >= 0.5);
        boolean respect = any(each -> each.type() == FailureType.ATTENTION
                || (each.current() && (each.want() == Want.ESTEEM || each.want() == Want.BOTH)));
        if (any(Grievance::deviated)) {
            excluded.add(new Excluded(Exclusion.MONEY_ONLY, PlanReason.DOUBLE_DEVIATION));
        } else if (betrayed) {
            excluded.add(new Excluded(Exclusion.MONEY_ONLY, PlanReason.TRUST_BETRAYED));
        } else if (respect) {
            excluded.add(new Excluded(Exclusion.MONEY_ONLY, PlanReason.PERSON_HURT));
        }
    }

    private void overcompensation(List<Excluded> excluded) {
        Double offer = plight.offerRatio();
        boolean breach = any(each -> each.kind().equals(FailureKind.PRIVACY_BREACH));
        if (breach) {
            excluded.add(new Excluded(Exclusion.OVERCOMPENSATION, PlanReason.BREACH_EXPECTATION));
        } else if (offer != null && offer > policy.get(Parameter.OFFER_CAP)) {
            excluded.add(new Excluded(Exclusion.OVERCOMPENSATION, PlanReason.BEYOND_CAP));
        }
    }

    private boolean any(java.util.function.Predicate<Grievance> test) {
        return plight.grievances().stream().anyMatch(test);
    }
}
