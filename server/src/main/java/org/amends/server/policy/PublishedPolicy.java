package org.amends.server.policy;

import org.amends.policy.Policy;

/**
 * A published policy, ready for use.
 *
 * @param version which publication it is
 * @param text YAML as it was published
 * @param policy what the text says
 */
public record PublishedPolicy(PolicyVersion version, String text, Policy policy) {

    /** Without the text. */
    @Override
    public String toString() {
        return "policy %d (%s)".formatted(version.number(), version.version());
    }
}
