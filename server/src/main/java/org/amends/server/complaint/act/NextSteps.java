package org.amends.server.complaint.act;

import java.util.ArrayList;
import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.CasePromise;
import org.amends.complaint.CaseRules;
import org.amends.complaint.Complaint;
import org.amends.complaint.Evidence;
import org.amends.complaint.EvidenceStanding;
import org.amends.complaint.LetterPurpose;
import org.amends.server.complaint.Refusals;
import org.jspecify.annotations.Nullable;

/** What may be done to a case now. It is found by asking the rules, so that it cannot differ from what they say later. */
public final class NextSteps {

    private static final String ANY = "any";

    private NextSteps() {}

    /**
     * One thing that may be done to some case.
     *
     * @param name of an act, or of a step that is taken elsewhere, such as {@code choose_plan}
     * @param refusal why this case does not allow it now, or null when it does
     */
    public record Step(String name, CaseRules.@Nullable Refusal refusal) {

        /** Why not, in words; null when it is allowed. */
        public @Nullable String words() {
            return refusal == null ? null : Refusals.words(refusal);
        }
    }

    /** All steps, for this actor at this moment. */
    public static List<Step> of(Complaint state, CaseHeader header) {
        List<Step> steps = new ArrayList<>();
        for (ActKind kind : ActKind.values()) {
            steps.add(new Step(kind.stableName(), CaseRules.refusal(state, sample(kind, state, header))));
        }
        String promise = state.promises().stream()
                .filter(CasePromise::open)
                .map(CasePromise::id)
                .findFirst()
                .orElse(ANY);
        add(steps, "choose_plan", state, new CaseEvent.PlanChosen(header, null, List.of(), null, null));
        add(steps, "approve_plan", state, new CaseEvent.PlanApproved(header));
        add(steps, "answer", state, new CaseEvent.LetterQueued(header, ANY, LetterPurpose.FINAL_RESPONSE));
        add(steps, "refuse", state, new CaseEvent.LetterQueued(header, ANY, LetterPurpose.REFUSAL));
        add(steps, "write", state, new CaseEvent.LetterQueued(header, ANY, LetterPurpose.MESSAGE));
        add(steps, "keep_promise", state, new CaseEvent.PromiseKept(header, promise, ANY));
        add(steps, "merge", state, new CaseEvent.MergedInto(header, ANY));
        add(steps, "propose_parting", state, new CaseEvent.PartingProposed(header, ANY));
        add(steps, "confirm_parting", state, new CaseEvent.PartingConfirmed(header, header.at()));
        return steps;
    }

    private static void add(List<Step> steps, String name, Complaint state, CaseEvent event) {
        steps.add(new Step(name, CaseRules.refusal(state, event)));
    }

    private static CaseEvent sample(ActKind kind, Complaint state, CaseHeader header) {
        return switch (kind) {
            case ASSESS -> new CaseEvent.Assessed(header, state.assessment());
            case ACKNOWLEDGE -> new CaseEvent.Acknowledged(header, ANY);
            case INVESTIGATE -> new CaseEvent.InvestigationBegun(header);
            case EVIDENCE ->
                new CaseEvent.EvidenceNoted(header, new Evidence(ANY, ANY, ANY, EvidenceStanding.STATED, null, null));
            case ASSIGN -> new CaseEvent.Assigned(header, null, null);
            case NOTE -> new CaseEvent.Noted(header, ANY, ANY, List.of());
            case TAG -> new CaseEvent.Tagged(header, ANY);
            case UNTAG -> new CaseEvent.Untagged(header, ANY);
            case FIELD -> new CaseEvent.FieldSet(header, ANY, null);
            case ELEMENT_DONE -> new CaseEvent.ElementDone(header, ANY, null, ANY);
            case PAUSE -> new CaseEvent.ClocksPaused(header, ANY);
            case RESUME -> new CaseEvent.ClocksResumed(header);
            case DANGER_HANDLED -> new CaseEvent.DangerHandled(header, ANY);
            case ACCEPT -> new CaseEvent.OutcomeAccepted(header);
            case REJECT -> new CaseEvent.OutcomeRejected(header, ANY);
            case LINK -> new CaseEvent.Linked(header, ANY);
            case UNLINK -> new CaseEvent.Unlinked(header, ANY);
            case LESSON -> new CaseEvent.LessonDrawn(header, ANY, ANY, null);
            case CLOSE -> new CaseEvent.Closed(header, CaseOutcome.UPHELD);
            case REOPEN -> new CaseEvent.Reopened(header, ANY);
        };
    }
}
