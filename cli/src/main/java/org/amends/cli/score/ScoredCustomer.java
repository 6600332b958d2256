package org.amends.cli.score;

import org.amends.relationship.Diagnosis;
import org.amends.relationship.Relationship;

/**
 * One relationship with its diagnosis.
 *
 * @param relationship its state
 * @param diagnosis what is the matter with it
 * @param events events that counted
 * @param duplicates events that came again and did not
 */
record ScoredCustomer(Relationship relationship, Diagnosis diagnosis, long events, long duplicates) {

    /** Below this chance of still being there, a silent customer counts among those who have left rather than as breaking. */
    private static final double STILL_THERE = 0.1;

    /** Whether the relationship has ended, or the customer has been silent for so long that it most probably has. */
    boolean gone() {
        return gone(relationship, diagnosis);
    }

    static boolean gone(Relationship relationship, Diagnosis diagnosis) {
        return relationship.over() || diagnosis.alive() < STILL_THERE;
    }
}
