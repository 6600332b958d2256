package org.amends.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a case: what its events, folded in their order, come to.
 *
 * @param reference by which people name it
 * @param customer whose case it is
 * @param brand empty where the company has one only
 * @param channel by which it came
 * @param language of the customer
 * @param subject in a line
 * @param openedAt when it arrived
 * @param stage how far it has come
 * @param assessment what it says, by the latest reading or correction
 * @param assessedByPerson whether a person settled that
 * @param owner who handles it, or null
 * @param team whose queue it is in, or null
 * @param messages of the customer, in the order of arrival
 * @param letters to the customer, in the order in which they were approved
 * @param evidence by id, in the order in which it was first noted
 * @param notes for colleagues, oldest first
 * @param tags in alphabetical order
 * @param fields of the company's own
 * @param proposal the record of the latest proposed plan, or null
 * @param plan the chosen one, or null
 * @param planOutdated why it is to be made anew, since a promise was broken or the outcome rejected after it was chosen; else null
 * @param promises in the order in which they were made
 * @param pauses spans in which the clocks stood still
 * @param clockStarts what was found out of when clocks began, where that is not when the case was opened
 * @param dangerHandled whether somebody in danger was helped
 * @param answeredAt when the company's answer left, or null
 * @param accepted what the customer said of the outcome, or null
 * @param rejections how often the customer did not accept the outcome
 * @param closedAt when it was closed, or null while it is open
 * @param outcome how it ended, or null while it is open
 * @param mergedInto the case in which it goes on, or null
 * @param linked references of related cases, in alphabetical order
 * @param lesson what was learnt, or null
 * @param survey what the customer said afterwards, or null
 * @param parting how far parting has come, or null when nobody thinks of it
 * @param version how many events it has had
 */
public record Complaint(
        String reference,
        String customer,
        String brand,
        String channel,
        String language,
        String subject,
        Instant openedAt,
        Stage stage,
        Assessment assessment,
        boolean assessedByPerson,
        @Nullable String owner,
        @Nullable String team,
        List<SentMessage> messages,
        List<SentLetter> letters,
        List<Evidence> evidence,
        List<CaseEvent.Noted> notes,
        Set<String> tags,
        Map<String, String> fields,
        @Nullable String proposal,
        @Nullable ChosenPlan plan,
        @Nullable String planOutdated,
        List<CasePromise> promises,
        List<Pause> pauses,
        Map<ClockStart, Instant> clockStarts,
        boolean dangerHandled,
        @Nullable Instant answeredAt,
        @Nullable Boolean accepted,
        int rejections,
        @Nullable Instant closedAt,
        @Nullable CaseOutcome outcome,
        @Nullable String mergedInto,
        Set<String> linked,
        CaseEvent.@Nullable LessonDrawn lesson,
        CaseEvent.@Nullable SurveyAnswered survey,
        @Nullable PartingState parting,
        int version) {

    /** A message of the customer, by its id. */
    public record SentMessage(String message, Instant at) {}

    /** Where a letter is on its way. */
    public enum LetterStanding {
        QUEUED,
        TAKEN_BACK,
        SENT,
        FAILED
    }

    /** A letter to the customer, by its id. */
    public record SentLetter(String letter, LetterPurpose purpose, LetterStanding standing, Instant at) {}

    /** A span in which the clocks stand still; without an end while it lasts. */
    public record Pause(Instant from, @Nullable Instant until, String reason) {}

    /** Whether a chosen plan may be carried out. */
    public enum Approval {
        /** The person who chose it may decide alone. */
        NOT_NEEDED,
        WAITING,
        APPROVED,
        REFUSED
    }

    /**
     * The chosen plan.
     *
     * @param chosenBy who chose it, and so may not approve it
     * @param done names of the elements that were carried out, in alphabetical order
     */
    public record ChosenPlan(
            List<ChosenElement> elements,
            String chosenBy,
            @Nullable String otherwiseBecause,
            @Nullable String approvalBecause,
            Approval approval,
            @Nullable String approvedBy,
            Set<String> done) {

        /** Whether it may be carried out and written about. */
        public boolean allowed() {
            return approval == Approval.NOT_NEEDED || approval == Approval.APPROVED;
        }
    }

    /**
     * How far parting has come.
     *
     * @param confirmedBy the second person, or null
     * @param coolingOffUntil before then nothing is done, or null while nobody confirmed
     * @param done the steps done, in their order
     */
    public record PartingState(
            String proposedBy,
            String reason,
            @Nullable String confirmedBy,
            @Nullable Instant coolingOffUntil,
            Set<PartingStep> done) {}

    /** Whether something is left to do. */
    public boolean open() {
        return stage != Stage.CLOSED;
    }

    /** Whether the clocks stand still now. */
    public boolean paused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).until() == null;
    }

    /** Whether a person must read it now and no machine may answer. */
    public boolean inDanger() {
        return assessment.danger() && !dangerHandled;
    }

    /** The elements that are owed, chosen and not yet carried out. */
    public List<ChosenElement> owedOpen() {
        ChosenPlan chosen = plan;
        return chosen == null
                ? List.of()
                : chosen.elements().stream()
                        .filter(each -> each.owed() && !chosen.done().contains(each.element()))
                        .toList();
    }

    /** The letter of this id, or null. */
    public @Nullable SentLetter letter(String id) {
        return letters.stream()
                .filter(each -> each.letter().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The promise of this id, or null. */
    public @Nullable CasePromise promise(String id) {
        return promises.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
