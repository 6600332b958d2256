package org.amends.server.guard;

import java.util.ArrayList;
import java.util.List;
import org.amends.guard.substitution.Candidate;
import org.amends.guard.substitution.CandidateVerdict;
import org.amends.guard.substitution.Reason;
import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/** A reason to ask about every candidate that lies outside of the products: whatever cannot be known in time is asked, never allowed. */
enum Caution {
    DEADLINE_PASSED("The answer was not ready in time."),
    CUSTOMER_UNKNOWN("Nothing is known of the customer, and the request does not tell what they need."),
    CUSTOMER_UNREADABLE("What the customer stated cannot be read at the moment."),
    GUARD_BUSY("Too many requests are waiting already."),
    GUARD_FAILED("The guard failed to answer; its log says why.");

    private static final String NOT_BEST = "The customer has to be asked first.";

    private final String evidence;

    Caution(String evidence) {
        this.evidence = evidence;
    }

    /** The name of the rule in answers. */
    String rule() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private Reason reason() {
        return new Reason(Verdict.ASK, rule(), evidence, 1);
    }

    /** The answer that asks about all that a request names. */
    SubstitutionAnswer about(SubstitutionRequest request) {
        List<CandidateVerdict> verdicts = new ArrayList<>();
        for (Candidate candidate : request.candidates()) {
            verdicts.add(new CandidateVerdict(candidate.id(), Verdict.ASK, List.of(reason()), 1, NOT_BEST));
        }
        return new SubstitutionAnswer(request.id(), verdicts, null);
    }

    /** The same answer, with a question where it would have allowed. */
    SubstitutionAnswer on(SubstitutionAnswer answer) {
        List<CandidateVerdict> verdicts = new ArrayList<>();
        for (CandidateVerdict verdict : answer.verdicts()) {
            verdicts.add(withReason(verdict, reason()));
        }
        return new SubstitutionAnswer(answer.id(), verdicts, null);
    }

    /** The verdict on an act, with this question besides. */
    CandidateVerdict on(CandidateVerdict act) {
        return withReason(act, reason(), null);
    }

    /** The verdict, at least as strict as this reason. */
    static CandidateVerdict withReason(CandidateVerdict verdict, Reason reason) {
        return withReason(verdict, reason, NOT_BEST);
    }

    private static CandidateVerdict withReason(CandidateVerdict verdict, Reason reason, @Nullable String notBest) {
        List<Reason> reasons = new ArrayList<>(verdict.reasons());
        reasons.add(reason);
        boolean raised = verdict.verdict() == Verdict.ALLOW;
        return new CandidateVerdict(
                verdict.id(),
                verdict.verdict().or(reason.verdict()),
                reasons,
                raised ? reason.confidence() : verdict.confidence(),
                raised || verdict.whyNotBest() == null ? notBest : verdict.whyNotBest());
    }
}
