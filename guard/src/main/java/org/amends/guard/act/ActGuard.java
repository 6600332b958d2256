package org.amends.guard.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.amends.guard.substitution.CandidateVerdict;
import org.amends.guard.substitution.Reason;
import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.slip.SlipAnswer;
import org.amends.slip.SlipFacts;
import org.amends.slip.SlipGuard;
import org.amends.slip.SlipReason;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/** Says of an act whether it may be done, in the form of a verdict on a candidate. What is not known is asked, never allowed. */
public final class ActGuard {

    /** The id of the verdict on the act. */
    public static final String ID = "act";

    private ActGuard() {}

    /**
     * The verdict.
     *
     * @param known what is known of the customer besides what the request tells; null where nothing is
     */
    public static CandidateVerdict judge(AskedAct asked, @Nullable SlipFacts known, Instant now) {
        SlipFacts facts = JoinedFacts.of(known == null ? SlipFacts.NONE : known, asked.told(), now);
        SlipAnswer answer = SlipGuard.USUAL.judge(facts, asked.act(), now);
        Verdict verdict = answer.verdict();
        List<Reason> reasons = new ArrayList<>();
        for (SlipReason reason : answer.reasons()) {
            reasons.add(new Reason(reason.verdict(), reason.rule().stableName(), reason.evidence(), 1));
        }
        List<String> missing = MissingFacts.of(asked, known != null);
        if (!missing.isEmpty()) {
            verdict = verdict.or(Verdict.ASK);
            reasons.add(new Reason(
                    Verdict.ASK,
                    "facts_missing",
                    "It is not told: %s. Where there is none, null, false or [] says so."
                            .formatted(String.join(", ", missing)),
                    1));
        }
        return new CandidateVerdict(ID, verdict, reasons, 1, null);
    }

    /** The answer about candidates with the verdict on the act behind theirs. */
    public static SubstitutionAnswer beside(SubstitutionAnswer answer, CandidateVerdict act) {
        List<CandidateVerdict> verdicts = new ArrayList<>(answer.verdicts());
        verdicts.add(act);
        return new SubstitutionAnswer(answer.id(), verdicts, answer.best());
    }
}
