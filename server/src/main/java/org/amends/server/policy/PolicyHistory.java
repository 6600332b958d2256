package org.amends.server.policy;

import java.util.List;

/**
 * One publication as the history shows it.
 *
 * @param version which
 * @param current whether it is in force
 * @param changes what it changed against the one before; empty for the first
 */
public record PolicyHistory(PolicyVersion version, boolean current, List<PolicyChanges.Change> changes) {
    public PolicyHistory {
        changes = List.copyOf(changes);
    }
}
