package org.amends.server.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that is not in force yet, beside the one that is.
 *
 * @param version what it calls itself
 * @param text YAML
 * @param changes what it changes
 * @param trial what it would say of a sample of relationships; null when it changes nothing
 * @param seen the entity tag of the policy that it was compared with
 * @param rebuilds whether all states would be computed anew
 */
public record PolicyProposal(
        String version,
        String text,
        List<PolicyChanges.Change> changes,
        @Nullable DryRun trial,
        String seen,
        boolean rebuilds) {

    public PolicyProposal {
        changes = List.copyOf(changes);
    }

    /** The greatest count of any way of breaking, before or after: the length of the longest bar. */
    public int longest() {
        DryRun run = trial;
        return run == null
                ? 1
                : Math.max(
                        1,
                        run.modes().stream()
                                .mapToInt(mode -> Math.max(mode.before(), mode.after()))
                                .max()
                                .orElse(1));
    }
}
