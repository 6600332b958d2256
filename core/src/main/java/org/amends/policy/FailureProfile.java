package org.amends.policy;

import java.util.HashSet;
import java.util.List;
import org.amends.event.FailureKind;

/**
 * One row of the failure catalogue.
 *
 * @param kind what goes wrong
 * @param type what is lost in it
 * @param severity 0 to 1: taken when an event gives none
 * @param controllable whether the company can usually prevent it
 * @param stable whether its cause usually recurs
 * @param betrayal 0 to 1: the share of its harm that is a breach of trust rather than a loss
 * @param unfairness 0 to 1: how unfair it is usually felt to be; fair failures are buffered by a strong relationship, unfair
 *     ones magnified
 * @param owed what is owed for it whatever the customer is worth, each once; beside it a loss is always made good
 * @param evidence the source
 * @param confidence how far the source carries the numbers
 */
public record FailureProfile(
        FailureKind kind,
        FailureType type,
        double severity,
        boolean controllable,
        boolean stable,
        double betrayal,
        double unfairness,
        List<Element> owed,
        String evidence,
        Confidence confidence) {

    public FailureProfile {
        Unit.requireShare("severity", severity);
        Unit.requireShare("betrayal", betrayal);
        Unit.requireShare("unfairness", unfairness);
        owed = List.copyOf(owed);
        requireOwed(owed);
    }

    private static void requireOwed(List<Element> owed) {
        for (Element element : owed) {
            if (!element.canBeOwed()) {
                throw new IllegalArgumentException("owed must not hold %s: it is a gesture.".formatted(element.word()));
            }
        }
        if (new HashSet<>(owed).size() < owed.size()) {
            throw new IllegalArgumentException("owed must hold each element once but was %s.".formatted(owed));
        }
    }
}
