package org.amends.complaint;

import java.time.Instant;
import java.util.List;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case. What customers and letters say is not in it: messages and letters are kept beside the log,
 * under the ids that events name, so that a person's words can be erased while what was done stays.
 */
public sealed interface CaseEvent {

    /** When, and by whom. */
    CaseHeader header();

    /**
     * It arrived.
     *
     * @param reference by which people name the case
     * @param customer the identifier of the customer
     * @param brand empty where the company has one only
     * @param channel {@code email}, {@code form}, {@code api}, {@code csv}, {@code phone}, {@code letter}, {@code public}
     * @param language of the customer, ISO 639-1
     * @param subject in a line
     * @param message the first message, or null when it came without one
     */
    record Opened(
            CaseHeader header,
            String reference,
            String customer,
            String brand,
            String channel,
            String language,
            String subject,
            @Nullable String message)
            implements CaseEvent {}

    /** The customer wrote again. */
    record MessageCame(CaseHeader header, String message) implements CaseEvent {}

    /** It was found out whose case it is. */
    record CustomerNamed(CaseHeader header, String customer) implements CaseEvent {}

    /** It was read by a machine, or what it says was settled by a person. */
    record Assessed(CaseHeader header, Assessment assessment) implements CaseEvent {}

    /**
     * The customer was told that it arrived, other than by letter.
     *
     * @param how for example by telephone
     */
    record Acknowledged(CaseHeader header, String how) implements CaseEvent {}

    /** What would justify a decision is being gathered. */
    record InvestigationBegun(CaseHeader header) implements CaseEvent {}

    /** A piece of evidence came, is missing, or changed; the latest with an id counts. */
    record EvidenceNoted(CaseHeader header, Evidence evidence) implements CaseEvent {}

    /**
     * It was given to somebody.
     *
     * @param owner the person, or null for nobody
     * @param team the team, or null for none
     */
    record Assigned(
            CaseHeader header,
            @Nullable String owner,
            @Nullable String team) implements CaseEvent {}

    /**
     * A note for colleagues.
     *
     * @param mentions whom it calls
     */
    record Noted(CaseHeader header, String note, String text, List<String> mentions) implements CaseEvent {
        public Noted {
            mentions = List.copyOf(mentions);
        }
    }

    record Tagged(CaseHeader header, String tag) implements CaseEvent {}

    record Untagged(CaseHeader header, String tag) implements CaseEvent {}

    /** A field of the company's own; null empties it. */
    record FieldSet(
            CaseHeader header, String field, @Nullable String value) implements CaseEvent {}

    /**
     * A plan was worked out.
     *
     * @param decision the id of the record that holds its inputs, the policy's version and the answer
     */
    record PlanProposed(CaseHeader header, String decision) implements CaseEvent {}

    /**
     * A person chose what to do.
     *
     * @param decision the proposal it rests on, or null when there was none
     * @param otherwiseBecause why it departs from the proposal, or null when it does not
     * @param approvalBecause why somebody else must approve, or null when the person may decide alone
     */
    record PlanChosen(
            CaseHeader header,
            @Nullable String decision,
            List<ChosenElement> elements,
            @Nullable String otherwiseBecause,
            @Nullable String approvalBecause)
            implements CaseEvent {
        public PlanChosen {
            elements = List.copyOf(elements);
        }
    }

    /** A second person approved the plan that was chosen last. */
    record PlanApproved(CaseHeader header) implements CaseEvent {}

    /** A second person refused it. */
    record PlanRefused(CaseHeader header, String reason) implements CaseEvent {}

    /**
     * An element of the plan was carried out.
     *
     * @param element its name
     * @param amount what was given, or null
     * @param proof what shows it: a payment's reference, a parcel's number
     */
    record ElementDone(
            CaseHeader header, String element, @Nullable Money amount, String proof) implements CaseEvent {}

    /**
     * A letter was approved for sending and waits in the outbox.
     *
     * @param letter its id
     */
    record LetterQueued(CaseHeader header, String letter, LetterPurpose purpose) implements CaseEvent {}

    /** It was taken back within the time for that. */
    record LetterTakenBack(CaseHeader header, String letter) implements CaseEvent {}

    /** It has left. */
    record LetterSent(CaseHeader header, String letter, LetterPurpose purpose) implements CaseEvent {}

    /** It could not be delivered. */
    record LetterFailed(CaseHeader header, String letter, String reason) implements CaseEvent {}

    record PromiseMade(
            CaseHeader header,
            String promise,
            String what,
            @Nullable String element,
            String owner,
            Instant due) implements CaseEvent {}

    /**
     * A promise was kept.
     *
     * @param proof what shows it
     */
    record PromiseKept(CaseHeader header, String promise, String proof) implements CaseEvent {}

    /** A promise was not kept: a failure of its own. */
    record PromiseBroken(CaseHeader header, String promise, String why) implements CaseEvent {}

    /** The clocks stand still, for example until the customer has answered a question. */
    record ClocksPaused(CaseHeader header, String reason) implements CaseEvent {}

    record ClocksResumed(CaseHeader header) implements CaseEvent {}

    /**
     * It was found out when something that clocks count from happened; the latest word on it counts.
     *
     * @param start what happened then
     * @param moment when that was
     */
    record ClockStartFound(CaseHeader header, ClockStart start, Instant moment) implements CaseEvent {}

    /** Somebody who was in danger was helped. */
    record DangerHandled(CaseHeader header, String how) implements CaseEvent {}

    /** The customer accepts the outcome. */
    record OutcomeAccepted(CaseHeader header) implements CaseEvent {}

    /** The customer does not accept it. */
    record OutcomeRejected(CaseHeader header, String reason) implements CaseEvent {}

    record Closed(CaseHeader header, CaseOutcome outcome) implements CaseEvent {}

    record Reopened(CaseHeader header, String reason) implements CaseEvent {}

    /** It goes on in another case. */
    record MergedInto(CaseHeader header, String reference) implements CaseEvent {}

    /** Another case goes on in this one. */
    record TookOver(CaseHeader header, String reference) implements CaseEvent {}

    /** A part of it goes on in a case of its own. */
    record SplitOff(CaseHeader header, String reference) implements CaseEvent {}

    record Linked(CaseHeader header, String reference) implements CaseEvent {}

    record Unlinked(CaseHeader header, String reference) implements CaseEvent {}

    /**
     * What is to be learnt from it.
     *
     * @param cause the root cause, in the company's words for causes
     * @param lesson in a sentence
     * @param fix what would have to change so that it does not happen again, or null
     */
    record LessonDrawn(
            CaseHeader header,
            String cause,
            String lesson,
            @Nullable String fix) implements CaseEvent {}

    record SurveySent(CaseHeader header, String letter) implements CaseEvent {}

    /**
     * The customer says how it was.
     *
     * @param satisfaction 0 to 1
     * @param resolved whether they feel that it is resolved
     */
    record SurveyAnswered(CaseHeader header, double satisfaction, boolean resolved) implements CaseEvent {}

    /** Somebody proposes to part. */
    record PartingProposed(CaseHeader header, String reason) implements CaseEvent {}

    /** A second person agrees; nothing is done before the cooling-off has passed. */
    record PartingConfirmed(CaseHeader header, Instant coolingOffUntil) implements CaseEvent {}

    record PartingCalledOff(CaseHeader header, String reason) implements CaseEvent {}

    record PartingStepDone(CaseHeader header, PartingStep step, String proof) implements CaseEvent {}
}
