package org.amends.server.automation.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;
import org.amends.deadline.Alarm;
import org.jspecify.annotations.Nullable;

/** What sets a rule off: something that happened to a case, or time. */
public enum TriggerKind {
    OPENED,
    MESSAGE_RECEIVED,
    ASSESSED,
    STAGE_CHANGED,
    TAGGED,
    ASSIGNED,
    FIELD_SET,
    /** A promise was broken or the outcome rejected after the plan was chosen. */
    PLAN_OUTDATED,
    PROMISE_BROKEN,
    OUTCOME_REJECTED,
    LETTER_FAILED,
    REOPENED,
    CLOSED,
    SURVEY_ANSWERED,
    /** Three quarters of the time of one of its clocks have passed. */
    CLOCK_AT_75(Alarm.AT_75),
    /** Nine tenths of it. */
    CLOCK_AT_90(Alarm.AT_90),
    /** A clock has run out. */
    CLOCK_OVERDUE(Alarm.OVERDUE),
    /** For so many hours the customer has waited for an answer to what they said last. */
    UNANSWERED,
    /** A promise falls due within so many hours. */
    PROMISE_DUE;

    private static final List<String> NAMES =
            Arrays.stream(values()).map(TriggerKind::stableName).toList();

    /** What an event sets off whatever the case; other events set off what they change only. */
    private static final Map<Class<? extends CaseEvent>, TriggerKind> OWN = Map.ofEntries(
            Map.entry(CaseEvent.Opened.class, OPENED),
            Map.entry(CaseEvent.MessageCame.class, MESSAGE_RECEIVED),
            Map.entry(CaseEvent.Assessed.class, ASSESSED),
            Map.entry(CaseEvent.Tagged.class, TAGGED),
            Map.entry(CaseEvent.Assigned.class, ASSIGNED),
            Map.entry(CaseEvent.FieldSet.class, FIELD_SET),
            Map.entry(CaseEvent.PromiseBroken.class, PROMISE_BROKEN),
            Map.entry(CaseEvent.OutcomeRejected.class, OUTCOME_REJECTED),
            Map.entry(CaseEvent.LetterFailed.class, LETTER_FAILED),
            Map.entry(CaseEvent.Reopened.class, REOPENED),
            Map.entry(CaseEvent.Closed.class, CLOSED),
            Map.entry(CaseEvent.SurveyAnswered.class, SURVEY_ANSWERED));

    private final @Nullable Alarm alarm;

    TriggerKind() {
        this(null);
    }

    TriggerKind(@Nullable Alarm alarm) {
        this.alarm = alarm;
    }

    /** The alarm of a clock that it waits for, or null. */
    public @Nullable Alarm alarm() {
        return alarm;
    }

    /** Whether it needs a number of hours. */
    public boolean waits() {
        return this == UNANSWERED || this == PROMISE_DUE;
    }

    /** Whether time sets it off, rather than something that happened. */
    public boolean ofTime() {
        return alarm != null || waits();
    }

    /** The name in requests and in the store. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    public static List<String> names() {
        return NAMES;
    }

    /** What this event of a case sets off. */
    public static List<TriggerKind> of(CaseEvent event, @Nullable Complaint before, Complaint after) {
        List<TriggerKind> kinds = new ArrayList<>();
        TriggerKind own = OWN.get(event.getClass());
        if (own != null) {
            kinds.add(own);
        }
        if (before != null && before.stage() != after.stage()) {
            kinds.add(STAGE_CHANGED);
        }
        if (before != null && before.planOutdated() == null && after.planOutdated() != null) {
            kinds.add(PLAN_OUTDATED);
        }
        return kinds;
    }
}
