package org.amends.server.casework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.complaint.CasePromise;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.complaint.Evidence;
import org.amends.complaint.EvidenceStanding;
import org.amends.complaint.LetterPurpose;
import org.amends.complaint.Stage;
import org.amends.server.console.Texts;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.LetterStanding;
import org.amends.story.Numerals;
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
 * @param offered what the policy offers, by the names of the elements
 * @param currency of sums, an ISO 4217 code or empty
 * @param due the nearest deadline, or null
 * @param proposal the plan that was recommended last, or null
 * @param reader who looks at it, as the log names them
 * @param letters to the customer, oldest first; drafts too
 * @param precedents what like cases got, or null where no plan was recommended
 * @param panels what stands around the case
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
        List<String> offered,
        String currency,
        @Nullable DueLine due,
        @Nullable ProposedPlan proposal,
        String reader,
        List<KeptLetter> letters,
        @Nullable PrecedentsView precedents,
        CasePanels panels) {

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

    private static final Set<String> MONEY =
            Set.of("refund", "price_reduction", "credit", "gift", "compensation", "statutory_remedy");

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

    /** Whether an element of the plan is left for a person to carry out. */
    public boolean mustDo(ChosenElement element) {
        return NextStep.left(complaint).contains(element);
    }

    /** Whether this reader may be the second person. */
    public boolean mayApprove() {
        Complaint.ChosenPlan plan = complaint.plan();
        return plan != null && !plan.chosenBy().equals(reader);
    }

    /** What can be chosen, by the names of the elements: those recommended first, in their order. */
    public List<String> elements() {
        Set<String> names = new LinkedHashSet<>();
        if (proposal != null) {
            proposal.elements().forEach(line -> names.add(line.element()));
        }
        names.addAll(offered);
        return List.copyOf(names);
    }

    /** Whether an element is a sum of money. */
    public boolean costs(String element) {
        ProposedPlan.Line line = proposal == null ? null : proposal.line(element);
        return MONEY.contains(element) || (line != null && line.amount() != null);
    }

    /** The amount of a recommended element as a form takes it; empty where it has none. */
    public String amount(ProposedPlan.@Nullable Line line) {
        Double amount = line == null ? null : line.amount();
        return amount == null
                ? ""
                : BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Why, in words; the name of the reason where there are none. */
    public static String reason(Texts texts, String reason) {
        String key = "case.reason." + reason;
        return texts.has(key) ? texts.text(key) : reason.replace('_', ' ');
    }

    /** What was said as the reason of something: in the reader's language where it is one of the reasons that forms offer. */
    public static String said(Texts texts, String reason) {
        String key = "case.said." + reason.replace(' ', '_');
        return reason.matches("[a-z_ ]+") && texts.has(key) ? texts.text(key) : reason;
    }

    /** Several texts by their keys, in one line. */
    public static String listed(Texts texts, List<String> keys) {
        return keys.stream().map(texts::text).collect(java.util.stream.Collectors.joining(", "));
    }

    /** Where the rules of the clocks are written. */
    public List<String> sources() {
        return panels.clocks().stream()
                .map(line -> line.source().isEmpty() ? line.regime() : line.regime() + ": " + line.source())
                .distinct()
                .toList();
    }

    /** A sum in the currency of the recommendation. */
    public String sum(Numerals numerals, double amount) {
        return numerals.money(amount, proposal == null ? null : proposal.currency());
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
