package org.amends.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.amends.policy.Element;
import org.amends.policy.Policy;
import org.amends.relationship.Grievance;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, decided by rule, first and apart from everything else. It follows from what failed and what was lost, and from
 * nothing else: not from the customer's worth, standing, tone or tenure. What a failure owes is listed by its row of the policy's
 * failure catalogue. Grounds of the built-in rows: conformity of goods and digital services (Directives 2019/771 and 2019/770,
 * art. 13 and 14), undue payment, performance of the contract, data protection (GDPR, art. 33 and 34).
 *
 * <p>Three rules are the same under every policy. A loss is always owed, and once: the first element of money that is listed
 * carries it, and where none is listed the law's remedy does. A price is reduced only by a loss that is known; other money stands
 * without an amount until it is. Of repair and replacement one is owed.
 */
final class Owed {

    /** Below this severity a flawed thing is mended rather than exchanged. */
    private static final double MENDABLE = 0.3;

    /** What is given in money. */
    private static final Set<Element> MONEY =
            Set.of(Element.STATUTORY_REMEDY, Element.REFUND, Element.PRICE_REDUCTION, Element.COMPENSATION);

    private Owed() {}

    /**
     * The elements owed for these, without doubles; the loss is owed once.
     *
     * @param over whether the customer has left: who has is not served again and gets their money
     */
    static List<PlanElement> of(Policy policy, List<Grievance> grievances, boolean over) {
        List<PlanElement> owed = new ArrayList<>();
        for (Grievance grievance : grievances) {
            for (PlanElement element : of(policy, grievance)) {
                add(owed, element);
            }
        }
        if (over && owed.removeIf(each -> each.element() == Element.REDO_SERVICE)) {
            boolean paid = owed.stream().anyMatch(each -> MONEY.contains(each.element()));
            if (!paid) {
                owed.add(money(Element.REFUND, 0));
            }
        }
        return owed;
    }

    private static void add(List<PlanElement> owed, PlanElement next) {
        for (int i = 0; i < owed.size(); i++) {
            PlanElement had = owed.get(i);
            if (had.element() == next.element()) {
                Double sum = sum(had.amount(), next.amount());
                owed.set(i, new PlanElement(had.element(), sum, true, PlanReason.OWED));
                return;
            }
        }
        owed.add(next);
    }

    private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
        return one == null ? other : other == null ? one : (Double) (one + other);
    }

    private static List<PlanElement> of(Policy policy, Grievance grievance) {
        List<PlanElement> owed = new ArrayList<>();
        double unpaid = grievance.loss();
        for (Element element : listed(policy, grievance)) {
            if (!MONEY.contains(element)) {
                owed.add(new PlanElement(element, null, true, PlanReason.OWED));
                continue;
            }
            if (element != Element.PRICE_REDUCTION || unpaid > 0) {
                owed.add(money(element, unpaid));
            }
            unpaid = 0;
        }
        if (unpaid > 0) {
            owed.add(money(Element.STATUTORY_REMEDY, unpaid));
        }
        return owed;
    }

    /** What the policy lists for this; where it lists both repair and replacement, one of them. */
    private static List<Element> listed(Policy policy, Grievance grievance) {
        if (!policy.knows(grievance.kind())) {
            return List.of();
        }
        List<Element> listed = policy.failure(grievance.kind()).owed();
        if (!listed.contains(Element.REPAIR) || !listed.contains(Element.REPLACEMENT)) {
            return listed;
        }
        Element spared = grievance.severity() < MENDABLE ? Element.REPLACEMENT : Element.REPAIR;
        return listed.stream().filter(element -> element != spared).toList();
    }

    private static PlanElement money(Element element, double loss) {
        return new PlanElement(element, loss > 0 ? loss : null, true, PlanReason.OWED);
    }
}
