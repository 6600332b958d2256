package org.amends.recovery;

import java.util.List;
import org.amends.policy.Element;

/**
 * What to do about a relationship.
 *
 * @param parts whether the relationship is ended decently rather than recovered
 * @param elements in the order in which they are done; what is owed and what is a gesture are told apart
 * @param effect what it is expected to do
 * @param reasonsFor why this plan
 * @param reasonsAgainst what speaks against it all the same
 * @param rejected alternatives, the best first
 * @param excluded what must not be done
 */
public record Plan(
        boolean parts,
        List<PlanElement> elements,
        PlanEffect effect,
        List<PlanReason> reasonsFor,
        List<PlanReason> reasonsAgainst,
        List<RejectedPlan> rejected,
        List<Excluded> excluded) {

    public Plan {
        elements = List.copyOf(elements);
        reasonsFor = List.copyOf(reasonsFor);
        reasonsAgainst = List.copyOf(reasonsAgainst);
        rejected = List.copyOf(rejected);
        excluded = List.copyOf(excluded);
    }

    /** The money in it, in the currency's main unit. */
    public double cost() {
        return cost(elements);
    }

    static double cost(List<PlanElement> elements) {
        double sum = 0;
        for (PlanElement element : elements) {
            Double amount = element.amount();
            sum += amount == null ? 0 : amount;
        }
        return sum;
    }

    /** The position of the apology, counted from 1; one more than the last when there is none. */
    public int apologyRank() {
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i).element();
            if (element == Element.APOLOGY || element == Element.PERSONAL_APOLOGY) {
                return i + 1;
            }
        }
        return elements.size() + 1;
    }

    /** Whether it holds this element. */
    public boolean has(Element wanted) {
        return elements.stream().anyMatch(each -> each.element() == wanted);
    }
}
