package org.amends.recovery;

import java.util.List;
import org.amends.policy.Element;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Whether a second person must approve a plan. What is owed needs nobody's leave; gestures of money above a limit do. */
public final class Approval {

    /** Who decides. */
    public enum Role {
        AGENT,
        LEAD
    }

    /** Why a second person is needed. */
    public enum Ground {
        /** Gestures of money are above the limit of the role. */
        ABOVE_LIMIT,
        /** The relationship is ended. */
        PARTING,
        /** More is given than helps. */
        OVERCOMPENSATION
    }

    private Approval() {}

    /**
     * Why a second person must approve these elements, or null when whoever chose them may decide alone.
     *
     * @param loss what the customer lost, in the currency's main unit; 0 when not known
     */
    public static @Nullable Ground needed(Policy policy, Role role, List<PlanElement> elements, double loss) {
        double gestures = 0;
        double money = 0;
        for (PlanElement each : elements) {
            Double amount = each.amount();
            // Who was kept from leaving is owed the way out; that is no parting of ours.
            if (each.element() == Element.CLEAN_EXIT && !each.owed()) {
                return Ground.PARTING;
            }
            money += amount == null ? 0 : amount;
            gestures += amount == null || each.owed() ? 0 : amount;
        }
        if (loss > 0 && gestures > 0 && money > policy.get(Parameter.OFFER_CAP) * loss * (1 + 1e-9)) {
            return Ground.OVERCOMPENSATION;
        }
        Parameter limit = role == Role.LEAD ? Parameter.APPROVAL_LEAD : Parameter.APPROVAL_AGENT;
        return gestures > policy.get(limit) ? Ground.ABOVE_LIMIT : null;
    }

    /** Whether somebody of this role may be the second person: an agent only for what an agent could give alone. */
    public static boolean maySecond(Policy policy, Role role, List<PlanElement> elements) {
        double gestures = 0;
        for (PlanElement each : elements) {
            Double amount = each.amount();
            gestures += amount == null || each.owed() ? 0 : amount;
        }
        return role == Role.LEAD || gestures <= policy.get(Parameter.APPROVAL_AGENT);
    }
}
