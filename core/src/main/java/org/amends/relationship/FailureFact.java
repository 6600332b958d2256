package org.amends.relationship;

import org.amends.event.FailureKind;
import org.amends.failure.FeltRecovery;
import org.jspecify.annotations.Nullable;

/**
 * One failure among the facts of a relationship.
 *
 * @param kind what went wrong
 * @param severity 0 to 1; null takes the catalogue's default
 * @param daysAgo how long ago, not negative
 * @param resolved whether the case is closed
 * @param recovery as the customer felt it
 * @param controllable whether the company could have prevented it; null takes the catalogue's default
 */
public record FailureFact(
        FailureKind kind,
        @Nullable Double severity,
        double daysAgo,
        boolean resolved,
        FeltRecovery recovery,
        @Nullable Boolean controllable) {

    public FailureFact {
        if (severity != null) {
            RelationshipFacts.require("severity", severity, 0, 1);
        }
        RelationshipFacts.require("days_ago", daysAgo, 0, RelationshipFacts.LONGEST_DAYS);
    }
}
