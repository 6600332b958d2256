package org.amends.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.amends.complaint.CaseRules.Refusal;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseRulesTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String ANN = "person:1";
    private static final String BEN = "person:2";

    private final List<CaseEvent> log = new ArrayList<>();

    CaseRulesTest() {
        log.add(new CaseEvent.Opened(
                at(0, CaseHeader.CUSTOMER), "C-2026-000001", "c-1", "", "email", "en", "Late again", "m-1"));
    }

    @Test
    void aNewCaseIsReceived() {
        assertThat(state().stage()).isEqualTo(Stage.RECEIVED);
    }

    @Test
    void aReadingByTheMachineDoesNotAssess() {
        happened(assessed(1, CaseHeader.MACHINE, false));

        assertThat(state().stage()).isEqualTo(Stage.RECEIVED);
    }

    @Test
    void aPersonsReadingIsNotOverruledByTheMachine() {
        happened(assessed(1, ANN, false), new CaseEvent.Assessed(at(2, CaseHeader.MACHINE), Assessment.UNKNOWN));

        assertThat(state().assessment().want()).isEqualTo(Want.ECONOMIC);
    }

    @Test
    void dangerInALaterMessageCountsWhoeverReadTheFirst() {
        happened(assessed(1, ANN, false), assessed(2, CaseHeader.MACHINE, true));

        assertThat(state().inDanger()).isTrue();
    }

    @Test
    void noMachineAnswersWhereSomebodyMayBeInDanger() {
        happened(assessed(1, CaseHeader.MACHINE, true));

        assertThat(refusal(new CaseEvent.LetterQueued(at(2, CaseHeader.MACHINE), "l-1", LetterPurpose.ACKNOWLEDGEMENT)))
                .isEqualTo(Refusal.DANGER_NOT_HANDLED);
    }

    @Test
    void noPlanIsChosenBeforeAPersonHasLooked() {
        happened(assessed(1, CaseHeader.MACHINE, false));

        assertThat(refusal(chosen(2, ANN, null))).isEqualTo(Refusal.NOT_ASSESSED);
    }

    @Test
    void nobodyApprovesTheirOwnPlan() {
        happened(assessed(1, ANN, false), chosen(2, ANN, "above 100 EUR"));

        assertThat(refusal(new CaseEvent.PlanApproved(at(3, ANN)))).isEqualTo(Refusal.SAME_PERSON);
    }

    @Test
    void anAnswerWaitsForTheSecondPerson() {
        happened(assessed(1, ANN, false), chosen(2, ANN, "above 100 EUR"));

        assertThat(refusal(answer(3))).isEqualTo(Refusal.PLAN_NOT_APPROVED);
    }

    @Test
    void anApprovedPlanIsAnswered() {
        happened(assessed(1, ANN, false), chosen(2, ANN, "above 100 EUR"), new CaseEvent.PlanApproved(at(3, BEN)));

        assertThat(refusal(answer(4))).isNull();
    }

    @Test
    void aCaseIsNotClosedBeforeTheCustomerHasAnAnswer() {
        happened(assessed(1, ANN, false), chosen(2, ANN, null));

        assertThat(refusal(closed(3))).isEqualTo(Refusal.NOT_ANSWERED);
    }

    @Test
    void aCaseIsNotClosedWhileSomethingOwedIsOpen() {
        happened(assessed(1, ANN, false), chosen(2, ANN, null), sent(3));

        assertThat(refusal(closed(4))).isEqualTo(Refusal.OWED_OPEN);
    }

    @Test
    void aCaseIsNotClosedWhileAPromiseIsOpen() {
        happened(
                assessed(1, ANN, false),
                chosen(2, ANN, null),
                new CaseEvent.PromiseMade(at(3, ANN), "p-1", "refund in three days", "refund", ANN, START),
                sent(4),
                new CaseEvent.ElementDone(at(5, ANN), "refund", null, "payment 77"));

        assertThat(refusal(closed(6))).isEqualTo(Refusal.PROMISE_OPEN);
    }

    @Test
    void aRejectedOutcomeOpensTheCaseAgain() {
        happened(
                assessed(1, ANN, false),
                chosen(2, ANN, null),
                sent(3),
                new CaseEvent.ElementDone(at(4, ANN), "refund", null, "payment 77"),
                closed(5),
                new CaseEvent.OutcomeRejected(at(6, CaseHeader.CUSTOMER), "not what was agreed"));

        assertThat(state().stage()).isEqualTo(Stage.INVESTIGATED);
    }

    @Test
    void aPromiseIsKeptOnce() {
        happened(
                new CaseEvent.PromiseMade(at(1, ANN), "p-1", "call back", null, ANN, START),
                new CaseEvent.PromiseKept(at(2, ANN), "p-1", "called at 9"));

        assertThat(refusal(new CaseEvent.PromiseBroken(at(3, ANN), "p-1", "forgot")))
                .isEqualTo(Refusal.NO_OPEN_PROMISE);
    }

    @Test
    void afterABrokenPromiseThePlanIsChosenAnewBeforeTheNextAnswer() {
        happened(
                assessed(1, ANN, false),
                chosen(2, ANN, null),
                new CaseEvent.PromiseMade(at(3, ANN), "p-1", "call back", null, ANN, START),
                new CaseEvent.PromiseBroken(at(4, CaseHeader.MACHINE), "p-1", "nobody called"));

        assertThat(state().planOutdated()).isEqualTo("nobody called");
        assertThat(refusal(answer(5))).isEqualTo(Refusal.PLAN_OUTDATED);
        happened(chosen(6, ANN, null), answer(7));
    }

    @Test
    void aPromiseIsKeptEvenWhereTheCaseGoesOnInAnother() {
        happened(
                new CaseEvent.PromiseMade(at(1, ANN), "p-1", "call back", null, ANN, START),
                new CaseEvent.MergedInto(at(2, ANN), "C-2026-000002"),
                new CaseEvent.PromiseKept(at(3, ANN), "p-1", "called at 9"));

        assertThat(state().promises().getFirst().kept()).isTrue();
    }

    @Test
    void theLatestWordOnWhenAClockBeganCounts() {
        happened(
                new CaseEvent.ClockStartFound(at(1, ANN), ClockStart.SENT, START.minusSeconds(60)),
                new CaseEvent.ClockStartFound(at(2, ANN), ClockStart.SENT, START.minusSeconds(90)));

        assertThat(state().clockStarts()).containsExactly(entry(ClockStart.SENT, START.minusSeconds(90)));
    }

    @Test
    void partingWaitsForTheCoolingOff() {
        happened(
                new CaseEvent.PartingProposed(at(1, ANN), "trust is gone"),
                new CaseEvent.PartingConfirmed(at(2, BEN), START.plusSeconds(600)));

        assertThat(refusal(new CaseEvent.PartingStepDone(at(3, ANN), PartingStep.SETTLE_OWED, "paid")))
                .isEqualTo(Refusal.COOLING_OFF);
    }

    @Test
    void whoProposesToPartDoesNotConfirmIt() {
        happened(new CaseEvent.PartingProposed(at(1, ANN), "trust is gone"));

        assertThat(refusal(new CaseEvent.PartingConfirmed(at(2, ANN), START))).isEqualTo(Refusal.SAME_PERSON);
    }

    @Test
    void aMergedCaseTakesNothingMore() {
        happened(new CaseEvent.MergedInto(at(1, ANN), "C-2026-000002"));

        assertThat(refusal(new CaseEvent.Tagged(at(2, ANN), "vip"))).isEqualTo(Refusal.MERGED);
    }

    private void happened(CaseEvent... events) {
        for (CaseEvent event : events) {
            assertThat(refusal(event)).as("%s", event).isNull();
            log.add(event);
        }
    }

    private Complaint state() {
        return CaseFold.fold(log);
    }

    private @Nullable Refusal refusal(CaseEvent event) {
        return CaseRules.refusal(state(), event);
    }

    private static CaseHeader at(int seconds, String actor) {
        return new CaseHeader(START.plusSeconds(seconds), actor);
    }

    private static CaseEvent assessed(int seconds, String actor, boolean danger) {
        return new CaseEvent.Assessed(
                at(seconds, actor),
                new Assessment(
                        List.of(FailureKind.LATE_DELIVERY),
                        Want.ECONOMIC,
                        0.45,
                        Hostility.IRRITATED,
                        false,
                        danger,
                        false,
                        false,
                        false,
                        false,
                        null,
                        List.of("refund")));
    }

    private static CaseEvent chosen(int seconds, String actor, @Nullable String approvalBecause) {
        return new CaseEvent.PlanChosen(
                at(seconds, actor), null, List.of(new ChosenElement("refund", null, true)), null, approvalBecause);
    }

    private static CaseEvent answer(int seconds) {
        return new CaseEvent.LetterQueued(at(seconds, ANN), "l-1", LetterPurpose.FINAL_RESPONSE);
    }

    private static CaseEvent sent(int seconds) {
        return new CaseEvent.LetterSent(at(seconds, ANN), "l-1", LetterPurpose.FINAL_RESPONSE);
    }

    private static CaseEvent closed(int seconds) {
        return new CaseEvent.Closed(at(seconds, ANN), CaseOutcome.UPHELD);
    }

    @Test
    void partingSettlesWhatIsOwedFirst() {
        happened(
                new CaseEvent.Assessed(at(1, ANN), Assessment.UNKNOWN),
                new CaseEvent.PlanChosen(
                        at(2, ANN), null, List.of(new ChosenElement("refund", null, true)), null, null),
                new CaseEvent.PartingProposed(at(3, ANN), "trust is gone"),
                new CaseEvent.PartingConfirmed(at(4, BEN), START));
        CaseEvent settled = new CaseEvent.PartingStepDone(at(5, ANN), PartingStep.SETTLE_OWED, "paid");
        assertThat(refusal(settled)).isEqualTo(Refusal.OWED_OPEN);

        happened(new CaseEvent.ElementDone(at(6, ANN), "refund", null, "transfer 17"));

        assertThat(refusal(settled)).isNull();
    }

    @Test
    void nobodyWritesFarewellBeforeItsTurn() {
        happened(
                new CaseEvent.Assessed(at(1, ANN), Assessment.UNKNOWN),
                new CaseEvent.PartingProposed(at(2, ANN), "trust is gone"),
                new CaseEvent.PartingConfirmed(at(3, BEN), START));

        assertThat(refusal(new CaseEvent.LetterQueued(at(4, ANN), "letter", LetterPurpose.FAREWELL)))
                .isEqualTo(Refusal.STEP_OUT_OF_ORDER);
        assertThat(refusal(new CaseEvent.Closed(at(4, ANN), CaseOutcome.PARTED)))
                .isEqualTo(Refusal.STEP_OUT_OF_ORDER);
        assertThat(refusal(new CaseEvent.PartingConfirmed(at(4, BEN), START))).isEqualTo(Refusal.NOTHING_TO_APPROVE);
    }

    @Test
    void whoeverPartsClosesTheCaseOnceEveryStepIsDone() {
        happened(
                new CaseEvent.Assessed(at(1, ANN), Assessment.UNKNOWN),
                new CaseEvent.PartingProposed(at(2, ANN), "trust is gone"),
                new CaseEvent.PartingConfirmed(at(3, BEN), START));
        for (PartingStep step : PartingStep.values()) {
            CaseEvent done = new CaseEvent.PartingStepDone(at(4, ANN), step, "seen");
            assertThat(refusal(done)).as(step.name()).isNull();
            happened(done);
        }

        assertThat(refusal(new CaseEvent.Closed(at(5, ANN), CaseOutcome.PARTED)))
                .isNull();
    }
}
