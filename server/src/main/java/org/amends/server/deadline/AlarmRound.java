package org.amends.server.deadline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.deadline.Alarm;
import org.amends.deadline.DutyKind;
import org.amends.server.audit.Audit;
import org.amends.server.webhook.Dispatch;
import org.amends.server.webhook.MessageType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells, every minute, of clocks that run out soon or have run out. That something was told is written in the transaction that
 * tells it, so each is told once, however many servers look and whenever one of them dies.
 */
@Component
public final class AlarmRound {

    private static final int TOGETHER = 200;

    private final JdbcClient database;
    private final CaseMessages messages;
    private final Audit audit;
    private final Dispatch dispatch;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    AlarmRound(
            JdbcClient database,
            CaseMessages messages,
            Audit audit,
            Dispatch dispatch,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.messages = messages;
        this.audit = audit;
        this.dispatch = dispatch;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Due(
            long complaint,
            CaseMessages.About about,
            String regime,
            DutyKind duty,
            int round,
            boolean extended,
            Alarm level,
            OffsetDateTime at) {}

    @Scheduled(initialDelayString = "${amends.deadline.first-look:PT20S}", fixedDelayString = "PT1M")
    void look() {
        int ignored = tell(clock.instant());
    }

    /** Tells what is to be told by then. Returns how many things that were. */
    public int tell(Instant now) {
        int told = 0;
        int last;
        do {
            last = Objects.requireNonNullElse(transaction.execute(status -> some(now)), 0);
            told += last;
        } while (last == TOGETHER);
        if (told > 0) {
            dispatch.wake();
        }
        return told;
    }

    private int some(Instant now) {
        List<Due> due = database.sql("""
                        select a.complaint, a.regime, a.duty, a.round, a.extended, a.level, a.at,
                            c.reference, c.customer, c.brand, c.relationship
                        from clock_alarm a join complaint c on c.id = a.complaint
                        where a.told_at is null and a.at is not null and a.at < :now
                        order by a.at limit :most for update of a skip locked""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", TOGETHER)
                .query((row, number) -> new Due(
                        row.getLong("complaint"),
                        new CaseMessages.About(
                                text(row.getString("reference")),
                                text(row.getString("customer")),
                                text(row.getString("brand")),
                                row.getLong("relationship")),
                        text(row.getString("regime")),
                        DutyKind.valueOf(row.getString("duty")),
                        row.getInt("round"),
                        row.getBoolean("extended"),
                        Alarm.valueOf(row.getString("level")),
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))))
                .list();
        due.forEach(each -> messages.tell(MessageType.CLOCK_ALARM, each.about(), now, data(each)));
        due.forEach(each -> mark(each, now));
        due.forEach(each -> audit.record(
                Audit.SYSTEM,
                "clock." + each.level().stableName(),
                "case:" + each.about().reference(),
                data(each)));
        return due.size();
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column);
    }

    private static Map<String, Object> data(Due due) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("level", due.level().stableName());
        data.put("duty", due.duty().stableName());
        data.put("regime", due.regime());
        data.put("round", due.round());
        return data;
    }

    private void mark(Due due, Instant now) {
        int marked = database.sql("""
                        update clock_alarm set told_at = :now
                        where complaint = :complaint and regime = :regime and duty = :duty and round = :round
                            and extended = :extended and level = :level""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("complaint", due.complaint())
                .param("regime", due.regime())
                .param("duty", due.duty().name())
                .param("round", due.round())
                .param("extended", due.extended())
                .param("level", due.level().name())
                .update();
        assert marked == 1;
    }
}
