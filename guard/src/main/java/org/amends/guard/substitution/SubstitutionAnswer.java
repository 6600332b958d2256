package org.amends.guard.substitution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the guard answers.
 *
 * @param id of the request
 * @param verdicts one for each candidate, in the same order
 * @param best the candidate to send; null where none may be sent without asking
 */
public record SubstitutionAnswer(
        String id,
        List<CandidateVerdict> verdicts,
        @Nullable String best) {
    public SubstitutionAnswer {
        verdicts = List.copyOf(verdicts);
    }
}
