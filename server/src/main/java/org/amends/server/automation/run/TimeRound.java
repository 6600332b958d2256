package org.amends.server.automation.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.amends.deadline.Alarm;
import org.amends.server.automation.rule.KeptRule;
import org.amends.server.automation.rule.Rules;
import org.amends.server.automation.rule.TriggerKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks, every minute, which rules time sets off. What came to pass before a rule was switched on does not; neither does what a
 * server that stood still for days has missed.
 */
@Component
public final class TimeRound {

    private static final Duration MISSED = Duration.ofDays(3);
    private static final List<TriggerKind> OF_TIME =
            Arrays.stream(TriggerKind.values()).filter(TriggerKind::ofTime).toList();

    private static final String CLOCK = """
            select a.complaint, concat_ws(':', 'clock', a.regime, a.duty, a.round, a.extended, a.level), a.at
            from clock_alarm a join clock k on (k.complaint, k.regime, k.duty, k.round) = (a.complaint, a.regime, a.duty, a.round)
            where a.level = :level and k.settled_at is null and a.at is not null and a.at <= :now
                and (a.told_at is null or a.told_at > :from)""";

    private static final String UNANSWERED = """
            select complaint, 'unanswered:' || to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                since + make_interval(hours => :hours)
            from automation_silence where since <= :now::timestamptz - make_interval(hours => :hours)""";

    private static final String PROMISE = """
            select complaint, 'promise:' || id, greatest(made_at, due_at - make_interval(hours => :hours))
            from promise where settled_at is null and due_at <= :now::timestamptz + make_interval(hours => :hours)""";

    private final JdbcClient database;
    private final Rules rules;
    private final RuleBell bell;
    private final InstantSource clock;

    TimeRound(JdbcClient database, Rules rules, RuleBell bell, InstantSource clock) {
        this.database = database;
        this.rules = rules;
        this.bell = bell;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${amends.automation.first-look:PT20S}", fixedDelayString = "PT1M")
    void look() {
        int ignored = look(clock.instant());
    }

    /** Writes down what time has set off by then. Returns how much that was. */
    public int look(Instant now) {
        int found = 0;
        for (KeptRule rule : rules.on(OF_TIME)) {
            found += look(rule, now);
        }
        if (found > 0) {
            bell.ring();
        }
        return found;
    }

    private int look(KeptRule rule, Instant now) {
        Instant since = Objects.requireNonNull(rule.onSince());
        Instant from = since.isAfter(now.minus(MISSED)) ? since : now.minus(MISSED);
        TriggerKind trigger = rule.rule().trigger();
        Alarm alarm = trigger.alarm();
        JdbcClient.StatementSpec query = alarm != null
                ? into(CLOCK).param("level", alarm.name())
                : into(trigger == TriggerKind.UNANSWERED ? UNANSWERED : PROMISE)
                        .param("hours", rule.rule().hours());
        return query.param("rule", rule.name())
                .param("brand", rule.brand())
                .param("now", utc(now))
                .param("next", utc(clock.instant()))
                .param("from", utc(from))
                .update();
    }

    /** Each query gives the case, what set the rule off, and when that came to pass. */
    private JdbcClient.StatementSpec into(String occasions) {
        return database.sql("""
                insert into automation_work (rule, complaint, occasion, at, next_attempt)
                select :rule, o.complaint, o.occasion, o.at, :next from (%s) as o (complaint, occasion, at)
                join complaint c on c.id = o.complaint
                where c.stage <> 'CLOSED' and :brand in ('', c.brand) and o.at > :from and o.at <= :now
                    and not exists (select from automation_run r
                        where r.rule = :rule and r.complaint = o.complaint and r.occasion = o.occasion)
                order by o.at, o.complaint
                on conflict do nothing""".formatted(occasions));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
