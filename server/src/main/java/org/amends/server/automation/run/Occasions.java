package org.amends.server.automation.run;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.deadline.Alarm;
import org.amends.server.automation.rule.Rule;
import org.amends.server.automation.rule.TriggerKind;
import org.amends.server.complaint.Cases;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds in the past of a case what would have set a rule off. */
@Component
final class Occasions {

    private final JdbcClient database;

    Occasions(JdbcClient database) {
        this.database = database;
    }

    /**
     * Something that would have set a rule off.
     *
     * @param name as the log of runs calls it
     */
    record Occasion(String name, Instant at) {}

    /** All of a case, oldest first. */
    List<Occasion> of(Rule rule, KeptCase kept, Instant now) {
        Alarm alarm = rule.trigger().alarm();
        if (alarm != null) {
            return alarms(kept, alarm, now);
        }
        Duration hours = Duration.ofHours(Objects.requireNonNullElse(rule.hours(), 0));
        return switch (rule.trigger()) {
            case UNANSWERED -> silences(kept, hours, now);
            case PROMISE_DUE -> promises(kept, hours, now);
            case OPENED,
                    MESSAGE_RECEIVED,
                    ASSESSED,
                    STAGE_CHANGED,
                    TAGGED,
                    ASSIGNED,
                    FIELD_SET,
                    PLAN_OUTDATED,
                    PROMISE_BROKEN,
                    OUTCOME_REJECTED,
                    LETTER_FAILED,
                    REOPENED,
                    CLOSED,
                    SURVEY_ANSWERED,
                    CLOCK_AT_75,
                    CLOCK_AT_90,
                    CLOCK_OVERDUE -> events(kept, rule.trigger());
        };
    }

    private static List<Occasion> events(KeptCase kept, TriggerKind trigger) {
        return RuleEvents.setOff(kept.events(), 0).stream()
                .filter(each -> each.trigger() == trigger)
                .map(each -> new Occasion("event:" + each.number(), each.at()))
                .toList();
    }

    private List<Occasion> alarms(KeptCase kept, Alarm alarm, Instant now) {
        return database.sql("""
                        select concat_ws(':', 'clock', regime, duty, round, extended, level) as name, at from clock_alarm
                        where complaint = ? and level = ? and at <= ? order by at""")
                .param(kept.id())
                .param(alarm.name())
                .param(now.atOffset(java.time.ZoneOffset.UTC))
                .query((row, number) -> new Occasion(
                        row.getString("name"),
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                .toInstant()))
                .list();
    }

    /** Waits of the customer that lasted so long. */
    private static List<Occasion> silences(KeptCase kept, Duration hours, Instant now) {
        List<Occasion> all = new ArrayList<>();
        if (kept.complaint().channel().equals(Cases.PROACTIVE)) {
            return all;
        }
        @Nullable Instant since = null;
        for (CaseEvent event : kept.events()) {
            boolean speaks = RuleEvents.speaks(event);
            if (speaks || RuleEvents.answers(event)) {
                silence(all, since, hours, event.header().at());
                since = speaks ? event.header().at() : null;
            }
        }
        silence(all, since, hours, now);
        return all;
    }

    private static void silence(List<Occasion> all, @Nullable Instant since, Duration hours, Instant until) {
        if (since != null && !since.plus(hours).isAfter(until)) {
            all.add(new Occasion("unanswered:" + since, since.plus(hours)));
        }
    }

    private static List<Occasion> promises(KeptCase kept, Duration hours, Instant now) {
        Map<String, Instant> made = new HashMap<>();
        for (CaseEvent event : kept.events()) {
            if (event instanceof CaseEvent.PromiseMade promise) {
                made.put(promise.promise(), promise.header().at());
            }
        }
        List<Occasion> all = new ArrayList<>();
        for (CasePromise promise : kept.complaint().promises()) {
            Instant begun = made.getOrDefault(promise.id(), kept.complaint().openedAt());
            Instant early = promise.due().minus(hours);
            Instant at = early.isAfter(begun) ? early : begun;
            Instant settled = promise.settledAt();
            if (!at.isAfter(now) && (settled == null || settled.isAfter(at))) {
                all.add(new Occasion("promise:" + promise.id(), at));
            }
        }
        return all;
    }
}
