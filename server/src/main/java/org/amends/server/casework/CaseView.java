package org.amends.server.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.complaint.CasePromise;
import org.amends.complaint.Complaint;
import org.amends.complaint.Evidence;
import org.amends.complaint.EvidenceStanding;
import org.amends.complaint.LetterPurpose;
import org.amends.complaint.Stage;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.LetterStanding;
import org.amends.story.StoryView;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it.
 *
 * @param complaint the case
 * @param link the address of its page, under which its forms lie
 * @param customer fit to be shown
 * @param customerLink the page of the relationship
 * @param next the one thing to do next
 * @param nextText that in a sentence, with names and numbers
 * @param nextHow how that is done
 * @param refused why the last thing that was asked for was not done, in words, or null
 * @param words what was written in it, oldest first
 * @param reading what the machine read in the latest of them, or null
 * @param story of the relationship, or null where it cannot be told
 * @param history what happened, newest first
 * @param names of people by how the log names them
 * @param people to whom it can be given
 * @param kinds of failure that the policy knows, with their names
 * @param currency of sums, an ISO 4217 code or empty
 * @param due the nearest deadline, or null
 * @param letters to the customer, oldest first; drafts too
 */
public record CaseView(
        Complaint complaint,
        String link,
        String customer,
        String customerLink,
        NextStep next,
        String nextText,
        String nextHow,
        @Nullable String refused,
        List<SaidWords> words,
        @Nullable ReadWords reading,
        @Nullable StoryView story,
        List<HistoryLine> history,
        Map<String, String> names,
        List<Colleague> people,
        List<Choice> kinds,
        String currency,
        @Nullable DueLine due,
        List<KeptLetter> letters) {

    /** Somebody who may handle the case, by how the log names them, with what they sign in with. */
    public record Colleague(String actor, String name, String login) {}

    /** One of several to choose from: its stable name and how it is called. */
    public record Choice(String value, String name) {}

    /** What falls due next: which duty, when in words and in ISO 8601, and whether that has passed. */
    public record DueLine(String duty, String when, String iso, boolean overdue) {}

    /**
     * One thing that happened.
     *
     * @param who did it, in words
     */
    public record HistoryLine(String iso, String time, String who, String what, String details) {}

    /** What customers ask for, by the names that readings use. */
    public static final List<String> REQUESTS = List.of(
            "refund",
            "replacement",
            "repair",
            "apology",
            "explanation",
            "compensation",
            "cancellation",
            "callback",
            "correction",
            "data_deletion");

    /** The stages, in their order. */
    public Stage[] stages() {
        return Stage.values();
    }

    /** How a stage stands to that of the case: {@code done}, {@code here}, {@code ahead}. */
    public String progress(Stage stage) {
        int order = stage.compareTo(complaint.stage());
        return order < 0 ? "done" : order == 0 ? "here" : "ahead";
    }

    /** What somebody is called, or how the log names them. */
    public String name(@Nullable String actor) {
        return actor == null ? "–" : names.getOrDefault(actor, actor);
    }

    /** How grave it is, in the form's grades. */
    public String grade() {
        return AssessmentForm.Grade.of(complaint.assessment().severity()).name();
    }

    /** The stable name of the chief failure, or empty. */
    public String chief() {
        return complaint.assessment().failures().isEmpty()
                ? ""
                : complaint.assessment().failures().getFirst().name();
    }

    /** Whether it is one of the failures besides the chief one. */
    public boolean also(String kind) {
        return complaint.assessment().failures().stream()
                .skip(1)
                .anyMatch(each -> each.name().equals(kind));
    }

    /** Promises that are neither kept nor broken. */
    public List<CasePromise> openPromises() {
        return complaint.promises().stream().filter(CasePromise::open).toList();
    }

    /** How many pieces of evidence are still needed. */
    public long missing() {
        return complaint.evidence().stream()
                .filter(each -> each.standing() == EvidenceStanding.MISSING)
                .count();
    }

    /** The class of the colour of a piece of evidence. */
    public String tone(Evidence evidence) {
        return switch (evidence.standing()) {
            case CONFIRMED -> "good";
            case DISPUTED -> "bad";
            case MISSING -> "warn";
            case STATED, DROPPED -> "quiet";
        };
    }

    /** The class of the colour of a letter's standing. */
    public String tone(LetterStanding standing) {
        return switch (standing) {
            case DRAFT, QUEUED, SENDING, TAKEN_BACK -> "quiet";
            case SENT -> "good";
            case DOUBTFUL -> "warn";
            case FAILED, BOUNCED -> "bad";
        };
    }

    /** What the next letter is most likely for. */
    public LetterPurpose fits() {
        Complaint.ChosenPlan plan = complaint.plan();
        if (plan == null || !plan.allowed()) {
            return complaint.stage() == Stage.RECEIVED ? LetterPurpose.ACKNOWLEDGEMENT : LetterPurpose.MESSAGE;
        }
        if (next != NextStep.WRITE) {
            return LetterPurpose.MESSAGE;
        }
        boolean failedBefore = complaint.rejections() > 0
                || complaint.promises().stream().anyMatch(each -> !each.open() && !each.kept());
        return failedBefore ? LetterPurpose.DOUBLE_DEVIATION_APOLOGY : LetterPurpose.FINAL_RESPONSE;
    }

    /** Whether a part of the page is the one to look at next. */
    public boolean atHand(String place) {
        return next.place().equals(place);
    }

    /** What the assessment says yes to, by the names of the form. */
    public Set<String> signs() {
        return Signs.of(complaint.assessment());
    }

    /** Which signs there are, in the order of the form. */
    public List<String> allSigns() {
        return Signs.ALL;
    }
}
