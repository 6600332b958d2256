package org.amends.server.automation.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        TriggerKind own = own(event);
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

    private static @Nullable TriggerKind own(CaseEvent event) {
        if (event instanceof CaseEvent.Opened) {
            return OPENED;
        }
        if (event instanceof CaseEvent.MessageCame) {
            return MESSAGE_RECEIVED;
        }
        if (event instanceof CaseEvent.Assessed) {
            return ASSESSED;
        }
        if (event instanceof CaseEvent.Tagged) {
            return TAGGED;
        }
        if (event instanceof CaseEvent.Assigned) {
            return ASSIGNED;
        }
        if (event instanceof CaseEvent.FieldSet) {
            return FIELD_SET;
        }
        return ofEnd(event);
    }

    private static @Nullable TriggerKind ofEnd(CaseEvent event) {
        if (event instanceof CaseEvent.PromiseBroken) {
            return PROMISE_BROKEN;
        }
        if (event instanceof CaseEvent.OutcomeRejected) {
            return OUTCOME_REJECTED;
        }
        if (event instanceof CaseEvent.LetterFailed) {
            return LETTER_FAILED;
        }
        if (event instanceof CaseEvent.Reopened) {
            return REOPENED;
        }
        if (event instanceof CaseEvent.Closed) {
            return CLOSED;
        }
        return event instanceof CaseEvent.SurveyAnswered ? SURVEY_ANSWERED : null;
    }
}
