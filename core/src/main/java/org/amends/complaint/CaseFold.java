package org.amends.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Folds the events of one case, in their order, into its state. Not safe for several threads. */
public final class CaseFold {

    /** A fold of nothing yet. */
    public CaseFold() {}

    private CaseEvent.@Nullable Opened opened;
    private String customer = "";
    private Stage stage = Stage.RECEIVED;
    private Assessment assessment = Assessment.UNKNOWN;
    private boolean assessedByPerson;
    private @Nullable String owner;
    private @Nullable String team;
    private final List<Complaint.SentMessage> messages = new ArrayList<>();
    private final Map<String, Complaint.SentLetter> letters = new LinkedHashMap<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final List<CaseEvent.Noted> notes = new ArrayList<>();
    private final Set<String> tags = new TreeSet<>();
    private final Map<String, String> fields = new TreeMap<>();
    private @Nullable String proposal;
    private Complaint.@Nullable ChosenPlan plan;
    private @Nullable String planOutdated;
    private final Map<String, CasePromise> promises = new LinkedHashMap<>();
    private final List<Complaint.Pause> pauses = new ArrayList<>();
    private final Map<ClockStart, Instant> clockStarts = new EnumMap<>(ClockStart.class);
    private boolean dangerHandled;
    private @Nullable Instant answeredAt;
    private @Nullable Boolean accepted;
    private int rejections;
    private @Nullable Instant closedAt;
    private @Nullable CaseOutcome outcome;
    private @Nullable String mergedInto;
    private final Set<String> linked = new TreeSet<>();
    private CaseEvent.@Nullable LessonDrawn lesson;
    private CaseEvent.@Nullable SurveyAnswered survey;
    private Complaint.@Nullable PartingState parting;
    private int version;

    /**
     * The state that these come to.
     *
     * @throws IllegalArgumentException when the first does not open the case
     */
    public static Complaint fold(List<? extends CaseEvent> events) {
        CaseFold fold = new CaseFold();
        events.forEach(fold::add);
        return fold.state();
    }

    /** Adds what happened next. */
    public void add(CaseEvent event) {
        version++;
        switch (event) {
            case CaseEvent.Opened it -> open(it);
            case CaseEvent.MessageCame it -> came(it.message(), it.header().at());
            case CaseEvent.CustomerNamed it -> customer = it.customer();
            case CaseEvent.Assessed it -> assess(it);
            case CaseEvent.Acknowledged it -> reach(Stage.ACKNOWLEDGED);
            case CaseEvent.InvestigationBegun it -> reach(Stage.INVESTIGATED);
            case CaseEvent.EvidenceNoted it -> evidence.put(it.evidence().id(), it.evidence());
            case CaseEvent.Assigned it -> {
                owner = it.owner();
                team = it.team();
            }
            case CaseEvent.Noted it -> notes.add(it);
            case CaseEvent.Tagged it -> tags.add(it.tag());
            case CaseEvent.Untagged it -> tags.remove(it.tag());
            case CaseEvent.FieldSet it -> set(it.field(), it.value());
            case CaseEvent.PlanProposed it -> proposal = it.decision();
            case CaseEvent.PlanChosen it -> {
                plan = chosen(it);
                planOutdated = null;
            }
            case CaseEvent.PlanApproved it ->
                approve(Complaint.Approval.APPROVED, it.header().actor());
            case CaseEvent.PlanRefused it ->
                approve(Complaint.Approval.REFUSED, it.header().actor());
            case CaseEvent.ElementDone it -> done(it.element());
            case CaseEvent.PromiseMade it -> promises.put(it.promise(), promised(it));
            case CaseEvent.PromiseKept it -> settle(it.promise(), it.header().at(), true, it.proof());
            case CaseEvent.PromiseBroken it -> {
                settle(it.promise(), it.header().at(), false, it.why());
                outdate(it.why());
            }
            case CaseEvent.ClockStartFound it -> clockStarts.put(it.start(), it.moment());
            case CaseEvent.DangerHandled it -> dangerHandled = true;
            case CaseEvent.Linked it -> linked.add(it.reference());
            case CaseEvent.Unlinked it -> linked.remove(it.reference());
            case CaseEvent.TookOver it -> linked.add(it.reference());
            case CaseEvent.SplitOff it -> linked.add(it.reference());
            case CaseEvent.LessonDrawn it -> lesson = it;
            case CaseEvent.SurveySent it -> {}
            case CaseEvent.SurveyAnswered it -> survey = it;
            case CaseEvent.LetterQueued it -> letter(it.letter(), it.purpose(), Complaint.LetterStanding.QUEUED, it);
            case CaseEvent.LetterTakenBack it -> letter(it.letter(), null, Complaint.LetterStanding.TAKEN_BACK, it);
            case CaseEvent.LetterSent it -> sent(it);
            case CaseEvent.LetterFailed it -> letter(it.letter(), null, Complaint.LetterStanding.FAILED, it);
            case CaseEvent.ClocksPaused it -> pause(it.header().at(), it.reason());
            case CaseEvent.ClocksResumed it -> resume(it.header().at());
            case CaseEvent.OutcomeAccepted it -> accepted = true;
            case CaseEvent.OutcomeRejected it -> reject(it.reason());
            case CaseEvent.Closed it -> close(it.header().at(), it.outcome());
            case CaseEvent.Reopened it -> reopen();
            case CaseEvent.MergedInto it -> {
                mergedInto = it.reference();
                close(it.header().at(), CaseOutcome.MERGED);
            }
            case CaseEvent.PartingProposed it -> parting = proposed(it);
            case CaseEvent.PartingConfirmed it -> confirm(it);
            case CaseEvent.PartingCalledOff it -> parting = null;
            case CaseEvent.PartingStepDone it -> step(it.step());
        }
    }

    private void open(CaseEvent.Opened event) {
        if (opened != null) {
            throw new IllegalArgumentException("Case %s is opened twice.".formatted(event.reference()));
        }
        opened = event;
        customer = event.customer();
        String message = event.message();
        if (message != null) {
            came(message, event.header().at());
        }
    }

    private void came(String message, Instant at) {
        messages.add(new Complaint.SentMessage(message, at));
    }

    /** A person's word is not overruled by a machine's, but what is said of danger always counts. */
    private void assess(CaseEvent.Assessed event) {
        boolean person = event.header().byPerson();
        if (person || !assessedByPerson) {
            dangerHandled &= !event.assessment().danger() || assessment.danger();
            assessment = event.assessment();
            assessedByPerson |= person;
        } else if (event.assessment().danger() && !assessment.danger()) {
            dangerHandled = false;
            assessment = assessment.withDanger();
        }
        if (person) {
            reach(Stage.ASSESSED);
        }
    }

    private void reach(Stage next) {
        if (stage.compareTo(next) < 0) {
            stage = next;
        }
    }

    private void set(String field, @Nullable String value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
    }

    private static Complaint.ChosenPlan chosen(CaseEvent.PlanChosen event) {
        return new Complaint.ChosenPlan(
                event.elements(),
                event.header().actor(),
                event.otherwiseBecause(),
                event.approvalBecause(),
                event.approvalBecause() == null ? Complaint.Approval.NOT_NEEDED : Complaint.Approval.WAITING,
                null,
                Set.of());
    }

    private void approve(Complaint.Approval approval, String by) {
        Complaint.ChosenPlan chosen = plan;
        if (chosen != null) {
            plan = new Complaint.ChosenPlan(
                    chosen.elements(),
                    chosen.chosenBy(),
                    chosen.otherwiseBecause(),
                    chosen.approvalBecause(),
                    approval,
                    by,
                    chosen.done());
        }
    }

    private void done(String element) {
        Complaint.ChosenPlan chosen = plan;
        if (chosen != null) {
            Set<String> done = new TreeSet<>(chosen.done());
            done.add(element);
            plan = new Complaint.ChosenPlan(
                    chosen.elements(),
                    chosen.chosenBy(),
                    chosen.otherwiseBecause(),
                    chosen.approvalBecause(),
                    chosen.approval(),
                    chosen.approvedBy(),
                    Collections.unmodifiableSet(done));
        }
    }

    private static CasePromise promised(CaseEvent.PromiseMade event) {
        return new CasePromise(
                event.promise(), event.what(), event.element(), event.owner(), event.due(), null, false, null);
    }

    private void settle(String id, Instant at, boolean kept, String proof) {
        CasePromise was = promises.get(id);
        if (was != null) {
            promises.put(id, new CasePromise(id, was.what(), was.element(), was.owner(), was.due(), at, kept, proof));
        }
    }

    private void letter(
            String id, @Nullable LetterPurpose purpose, Complaint.LetterStanding standing, CaseEvent event) {
        Complaint.SentLetter was = letters.get(id);
        LetterPurpose known = purpose != null ? purpose : was == null ? LetterPurpose.MESSAGE : was.purpose();
        letters.put(
                id, new Complaint.SentLetter(id, known, standing, event.header().at()));
    }

    private void sent(CaseEvent.LetterSent event) {
        letter(event.letter(), event.purpose(), Complaint.LetterStanding.SENT, event);
        if (stage == Stage.CLOSED) {
            return;
        }
        if (event.purpose().answers()) {
            reach(Stage.ANSWERED);
            answeredAt = event.header().at();
            accepted = null;
        } else {
            reach(Stage.ACKNOWLEDGED);
        }
    }

    private void pause(Instant at, String reason) {
        pauses.add(new Complaint.Pause(at, null, reason));
    }

    private void resume(Instant at) {
        if (!pauses.isEmpty() && pauses.get(pauses.size() - 1).until() == null) {
            Complaint.Pause last = pauses.remove(pauses.size() - 1);
            pauses.add(new Complaint.Pause(last.from(), at, last.reason()));
        }
    }

    private void reject(String reason) {
        accepted = false;
        rejections++;
        outdate(reason);
        reopen();
    }

    /** A recovery that failed is a second failure: what was chosen before it no longer fits. */
    private void outdate(String why) {
        if (plan != null) {
            planOutdated = why;
        }
    }

    private void close(Instant at, CaseOutcome how) {
        stage = Stage.CLOSED;
        closedAt = at;
        outcome = how;
        resume(at);
    }

    /** What was found out still holds; the answer has to be found again. */
    private void reopen() {
        stage = assessedByPerson ? Stage.INVESTIGATED : Stage.ACKNOWLEDGED;
        closedAt = null;
        outcome = null;
        answeredAt = null;
    }

    private static Complaint.PartingState proposed(CaseEvent.PartingProposed event) {
        return new Complaint.PartingState(event.header().actor(), event.reason(), null, null, Set.of());
    }

    private void confirm(CaseEvent.PartingConfirmed event) {
        Complaint.PartingState was = parting;
        if (was != null) {
            parting = new Complaint.PartingState(
                    was.proposedBy(), was.reason(), event.header().actor(), event.coolingOffUntil(), was.done());
        }
    }

    private void step(PartingStep step) {
        Complaint.PartingState was = parting;
        if (was != null) {
            EnumSet<PartingStep> done = EnumSet.of(step);
            done.addAll(was.done());
            parting = new Complaint.PartingState(
                    was.proposedBy(),
                    was.reason(),
                    was.confirmedBy(),
                    was.coolingOffUntil(),
                    Collections.unmodifiableSet(done));
        }
    }

    /**
     * What has been added so far comes to this.
     *
     * @throws IllegalArgumentException when nothing has opened the case
     */
    public Complaint state() {
        CaseEvent.Opened first = opened;
        if (first == null) {
            throw new IllegalArgumentException("No event opens the case.");
        }
        return new Complaint(
                first.reference(),
                customer,
                first.brand(),
                first.channel(),
                first.language(),
                first.subject(),
                first.header().at(),
                stage,
                assessment,
                assessedByPerson,
                owner,
                team,
                List.copyOf(messages),
                List.copyOf(letters.values()),
                List.copyOf(evidence.values()),
                List.copyOf(notes),
                Collections.unmodifiableSet(new TreeSet<>(tags)),
                Collections.unmodifiableMap(new TreeMap<>(fields)),
                proposal,
                plan,
                planOutdated,
                List.copyOf(promises.values()),
                List.copyOf(pauses),
                Collections.unmodifiableMap(new EnumMap<>(clockStarts)),
                dangerHandled,
                answeredAt,
                accepted,
                rejections,
                closedAt,
                outcome,
                mergedInto,
                Collections.unmodifiableSet(new TreeSet<>(linked)),
                lesson,
                survey,
                parting,
                version);
    }
}
