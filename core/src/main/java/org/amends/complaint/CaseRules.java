package org.amends.complaint;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may not be done to a case in its state, and why not. */
public final class CaseRules {

    private static final Set<Class<? extends CaseEvent>> STILL_POSSIBLE = Set.of(
            CaseEvent.Reopened.class,
            CaseEvent.OutcomeAccepted.class,
            CaseEvent.OutcomeRejected.class,
            CaseEvent.MessageCame.class,
            CaseEvent.CustomerNamed.class,
            CaseEvent.Noted.class,
            CaseEvent.Tagged.class,
            CaseEvent.Untagged.class,
            CaseEvent.FieldSet.class,
            CaseEvent.Linked.class,
            CaseEvent.Unlinked.class,
            CaseEvent.LessonDrawn.class,
            CaseEvent.SurveySent.class,
            CaseEvent.SurveyAnswered.class,
            CaseEvent.LetterQueued.class,
            CaseEvent.LetterTakenBack.class,
            CaseEvent.LetterSent.class,
            CaseEvent.LetterFailed.class,
            CaseEvent.MergedInto.class,
            CaseEvent.TookOver.class);

    private CaseRules() {}

    /** Why something may not be done. The name is stable; texts for people are made from it. */
    public enum Refusal {
        /** The case goes on in another. */
        MERGED,
        /** It is closed; reopen it first. */
        CLOSED,
        /** It is open already. */
        NOT_CLOSED,
        /** Somebody may be in danger; help first, then go on. */
        DANGER_NOT_HANDLED,
        /** What a machine read is not enough; a person must look first. */
        NOT_ASSESSED,
        /** No plan is chosen. */
        NO_PLAN,
        /** The plan waits for a second person, or was refused. */
        PLAN_NOT_APPROVED,
        /** A promise was broken or the outcome rejected since the plan was chosen; choose anew, or the same again. */
        PLAN_OUTDATED,
        /** Whoever chose or proposed it cannot be the second person. */
        SAME_PERSON,
        /** Nothing waits for approval. */
        NOTHING_TO_APPROVE,
        /** Something owed is not carried out yet. */
        OWED_OPEN,
        /** A promise is open; keep it, or say that it is broken. */
        PROMISE_OPEN,
        /** The customer has no answer yet. */
        NOT_ANSWERED,
        /** There is no such promise, or it is settled already. */
        NO_OPEN_PROMISE,
        /** There is no such letter, or it has left already. */
        LETTER_GONE,
        /** Nobody proposed to part. */
        NO_PARTING,
        /** The cooling-off has not passed. */
        COOLING_OFF,
        /** An earlier step of parting is not done. */
        STEP_OUT_OF_ORDER,
        /** The clocks stand still already. */
        PAUSED,
        /** The clocks run. */
        NOT_PAUSED
    }

    /**
     * Why this may not happen to the case, or null when it may.
     *
     * @param complaint its state before
     */
    public static @Nullable Refusal refusal(Complaint complaint, CaseEvent event) {
        if (complaint.mergedInto() != null) {
            return onceMerged(complaint, event);
        }
        return complaint.open() ? whileOpen(complaint, event) : onceClosed(event);
    }

    /** What was promised is owed in whichever case it goes on. */
    private static @Nullable Refusal onceMerged(Complaint complaint, CaseEvent event) {
        if (event instanceof CaseEvent.PromiseKept kept) {
            return promise(complaint, kept.promise());
        }
        return event instanceof CaseEvent.PromiseBroken broken ? promise(complaint, broken.promise()) : Refusal.MERGED;
    }

    /** A closed case takes whatever only adds to what is known of it, and what opens it again. */
    private static @Nullable Refusal onceClosed(CaseEvent event) {
        if (event instanceof CaseEvent.LetterQueued letter && letter.purpose().answers()) {
            return Refusal.CLOSED;
        }
        return STILL_POSSIBLE.contains(event.getClass()) ? null : Refusal.CLOSED;
    }

    private static @Nullable Refusal whileOpen(Complaint complaint, CaseEvent event) {
        if (event instanceof CaseEvent.Reopened) {
            // An answer to which the customer replies was not the last word.
            return complaint.stage() == Stage.ANSWERED ? null : Refusal.NOT_CLOSED;
        }
        if (event instanceof CaseEvent.PlanChosen) {
            return complaint.assessedByPerson() ? null : Refusal.NOT_ASSESSED;
        }
        if (event instanceof CaseEvent.PlanApproved || event instanceof CaseEvent.PlanRefused) {
            return approval(complaint, event.header().actor());
        }
        if (event instanceof CaseEvent.ElementDone) {
            return carryingOut(complaint);
        }
        if (event instanceof CaseEvent.LetterQueued letter) {
            return letter(complaint, letter);
        }
        if (event instanceof CaseEvent.LetterTakenBack back) {
            Complaint.SentLetter letter = complaint.letter(back.letter());
            return letter == null || letter.standing() != Complaint.LetterStanding.QUEUED ? Refusal.LETTER_GONE : null;
        }
        if (event instanceof CaseEvent.PromiseKept kept) {
            return promise(complaint, kept.promise());
        }
        if (event instanceof CaseEvent.PromiseBroken broken) {
            return promise(complaint, broken.promise());
        }
        if (event instanceof CaseEvent.ClocksPaused) {
            return complaint.paused() ? Refusal.PAUSED : null;
        }
        if (event instanceof CaseEvent.ClocksResumed) {
            return complaint.paused() ? null : Refusal.NOT_PAUSED;
        }
        if (event instanceof CaseEvent.Closed closed) {
            return closing(complaint, closed.outcome());
        }
        return parting(complaint, event);
    }

    private static @Nullable Refusal approval(Complaint complaint, String actor) {
        Complaint.ChosenPlan plan = complaint.plan();
        if (plan == null || plan.approval() != Complaint.Approval.WAITING) {
            return Refusal.NOTHING_TO_APPROVE;
        }
        return plan.chosenBy().equals(actor) ? Refusal.SAME_PERSON : null;
    }

    private static @Nullable Refusal carryingOut(Complaint complaint) {
        Complaint.ChosenPlan plan = complaint.plan();
        if (plan == null) {
            return Refusal.NO_PLAN;
        }
        return plan.allowed() ? null : Refusal.PLAN_NOT_APPROVED;
    }

    /** No machine answers where somebody may be in danger, and no answer promises what nobody approved. */
    private static @Nullable Refusal letter(Complaint complaint, CaseEvent.LetterQueued letter) {
        if (complaint.inDanger() && !letter.header().byPerson()) {
            return Refusal.DANGER_NOT_HANDLED;
        }
        if (!letter.purpose().answers()) {
            return null;
        }
        if (!complaint.assessedByPerson()) {
            return Refusal.NOT_ASSESSED;
        }
        if (letter.purpose() == LetterPurpose.REFUSAL) {
            return null;
        }
        if (letter.purpose() == LetterPurpose.FAREWELL) {
            return stepBefore(
                    complaint.parting(), PartingStep.FAREWELL, letter.header().at());
        }
        Refusal refusal = carryingOut(complaint);
        return refusal == null && complaint.planOutdated() != null ? Refusal.PLAN_OUTDATED : refusal;
    }

    private static @Nullable Refusal promise(Complaint complaint, String id) {
        CasePromise promise = complaint.promise(id);
        return promise == null || !promise.open() ? Refusal.NO_OPEN_PROMISE : null;
    }

    private static @Nullable Refusal closing(Complaint complaint, CaseOutcome outcome) {
        if (complaint.inDanger()) {
            return Refusal.DANGER_NOT_HANDLED;
        }
        if (outcome == CaseOutcome.NO_COMPLAINT || outcome == CaseOutcome.WITHDRAWN || outcome == CaseOutcome.MERGED) {
            return complaint.promises().stream().anyMatch(CasePromise::open) ? Refusal.PROMISE_OPEN : null;
        }
        if (outcome == CaseOutcome.PARTED) {
            Complaint.PartingState parting = complaint.parting();
            if (parting == null || !parting.done().contains(PartingStep.SILENCE)) {
                return parting == null ? Refusal.NO_PARTING : Refusal.STEP_OUT_OF_ORDER;
            }
        } else if (complaint.answeredAt() == null) {
            return Refusal.NOT_ANSWERED;
        }
        if (!complaint.owedOpen().isEmpty()) {
            return Refusal.OWED_OPEN;
        }
        return complaint.promises().stream().anyMatch(CasePromise::open) ? Refusal.PROMISE_OPEN : null;
    }

    private static @Nullable Refusal parting(Complaint complaint, CaseEvent event) {
        Complaint.PartingState parting = complaint.parting();
        if (event instanceof CaseEvent.PartingConfirmed) {
            if (parting == null) {
                return Refusal.NO_PARTING;
            }
            if (parting.confirmedBy() != null) {
                return Refusal.NOTHING_TO_APPROVE;
            }
            return parting.proposedBy().equals(event.header().actor()) ? Refusal.SAME_PERSON : null;
        }
        if (event instanceof CaseEvent.PartingCalledOff) {
            return parting == null ? Refusal.NO_PARTING : null;
        }
        if (event instanceof CaseEvent.PartingStepDone step) {
            Refusal refusal = stepBefore(parting, step.step(), step.header().at());
            return refusal == null && step.step() == PartingStep.SETTLE_OWED ? settling(complaint) : refusal;
        }
        return null;
    }

    /** What is owed is decided like everywhere, and given before anything else is done. */
    private static @Nullable Refusal settling(Complaint complaint) {
        if (complaint.plan() == null && !complaint.assessment().failures().isEmpty()) {
            return Refusal.NO_PLAN;
        }
        return complaint.owedOpen().isEmpty() ? null : Refusal.OWED_OPEN;
    }

    /** Nothing is done before the cooling-off has passed and the steps before it are done. */
    private static @Nullable Refusal stepBefore(
            Complaint.@Nullable PartingState parting, PartingStep step, Instant at) {
        if (parting == null) {
            return Refusal.NO_PARTING;
        }
        Instant until = parting.coolingOffUntil();
        if (until == null || at.isBefore(until)) {
            return Refusal.COOLING_OFF;
        }
        for (PartingStep each : PartingStep.values()) {
            if (each == step) {
                return null;
            }
            if (!parting.done().contains(each)) {
                return Refusal.STEP_OUT_OF_ORDER;
            }
        }
        return null;
    }
}
