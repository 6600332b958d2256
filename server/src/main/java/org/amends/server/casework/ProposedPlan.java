package org.amends.server.casework;

import java.util.Currency;
import java.util.List;
import org.amends.recovery.Plan;
import org.amends.recovery.PlanEffect;
import org.amends.recovery.PlanElement;
import org.amends.recovery.PlanReason;
import org.amends.server.recovery.Plans;
import org.jspecify.annotations.Nullable;

/**
 * A recommended plan as the page shows it.
 *
 * @param currency of its amounts
 * @param elements in the order in which they are done
 * @param parts whether it ends the relationship
 * @param stays by how much leaving becomes less probable
 * @param reasonsFor names of what speaks for it
 * @param reasonsAgainst names of what speaks against it
 * @param rejected alternatives, the best first
 * @param excluded what must not be done
 */
public record ProposedPlan(
        Currency currency,
        List<Line> elements,
        boolean parts,
        Effect stays,
        List<String> reasonsFor,
        List<String> reasonsAgainst,
        List<Rejected> rejected,
        List<Excluded> excluded) {

    /** One element: its name, its money or null, whether it is owed, and the name of its reason. */
    public record Line(String element, @Nullable Double amount, boolean owed, String because) {}

    /** What it is expected to do, as shares from 0 to 1. */
    public record Effect(double expected, double least, double most) {}

    /** An alternative that was not recommended. */
    public record Rejected(String name, double cost, Effect stays, String because) {}

    /** Something that must not be done, and the name of the reason. */
    public record Excluded(String what, String because) {}

    static ProposedPlan of(Plans.Proposal proposal) {
        Plan plan = proposal.plan();
        return new ProposedPlan(
                proposal.currency(),
                lines(plan.elements()),
                plan.parts(),
                effect(plan.effect()),
                words(plan.reasonsFor()),
                words(plan.reasonsAgainst()),
                plan.rejected().stream()
                        .map(each -> new Rejected(
                                each.name(),
                                each.cost(),
                                effect(each.effect()),
                                each.reason().word()))
                        .toList(),
                plan.excluded().stream()
                        .map(each ->
                                new Excluded(each.what().word(), each.reason().word()))
                        .toList());
    }

    private static List<Line> lines(List<PlanElement> elements) {
        return elements.stream()
                .map(each -> new Line(
                        each.element().word(),
                        each.amount(),
                        each.owed(),
                        each.reason().word()))
                .toList();
    }

    private static Effect effect(PlanEffect effect) {
        return new Effect(effect.stays(), effect.staysAtLeast(), effect.staysAtMost());
    }

    private static List<String> words(List<PlanReason> reasons) {
        return reasons.stream().map(PlanReason::word).toList();
    }

    /** The line of this element, or null. */
    public @Nullable Line line(String element) {
        return elements.stream()
                .filter(each -> each.element().equals(element))
                .findFirst()
                .orElse(null);
    }
}
