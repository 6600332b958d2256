package org.amends.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.amends.event.FailureKind;
import org.amends.policy.Element;
import org.amends.relationship.Grievance;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, decided by rule, first and apart from everything else. It follows from what failed and what was lost, and from
 * nothing else: not from the customer's worth, standing, tone or tenure. Grounds: conformity of goods and digital services
 * (Directives 2019/771 and 2019/770, art. 13 and 14), undue payment, performance of the contract, data protection (GDPR, art. 33
 * and 34).
 */
final class Owed {

    /** Below this severity a flawed thing is mended rather than exchanged. */
    private static final double MENDABLE = 0.3;

    /** What is a service not performed, and can still be. */
    private static final Set<FailureKind> SERVED_AGAIN =
            Set.of(FailureKind.LATE_DELIVERY, FailureKind.LONG_WAIT, FailureKind.SERVICE_OUTAGE);

    private Owed() {}

    /** The elements owed for these, without doubles; the loss is owed once. */
    static List<PlanElement> of(List<Grievance> grievances) {
        List<PlanElement> owed = new ArrayList<>();
        for (Grievance grievance : grievances) {
            for (PlanElement element : of(grievance)) {
                add(owed, element);
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

    private static List<PlanElement> of(Grievance grievance) {
        List<PlanElement> owed = new ArrayList<>();
        FailureKind kind = grievance.kind();
        double loss = grievance.loss();
        if (kind.equals(FailureKind.BILLING_ERROR)) {
            owed.add(money(Element.REFUND, loss));
        } else if (kind.equals(FailureKind.WRONG_ITEM) || kind.equals(FailureKind.MISSING_ITEM)) {
            owed.add(inKind(Element.REPLACEMENT));
            statutory(owed, loss);
        } else if (kind.equals(FailureKind.DEFECTIVE_PRODUCT)) {
            owed.add(inKind(grievance.severity() < MENDABLE ? Element.REPAIR : Element.REPLACEMENT));
            statutory(owed, loss);
        } else if (kind.equals(FailureKind.PRIVACY_BREACH)) {
            owed.add(inKind(Element.BREACH_NOTICE));
            statutory(owed, loss);
        } else if (kind.equals(FailureKind.PREFERENCE_VIOLATION)) {
            owed.add(inKind(Element.PREFERENCE_FIX));
            statutory(owed, loss);
        } else if (kind.equals(FailureKind.CANCELLATION_OBSTACLE)) {
            owed.add(money(Element.STATUTORY_REMEDY, loss));
        } else if (kind.equals(FailureKind.MISLEADING_INFORMATION) || kind.equals(FailureKind.QUALITY_DECLINE)) {
            reduction(owed, loss);
        } else if (SERVED_AGAIN.contains(kind)) {
            owed.add(inKind(Element.REDO_SERVICE));
            reduction(owed, loss);
        } else {
            statutory(owed, loss);
        }
        return owed;
    }

    private static void statutory(List<PlanElement> owed, double loss) {
        if (loss > 0) {
            owed.add(money(Element.STATUTORY_REMEDY, loss));
        }
    }

    private static void reduction(List<PlanElement> owed, double loss) {
        if (loss > 0) {
            owed.add(money(Element.PRICE_REDUCTION, loss));
        }
    }

    private static PlanElement money(Element element, double loss) {
        return new PlanElement(element, loss > 0 ? loss : null, true, PlanReason.OWED);
    }

    private static PlanElement inKind(Element element) {
        return new PlanElement(element, null, true, PlanReason.OWED);
    }
}
