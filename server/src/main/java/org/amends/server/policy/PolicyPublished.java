package org.amends.server.policy;

import org.amends.policy.Parameter;
import org.amends.policy.Policy;

/**
 * Told to the rest of the server, after commit, when another policy has come into force.
 *
 * @param before what was in force until now
 * @param now what is in force
 */
public record PolicyPublished(PublishedPolicy before, PublishedPolicy now) {

    /** The parameters that the fold over events reads; when one of them changes, states are computed anew. */
    private static final Parameter[] FOLDED = {
        Parameter.GOODWILL_HALF_LIFE,
        Parameter.COMPLAINT_HALF_LIFE,
        Parameter.PURCHASE_MOMENT,
        Parameter.ENGAGEMENT_MOMENT
    };

    /** Whether the states of relationships, and not their diagnoses alone, depend on what changed. */
    public boolean changesStates() {
        return changesStates(before.policy(), now.policy());
    }

    static boolean changesStates(Policy before, Policy now) {
        for (Parameter parameter : FOLDED) {
            if (before.get(parameter) != now.get(parameter)) {
                return true;
            }
        }
        return false;
    }
}
