package org.amends.server.automation.rule;

import java.time.Instant;
import java.util.Set;
import org.amends.complaint.Complaint;

/**
 * What conditions look at.
 *
 * @param regimes names of those whose clocks run for the case
 * @param now by which its age is told
 */
public record CaseFacts(Complaint state, Set<String> regimes, Instant now) {
    public CaseFacts {
        regimes = Set.copyOf(regimes);
    }
}
