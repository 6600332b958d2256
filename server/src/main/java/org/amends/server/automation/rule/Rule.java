package org.amends.server.automation.rule;

import java.util.List;
import java.util.Optional;
import org.amends.server.complaint.act.Act;
import org.jspecify.annotations.Nullable;

/**
 * What is done to which cases, and when.
 *
 * @param hours of a trigger that waits, else null
 * @param conditions which must all hold
 * @param deeds what is done, in their order
 */
public record Rule(TriggerKind trigger, @Nullable Integer hours, List<Condition> conditions, List<Deed> deeds) {
    public Rule {
        conditions = List.copyOf(conditions);
        deeds = List.copyOf(deeds);
    }

    /** The first condition that does not hold. */
    public Optional<Condition> unmet(CaseFacts facts) {
        return conditions.stream().filter(each -> !each.holds(facts)).findFirst();
    }

    /** What it does to the case itself. */
    public List<Act> acts() {
        return deeds.stream()
                .filter(Deed.Perform.class::isInstance)
                .map(deed -> ((Deed.Perform) deed).act())
                .toList();
    }

    /** The saved replies that it suggests. */
    public List<String> replies() {
        return deeds.stream()
                .filter(Deed.Suggest.class::isInstance)
                .map(deed -> ((Deed.Suggest) deed).reply())
                .toList();
    }
}
