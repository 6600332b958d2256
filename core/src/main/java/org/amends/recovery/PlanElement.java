package org.amends.recovery;

import org.amends.policy.Element;
import org.jspecify.annotations.Nullable;

/**
 * One element of a plan.
 *
 * @param amount its money in the currency's main unit, or null where it is no money
 * @param owed whether it is due whatever the customer is worth; otherwise a gesture
 * @param reason why it is in the plan
 */
public record PlanElement(Element element, @Nullable Double amount, boolean owed, PlanReason reason) {

    /** @throws IllegalArgumentException when the amount is negative */
    public PlanElement {
        if (amount != null && !(amount >= 0)) {
            throw new IllegalArgumentException("amount must not be negative but was %s.".formatted(amount));
        }
    }
}
