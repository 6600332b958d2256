package org.amends.relationship;

import java.util.List;
import org.amends.event.Tier;
import org.jspecify.annotations.Nullable;

/**
 * All of a relationship that a plan rests on: the diagnosis, and what is left to make good.
 *
 * @param diagnosis what is the matter
 * @param grievances what is not made good, oldest first
 * @param tier membership
 * @param standing whether the customer is there, has left or was parted from
 * @param vulnerable a vulnerable customer
 * @param smallIssues small unresolved issues
 * @param rival signs that the customer looks elsewhere
 * @param offerRatio the compensation offered divided by the loss, or null when there is no offer to weigh
 * @param dueExpectation 0 to 1: the recovery that the customer would call adequate, their tone left out: who shouts is owed no more
 * @param recoverable logits of leaving that a good recovery now could take off
 */
public record Plight(
        Diagnosis diagnosis,
        List<Grievance> grievances,
        Tier tier,
        Standing standing,
        boolean vulnerable,
        int smallIssues,
        boolean rival,
        @Nullable Double offerRatio,
        double dueExpectation,
        double recoverable) {

    public Plight {
        grievances = List.copyOf(grievances);
    }

    /** Whether the customer has left or was parted from. */
    public boolean over() {
        return standing != Standing.ACTIVE && standing != Standing.LEAVING;
    }

    /** What the customer speaks of now, or null when it is made good or nothing failed. */
    public @Nullable Grievance current() {
        for (Grievance grievance : grievances) {
            if (grievance.current()) {
                return grievance;
            }
        }
        return grievances.isEmpty() ? null : grievances.get(grievances.size() - 1);
    }
}
