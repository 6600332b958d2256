package org.amends.store.log;

import org.amends.policy.Policy;
import org.amends.relationship.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as the log keeps it.
 *
 * @param id its number in this database
 * @param brand empty where the company has one brand only
 * @param customer as the events name it
 * @param state what the fold has kept of its events; null while it is merged into another, or has no event
 * @param foldedTo the newest position that the state holds
 * @param mergedInto the relationship into which its events are folded as well, or null
 * @param restricted whether its events may be stored only
 */
public record StoredRelationship(
        long id,
        String brand,
        String customer,
        @Nullable KeptState state,
        long foldedTo,
        @Nullable Long mergedInto,
        boolean restricted) {
    /** The state understood; null where there is none. */
    public @Nullable Relationship relationship(Policy policy) {
        return state == null ? null : state.relationship(policy);
    }
}
