package org.amends.format.complaint;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.ClockStart;
import org.amends.complaint.Evidence;
import org.amends.complaint.EvidenceStanding;
import org.amends.complaint.LetterPurpose;
import org.amends.complaint.PartingStep;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.money.Money;

/** One event of a case of every type, with every field filled. */
final class CaseEventExamples {

    static final CaseHeader HEADER = new CaseHeader(Instant.parse("2026-03-02T09:00:00Z"), "person:7");

    private static final Money TWELVE = Money.of(Currency.getInstance("EUR"), new BigDecimal("12.50"));
    private static final Instant DUE = Instant.parse("2026-03-05T16:00:00Z");

    private CaseEventExamples() {}

    static List<CaseEvent> all() {
        return List.of(
                new CaseEvent.Opened(HEADER, "C-2026-000007", "c-1", "north", "email", "fr", "Retard", "m-1"),
                new CaseEvent.MessageCame(HEADER, "m-2"),
                new CaseEvent.CustomerNamed(HEADER, "c-2"),
                new CaseEvent.Assessed(HEADER, assessment()),
                new CaseEvent.Acknowledged(HEADER, "by telephone"),
                new CaseEvent.InvestigationBegun(HEADER),
                new CaseEvent.EvidenceNoted(
                        HEADER,
                        new Evidence("e-1", "document", "proof of delivery", EvidenceStanding.MISSING, "carrier", DUE)),
                new CaseEvent.Assigned(HEADER, "person:8", "claims"),
                new CaseEvent.Noted(HEADER, "n-1", "Please look, @ben.", List.of("person:8")),
                new CaseEvent.Tagged(HEADER, "winter"),
                new CaseEvent.Untagged(HEADER, "winter"),
                new CaseEvent.FieldSet(HEADER, "warehouse", "Lyon"),
                new CaseEvent.PlanProposed(HEADER, "d-1"),
                new CaseEvent.PlanChosen(
                        HEADER,
                        "d-1",
                        List.of(new ChosenElement("refund", TWELVE, true), new ChosenElement("apology", null, false)),
                        "the customer asked for money",
                        "above 10 EUR"),
                new CaseEvent.PlanApproved(HEADER),
                new CaseEvent.PlanRefused(HEADER, "too little"),
                new CaseEvent.ElementDone(HEADER, "refund", TWELVE, "payment 77"),
                new CaseEvent.LetterQueued(HEADER, "l-1", LetterPurpose.FINAL_RESPONSE),
                new CaseEvent.LetterTakenBack(HEADER, "l-1"),
                new CaseEvent.LetterSent(HEADER, "l-1", LetterPurpose.FINAL_RESPONSE),
                new CaseEvent.LetterFailed(HEADER, "l-1", "550 no such user"),
                new CaseEvent.PromiseMade(HEADER, "p-1", "the refund arrives", "refund", "person:7", DUE),
                new CaseEvent.PromiseKept(HEADER, "p-1", "payment 77"),
                new CaseEvent.PromiseBroken(HEADER, "p-1", "the bank was closed"),
                new CaseEvent.ClocksPaused(HEADER, "waiting for the customer"),
                new CaseEvent.ClocksResumed(HEADER),
                new CaseEvent.ClockStartFound(HEADER, ClockStart.SENT, DUE),
                new CaseEvent.DangerHandled(HEADER, "called, all well"),
                new CaseEvent.OutcomeAccepted(HEADER),
                new CaseEvent.OutcomeRejected(HEADER, "still no refund"),
                new CaseEvent.Closed(HEADER, CaseOutcome.UPHELD),
                new CaseEvent.Reopened(HEADER, "the parcel came back"),
                new CaseEvent.MergedInto(HEADER, "C-2026-000003"),
                new CaseEvent.TookOver(HEADER, "C-2026-000004"),
                new CaseEvent.SplitOff(HEADER, "C-2026-000005"),
                new CaseEvent.Linked(HEADER, "C-2026-000006"),
                new CaseEvent.Unlinked(HEADER, "C-2026-000006"),
                new CaseEvent.LessonDrawn(HEADER, "carrier", "The slot was promised too narrow.", "widen the slots"),
                new CaseEvent.SurveySent(HEADER, "l-2"),
                new CaseEvent.SurveyAnswered(HEADER, 0.75, true),
                new CaseEvent.PartingProposed(HEADER, "trust is gone"),
                new CaseEvent.PartingConfirmed(HEADER, DUE),
                new CaseEvent.PartingCalledOff(HEADER, "the customer wants to stay"),
                new CaseEvent.PartingStepDone(HEADER, PartingStep.PAY_OUT, "payment 78"));
    }

    private static Assessment assessment() {
        return new Assessment(
                List.of(FailureKind.LATE_DELIVERY, FailureKind.BROKEN_PROMISE),
                Want.BOTH,
                0.45,
                Hostility.CONTEMPTUOUS,
                true,
                true,
                true,
                true,
                true,
                true,
                TWELVE,
                List.of("refund", "apology"));
    }
}
