package org.amends.guard.substitution;

import java.util.List;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one candidate.
 *
 * @param id of the candidate
 * @param reasons the strictest first; empty where nothing was found against it
 * @param confidence in the verdict, 0 to 1
 * @param whyNotBest why another was preferred or none could be; null for the best
 */
public record CandidateVerdict(
        String id,
        Verdict verdict,
        List<Reason> reasons,
        double confidence,
        @Nullable String whyNotBest) {
    public CandidateVerdict {
        reasons = List.copyOf(reasons);
    }

    CandidateVerdict notBest(String why) {
        return new CandidateVerdict(id, verdict, reasons, confidence, why);
    }
}
