package org.amends.server.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.complaint.CaseEvent;
import org.amends.deadline.Clock;
import org.amends.deadline.Clocks;
import org.amends.deadline.LetterContent;
import org.amends.server.complaint.CaseListener;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works out the clocks of a case whenever something happens to it that may change them, and writes them down: the nearest into the
 * row of the case, all of them and what is to be told of them beside it.
 */
@Component
public final class CaseClocks implements CaseListener {

    private final JdbcClient database;
    private final ClockRules rules;
    private final LetterContents contents;

    CaseClocks(JdbcClient database, ClockRules rules, LetterContents contents) {
        this.database = database;
        this.rules = rules;
        this.contents = contents;
    }

    /** The clocks of a case, worked out now. */
    public Clocks of(KeptCase kept) {
        return clocks(kept, rules.of(kept.complaint()));
    }

    private Clocks clocks(KeptCase kept, ClockRules.Applied applied) {
        Map<String, Set<LetterContent>> said = kept.complaint().letters().isEmpty() ? Map.of() : contents.of(kept.id());
        return Clocks.of(
                kept.complaint(),
                kept.events(),
                applied.regimes(),
                applied.calendar(),
                letter -> said.getOrDefault(letter, Set.of()));
    }

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        if (happened.stream().noneMatch(CaseClocks::matters)) {
            return;
        }
        ClockRules.Applied applied = rules.of(after.complaint());
        for (CaseEvent event : happened) {
            if (event instanceof CaseEvent.LetterSent sent) {
                contents.check(after.id(), sent.letter(), sent.header().at(), applied);
            }
        }
        boolean isNew = after.complaint().version() == happened.size();
        write(after.id(), clocks(after, applied), isNew);
    }

    /** Works the clocks of a case out again, for example since its rules changed. */
    void again(KeptCase kept) {
        write(kept.id(), of(kept), false);
    }

    private static boolean matters(CaseEvent event) {
        return !(event instanceof CaseEvent.Noted
                || event instanceof CaseEvent.Assigned
                || event instanceof CaseEvent.EvidenceNoted
                || event instanceof CaseEvent.MessageCame
                || event instanceof CaseEvent.InvestigationBegun
                || event instanceof CaseEvent.PlanProposed
                || event instanceof CaseEvent.PlanChosen
                || event instanceof CaseEvent.PlanApproved
                || event instanceof CaseEvent.PlanRefused
                || event instanceof CaseEvent.LetterQueued
                || event instanceof CaseEvent.LetterTakenBack
                || event instanceof CaseEvent.PromiseMade
                || event instanceof CaseEvent.PromiseKept
                || event instanceof CaseEvent.PromiseBroken
                || event instanceof CaseEvent.Linked
                || event instanceof CaseEvent.Unlinked
                || event instanceof CaseEvent.LessonDrawn
                || event instanceof CaseEvent.SurveySent
                || event instanceof CaseEvent.SurveyAnswered);
    }

    private void write(long complaint, Clocks clocks, boolean isNew) {
        if (!isNew) {
            int ignored = database.sql("delete from clock where complaint = ?")
                    .param(complaint)
                    .update();
            ignored = database.sql("update clock_alarm set at = null where complaint = ? and told_at is null")
                    .param(complaint)
                    .update();
        }
        insert(complaint, clocks.all());
        alarms(complaint, clocks.all());
        Clock governing = clocks.governing();
        int ignored = database.sql("update complaint set due_at = ?, due_duty = ? where id = ?")
                .param(governing == null ? null : utc(governing.due()))
                .param(governing == null ? null : governing.duty().name())
                .param(complaint)
                .update();
    }

    private void insert(long complaint, List<Clock> clocks) {
        for (Clock clock : clocks) {
            int ignored = database.sql("""
                            insert into clock (complaint, regime, duty, round, started_at, due_at, extended, standing, settled_at,
                                settled_by, lacks)
                            values (:complaint, :regime, :duty, :round, :started, :due, :extended, :standing, :settled, :by, :lacks)
                            on conflict do nothing""")
                    .param("complaint", complaint)
                    .param("regime", clock.regime())
                    .param("duty", clock.duty().name())
                    .param("round", clock.round())
                    .param("started", utc(clock.started()))
                    .param("due", utc(clock.due()))
                    .param("extended", clock.extended())
                    // Until its time runs out; that it has is told by the day, not by a row.
                    .param("standing", clock.standing(Instant.MIN).name())
                    .param("settled", utc(clock.settled()))
                    .param("by", clock.settledBy())
                    .param(
                            "lacks",
                            clock.lacks().stream()
                                    .map(LetterContent::name)
                                    .sorted()
                                    .toArray(String[]::new))
                    .update();
        }
    }

    /** What was told once is not told again; what is told of an end that was moved is another thing. */
    private void alarms(long complaint, List<Clock> clocks) {
        List<Object[]> rows = new ArrayList<>();
        for (Clock clock : clocks) {
            clock.alarms()
                    .forEach((alarm, at) -> rows.add(new Object[] {
                        clock.regime(), clock.duty().name(), clock.round(), clock.extended(), alarm.name(), utc(at)
                    }));
        }
        if (rows.isEmpty()) {
            return;
        }
        int ignored = database.sql("""
                        insert into clock_alarm (complaint, regime, duty, round, extended, level, at)
                        select ?, regime, duty, round, extended, level, at
                        from unnest(?::text[], ?::text[], ?::int[], ?::bool[], ?::text[], ?::timestamptz[])
                            as told (regime, duty, round, extended, level, at)
                        on conflict (complaint, regime, duty, round, extended, level)
                            do update set at = excluded.at where clock_alarm.told_at is null""")
                .param(complaint)
                .param(column(rows, 0).toArray(String[]::new))
                .param(column(rows, 1).toArray(String[]::new))
                .param(column(rows, 2).toArray(Integer[]::new))
                .param(column(rows, 3).toArray(Boolean[]::new))
                .param(column(rows, 4).toArray(String[]::new))
                .param(column(rows, 5).stream().map(String::valueOf).toArray(String[]::new))
                .update();
    }

    private static List<Object> column(List<Object[]> rows, int number) {
        return rows.stream().map(row -> row[number]).toList();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
