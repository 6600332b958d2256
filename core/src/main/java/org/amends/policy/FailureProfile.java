package org.amends.policy;

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
        String evidence,
        Confidence confidence) {

    public FailureProfile {
        requireUnit("severity", severity);
        requireUnit("betrayal", betrayal);
        requireUnit("unfairness", unfairness);
    }

    private static void requireUnit(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be between 0 and 1 but was %s.".formatted(name, value));
        }
    }
}
