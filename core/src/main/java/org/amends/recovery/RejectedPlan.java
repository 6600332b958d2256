package org.amends.recovery;

import java.util.List;

/**
 * An alternative that was not chosen.
 *
 * @param name what kind of alternative it is, for example {@code money_only}
 * @param elements in the order in which they would be done
 * @param cost its money in the currency's main unit
 * @param reason why not
 */
public record RejectedPlan(String name, List<PlanElement> elements, double cost, PlanEffect effect, PlanReason reason) {
    public RejectedPlan {
        elements = List.copyOf(elements);
    }
}
