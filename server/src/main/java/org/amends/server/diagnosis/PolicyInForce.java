package org.amends.server.diagnosis;

import org.amends.policy.Policy;

/** Knows the policy that is in force now. It may be another one a moment later. */
@FunctionalInterface
public interface PolicyInForce {

    /** The policy in force: the same object for as long as it is. */
    Policy policy();
}
