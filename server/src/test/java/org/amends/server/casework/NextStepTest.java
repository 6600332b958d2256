package org.amends.server.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.LetterPurpose;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.money.Money;
import org.junit.jupiter.api.Test;

/** The one thing to do next, from the arrival of a complaint to its lesson. */
class NextStepTest {

    private static final String ANA = "person:ana";
    private static final String BEN = "person:ben";
    private static final Money TEN = Money.of(Currency.getInstance("EUR"), BigDecimal.TEN);

    private final List<CaseEvent> events = new ArrayList<>();
    private long minute;

    NextStepTest() {
        happened(new CaseEvent.Opened(
                by(CaseHeader.CUSTOMER), "C-2026-000001", "c1", "", "email", "en", "Charged twice", "m1"));
    }

    private CaseHeader by(String actor) {
        return new CaseHeader(Instant.parse("2026-03-02T09:00:00Z").plusSeconds(60 * minute++), actor);
    }

    private void happened(CaseEvent event) {
        events.add(event);
    }

    private NextStep next() {
        return NextStep.of(CaseFold.fold(events), events, ANA);
    }

    private static Assessment says(boolean danger) {
        return new Assessment(
                List.of(FailureKind.BILLING_ERROR),
                Want.ECONOMIC,
                0.45,
                Hostility.CALM,
                false,
                danger,
                false,
                false,
                false,
                false,
                TEN,
                List.of("refund"));
    }

    private void assessed() {
        happened(new CaseEvent.Assessed(by(ANA), says(false)));
    }

    private void chosen(String who, String approvalBecause) {
        happened(new CaseEvent.PlanChosen(
                by(who), null, List.of(new ChosenElement("refund", TEN, true)), null, approvalBecause));
    }

    private void answered() {
        happened(new CaseEvent.LetterQueued(by(ANA), "l1", LetterPurpose.FINAL_RESPONSE));
        happened(new CaseEvent.LetterSent(by(CaseHeader.MACHINE), "l1", LetterPurpose.FINAL_RESPONSE));
    }

    @Test
    void isToHelpWhileSomebodyMayBeInDanger() {
        happened(new CaseEvent.Assessed(by(CaseHeader.MACHINE), says(true)));
        assertThat(next()).isEqualTo(NextStep.HELP);

        happened(new CaseEvent.DangerHandled(by(ANA), "Called."));
        assertThat(next()).isEqualTo(NextStep.CHECK_READING);
    }

    @Test
    void leadsFromTheReadingToThePlanToTheLetterToTheEnd() {
        assertThat(next()).isEqualTo(NextStep.CHECK_READING);
        assessed();
        assertThat(next()).isEqualTo(NextStep.CHOOSE_PLAN);
        chosen(ANA, null);
        assertThat(next()).isEqualTo(NextStep.WRITE);
        happened(new CaseEvent.LetterQueued(by(ANA), "l1", LetterPurpose.FINAL_RESPONSE));
        assertThat(next()).isEqualTo(NextStep.LET_GO);
        happened(new CaseEvent.LetterSent(by(CaseHeader.MACHINE), "l1", LetterPurpose.FINAL_RESPONSE));
        assertThat(next()).isEqualTo(NextStep.CARRY_OUT);
        happened(new CaseEvent.ElementDone(by(ANA), "refund", TEN, "TX-1"));
        assertThat(next()).isEqualTo(NextStep.CLOSE);
        happened(new CaseEvent.Closed(by(ANA), CaseOutcome.UPHELD));
        assertThat(next()).isEqualTo(NextStep.LEARN);
        happened(new CaseEvent.LessonDrawn(by(ANA), "billing", "Pay once.", null));
        assertThat(next()).isEqualTo(NextStep.NOTHING);
    }

    @Test
    void isToAskAColleagueForWhoeverChoseAndToApproveForTheOther() {
        assessed();
        chosen(ANA, "above_limit");
        assertThat(next()).isEqualTo(NextStep.ASK_COLLEAGUE);

        chosen(BEN, "above_limit");
        assertThat(next()).isEqualTo(NextStep.APPROVE);

        happened(new CaseEvent.PlanRefused(by(ANA), "Too much."));
        assertThat(next()).isEqualTo(NextStep.CHOOSE_PLAN);
    }

    @Test
    void isToReadWhatTheCustomerWroteSince() {
        assessed();
        happened(new CaseEvent.MessageCame(by(CaseHeader.CUSTOMER), "m2"));

        assertThat(next()).isEqualTo(NextStep.READ_MESSAGE);
    }

    @Test
    void isToChooseAndWriteAnewOnceAPromiseIsBroken() {
        assessed();
        chosen(ANA, null);
        happened(new CaseEvent.PromiseMade(by(ANA), "p1", "Call", null, ANA, Instant.parse("2026-03-03T00:00:00Z")));
        answered();
        happened(new CaseEvent.ElementDone(by(ANA), "refund", TEN, "TX-1"));
        assertThat(next()).isEqualTo(NextStep.KEEP_PROMISES);

        happened(new CaseEvent.PromiseBroken(by(CaseHeader.MACHINE), "p1", "Nobody called."));
        assertThat(next()).isEqualTo(NextStep.CHOOSE_PLAN);
        chosen(ANA, null);
        assertThat(next()).isEqualTo(NextStep.WRITE);
    }

    @Test
    void isToMendALetterThatDidNotArrive() {
        assessed();
        chosen(ANA, null);
        answered();
        happened(new CaseEvent.LetterFailed(by(CaseHeader.MACHINE), "l1", "No such mailbox."));

        assertThat(next()).isEqualTo(NextStep.MEND_LETTER);
    }
}
