package org.amends.server.guard;

import java.util.ArrayList;
import java.util.List;
import org.amends.guard.substitution.Candidate;
import org.amends.guard.substitution.CandidateVerdict;
import org.amends.guard.substitution.Guard;
import org.amends.guard.substitution.Reason;
import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.preference.Need;
import org.amends.preference.StatedPreference;
import org.amends.slip.Verdict;

/** Asks about what would go against a need that another system read out of purchases: it is a reason to ask, never a fact. */
final class Suggestions {

    private Suggestions() {}

    /** The answer, with a question where a suggested need would block. */
    static SubstitutionAnswer on(
            SubstitutionAnswer answer, SubstitutionRequest request, List<Need> suggested, Guard guard) {
        List<StatedPreference> supposed = new ArrayList<>();
        suggested.forEach(need -> supposed.add(new StatedPreference.OfNeed(need)));
        SubstitutionAnswer asIf = guard.answer(new SubstitutionRequest(
                request.id(), request.locale(), List.of(), supposed, null, request.candidates()));
        List<CandidateVerdict> verdicts = new ArrayList<>();
        List<Candidate> left = new ArrayList<>();
        for (int i = 0; i < answer.verdicts().size(); i++) {
            CandidateVerdict verdict = answer.verdicts().get(i);
            for (Reason reason : asIf.verdicts().get(i).reasons()) {
                if (reason.verdict() == Verdict.BLOCK) {
                    verdict = Caution.withReason(verdict, asQuestion(reason));
                }
            }
            verdicts.add(verdict);
            if (verdict.verdict() == Verdict.ALLOW) {
                left.add(request.candidates().get(i));
            }
        }
        return new SubstitutionAnswer(answer.id(), verdicts, best(answer, request, left, guard));
    }

    private static Reason asQuestion(Reason reason) {
        return new Reason(
                Verdict.ASK,
                "suggested:" + reason.rule(),
                reason.evidence() + " Nobody said so; another system read it out of purchases.",
                reason.confidence() / 2);
    }

    private static @org.jspecify.annotations.Nullable String best(
            SubstitutionAnswer answer, SubstitutionRequest request, List<Candidate> left, Guard guard) {
        if (left.isEmpty() || left.stream().anyMatch(each -> each.id().equals(answer.best()))) {
            return left.isEmpty() ? null : answer.best();
        }
        return guard.answer(new SubstitutionRequest(
                        request.id(), request.locale(), request.history(), request.stated(), request.ordered(), left))
                .best();
    }
}
