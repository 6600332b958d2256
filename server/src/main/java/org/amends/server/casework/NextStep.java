package org.amends.server.casework;

import java.util.List;
import java.util.Locale;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;

/** The one thing to do next about a case. The first that applies is it. */
public enum NextStep {
    /** It goes on in another case. */
    FOLLOW("case"),
    /** Somebody may be in danger. */
    HELP("danger"),
    /** A person has not looked at what the machine read. */
    CHECK_READING("reading"),
    /** The customer has written since anybody of the company did anything. */
    READ_MESSAGE("words"),
    /** A second person confirms that the relationship is ended. */
    CONFIRM_PARTING("parting"),
    /** Parting was confirmed and its cooling-off runs, or its steps are to be done. */
    CARRY_OUT_PARTING("parting"),
    /** A letter waits in the outbox. */
    LET_GO("letters"),
    /** A letter did not arrive. */
    MEND_LETTER("letters"),
    /** Nobody has decided what to do, or what was decided did not hold. */
    CHOOSE_PLAN("plan"),
    /** Somebody else must approve what this reader chose. */
    ASK_COLLEAGUE("plan"),
    /** This reader may approve what a colleague chose. */
    APPROVE("plan"),
    /** The customer has no answer yet. */
    WRITE("letters"),
    /** Something of the plan is not done yet. */
    CARRY_OUT("plan"),
    /** Promises are open. */
    KEEP_PROMISES("promises"),
    /** The customer has the answer and everything is done. */
    CLOSE("close"),
    /** The case is closed and nobody has said what is to be learnt. */
    LEARN("lesson"),
    /** Nothing is left. */
    NOTHING("case");

    private final String place;

    NextStep(String place) {
        this.place = place;
    }

    /** The id of the part of the page on which it is done. */
    public String place() {
        return place;
    }

    /** The last part of the keys of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The next step.
     *
     * @param events of the case, oldest first
     * @param reader who looks at it, as the audit log names them
     */
    static NextStep of(Complaint complaint, List<CaseEvent> events, String reader) {
        if (complaint.mergedInto() != null) {
            return FOLLOW;
        }
        if (!complaint.open()) {
            return complaint.lesson() == null ? LEARN : NOTHING;
        }
        if (complaint.inDanger()) {
            return HELP;
        }
        if (!complaint.assessedByPerson()) {
            return CHECK_READING;
        }
        if (unread(events)) {
            return READ_MESSAGE;
        }
        Complaint.PartingState parting = complaint.parting();
        if (parting != null) {
            return parting.confirmedBy() == null ? CONFIRM_PARTING : CARRY_OUT_PARTING;
        }
        return ofAnswer(complaint, events, reader);
    }

    private static NextStep ofAnswer(Complaint complaint, List<CaseEvent> events, String reader) {
        List<Complaint.SentLetter> letters = complaint.letters();
        if (letters.stream().anyMatch(each -> each.standing() == Complaint.LetterStanding.QUEUED)) {
            return LET_GO;
        }
        if (!letters.isEmpty() && letters.getLast().standing() == Complaint.LetterStanding.FAILED) {
            return MEND_LETTER;
        }
        Complaint.ChosenPlan plan = complaint.plan();
        if (toBeChosen(complaint)) {
            return CHOOSE_PLAN;
        }
        if (plan != null && plan.approval() == Complaint.Approval.WAITING) {
            return plan.chosenBy().equals(reader) ? ASK_COLLEAGUE : APPROVE;
        }
        if (!answered(complaint, events)) {
            return WRITE;
        }
        if (!left(complaint).isEmpty()) {
            return CARRY_OUT;
        }
        return complaint.promises().stream().anyMatch(CasePromise::open) ? KEEP_PROMISES : CLOSE;
    }

    /** A plan that was refused, or that a failed recovery outdated, is none. */
    private static boolean toBeChosen(Complaint complaint) {
        Complaint.ChosenPlan plan = complaint.plan();
        return plan == null
                ? complaint.answeredAt() == null
                : complaint.planOutdated() != null || plan.approval() == Complaint.Approval.REFUSED;
    }

    /** Whether the customer has the answer that the plan calls for: one that left before the plan was chosen is not it. */
    private static boolean answered(Complaint complaint, List<CaseEvent> events) {
        if (complaint.answeredAt() == null) {
            return false;
        }
        for (CaseEvent event : events.reversed()) {
            if (event instanceof CaseEvent.PlanChosen) {
                return false;
            }
            if (event instanceof CaseEvent.LetterSent sent && sent.purpose().answers()) {
                return true;
            }
        }
        return true;
    }

    private static boolean unread(List<CaseEvent> events) {
        for (CaseEvent event : events.reversed()) {
            if (event.header().byPerson()) {
                return false;
            }
            if (event instanceof CaseEvent.MessageCame) {
                return true;
            }
        }
        return false;
    }

    /** What of the plan a person still has to carry out: what is owed, and what costs money. */
    static List<ChosenElement> left(Complaint complaint) {
        Complaint.ChosenPlan plan = complaint.plan();
        return plan == null || !plan.allowed()
                ? List.of()
                : plan.elements().stream()
                        .filter(each -> (each.owed() || each.amount() != null)
                                && !plan.done().contains(each.element()))
                        .toList();
    }
}
