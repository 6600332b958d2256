package org.amends.server.complaint;

import org.amends.complaint.CaseRules;
import org.amends.server.problem.Problem;
import org.springframework.http.HttpStatus;

/** Why a case does not allow something, in words. */
public final class Refusals {

    private static final String KIND = "case-refuses";
    private static final String TITLE = "The case does not allow it";

    private Refusals() {}

    /** In a sentence or two: what is in the way, and what can be done about it. */
    public static String words(CaseRules.Refusal refusal) {
        return switch (refusal) {
            case MERGED -> "The case goes on in another one; work there.";
            case CLOSED -> "The case is closed. Reopen it first.";
            case NOT_CLOSED -> "The case is open already.";
            case DANGER_NOT_HANDLED -> "Somebody may be in danger. Help first and note how; then the case can go on.";
            case NOT_ASSESSED -> "Only a machine has read it so far. A person must check what it says first.";
            case NO_PLAN -> "Nobody has chosen yet what is to be done.";
            case PLAN_NOT_APPROVED -> "What was chosen waits for a second person, or was refused by one.";
            case PLAN_OUTDATED ->
                "A promise was broken or the outcome rejected since the plan was chosen. Choose anew, or the same again.";
            case SAME_PERSON -> "Whoever chose or proposed it cannot be the second person; ask a colleague.";
            case NOTHING_TO_APPROVE -> "Nothing waits for approval.";
            case OWED_OPEN -> "Something that is owed to the customer has not been carried out yet.";
            case PROMISE_OPEN -> "A promise is open. Keep it with a proof, or say that it is broken.";
            case NOT_ANSWERED -> "The customer has no answer yet.";
            case NO_OPEN_PROMISE -> "There is no such promise, or it is settled already.";
            case LETTER_GONE -> "There is no such letter, or it has left already.";
            case NO_PARTING -> "Nobody has proposed to part.";
            case COOLING_OFF -> "The time for thinking it over has not passed yet.";
            case STEP_OUT_OF_ORDER -> "An earlier step of parting is not done yet.";
            case PAUSED -> "The clocks stand still already.";
            case NOT_PAUSED -> "The clocks run.";
        };
    }

    /** The answer to whoever tried it: 409. */
    public static Problem problem(CaseRules.Refusal refusal) {
        return because(refusal.name(), words(refusal));
    }

    /**
     * The same for a reason that is not one of the rules of all companies.
     *
     * @param refusal its stable name
     * @param words for people
     */
    public static Problem because(String refusal, String words) {
        return new Problem(HttpStatus.CONFLICT, KIND, TITLE, words).with("refusal", refusal);
    }
}
