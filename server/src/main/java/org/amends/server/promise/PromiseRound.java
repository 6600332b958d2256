package org.amends.server.promise;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CasePromise;
import org.amends.server.audit.Audit;
import org.amends.server.complaint.Cases;
import org.amends.server.deadline.CaseMessages;
import org.amends.server.webhook.Dispatch;
import org.amends.server.webhook.MessageType;
import org.amends.store.complaint.KeptCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns, every minute, of promises that fall due soon, and breaks those whose time has run out without proof: that is a failure of
 * its own, told in the history of the relationship, and the plan is to be made anew.
 */
@Component
public final class PromiseRound {

    private static final Logger LOG = LoggerFactory.getLogger(PromiseRound.class);
    private static final int TOGETHER = 200;
    private static final String NO_PROOF = "nobody showed that it was kept in time";

    private final JdbcClient database;
    private final Cases cases;
    private final CaseMessages messages;
    private final Audit audit;
    private final Dispatch dispatch;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    PromiseRound(
            JdbcClient database,
            Cases cases,
            CaseMessages messages,
            Audit audit,
            Dispatch dispatch,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.cases = cases;
        this.messages = messages;
        this.audit = audit;
        this.dispatch = dispatch;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Due(long complaint, CaseMessages.About about, String id, String owner, Instant due) {}

    @Scheduled(initialDelayString = "${amends.deadline.first-look:PT20S}", fixedDelayString = "PT1M")
    void look() {
        Instant now = clock.instant();
        int told = warn(now) + breakOverdue(now);
        if (told > 0) {
            dispatch.wake();
        }
    }

    /** Warns of those that fall due soon, of each once. Returns how many they were. */
    public int warn(Instant now) {
        int told = 0;
        int last;
        do {
            last = Objects.requireNonNullElse(transaction.execute(status -> warnSome(now)), 0);
            told += last;
        } while (last == TOGETHER);
        return told;
    }

    private int warnSome(Instant now) {
        // The moment is that of Pledge.warnedFrom.
        List<Due> soon = due("""
                p.warned_at is null and p.due_at > :now
                and greatest(p.made_at + (p.due_at - p.made_at) * 0.75, p.due_at - interval '7 days') <= :now""", "for update of p skip locked", now);
        for (Due each : soon) {
            int marked = database.sql("update promise set warned_at = ? where complaint = ? and id = ?")
                    .param(PromiseLedger.utc(now))
                    .param(each.complaint())
                    .param(each.id())
                    .update();
            assert marked == 1;
            messages.tell(MessageType.PROMISE_DUE_SOON, each.about(), now, data(each));
        }
        soon.forEach(each -> audit.record(
                Audit.SYSTEM, "promise.due_soon", "case:" + each.about().reference(), data(each)));
        return soon.size();
    }

    private List<Due> due(String condition, String lock, Instant now) {
        return database.sql("""
                        select p.complaint, p.id, p.owner, p.due_at, c.reference, c.customer, c.brand, c.relationship
                        from promise p join complaint c on c.id = p.complaint
                        where p.settled_at is null and %s order by p.due_at limit :most %s""".formatted(condition, lock))
                .param("now", PromiseLedger.utc(now))
                .param("most", TOGETHER)
                .query((row, number) -> new Due(
                        row.getLong("complaint"),
                        new CaseMessages.About(
                                Objects.requireNonNull(row.getString("reference")),
                                Objects.requireNonNull(row.getString("customer")),
                                Objects.requireNonNull(row.getString("brand")),
                                row.getLong("relationship")),
                        Objects.requireNonNull(row.getString("id")),
                        Objects.requireNonNull(row.getString("owner")),
                        Objects.requireNonNull(row.getObject("due_at", java.time.OffsetDateTime.class))
                                .toInstant()))
                .list();
    }

    private static Map<String, Object> data(Due due) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("promise", due.id());
        data.put("owner", due.owner());
        data.put("due_at", due.due().toString());
        return data;
    }

    /** Breaks those whose time has run out. Returns how many they were. */
    public int breakOverdue(Instant now) {
        int broken = 0;
        for (Due each : due("p.due_at < :now", "", now)) {
            try {
                broken += Objects.requireNonNullElse(transaction.execute(status -> breakOne(each, now)), 0);
            } catch (RuntimeException failed) {
                LOG.error(
                        "Promise {} of case {} is overdue and could not be marked so.",
                        each.id(),
                        each.about().reference(),
                        failed);
            }
        }
        return broken;
    }

    private int breakOne(Due due, Instant now) {
        List<CaseEvent> broken = new ArrayList<>();
        KeptCase after = cases.decide(due.about().reference(), kept -> {
            CasePromise promise = kept.complaint().promise(due.id());
            if (promise != null && promise.open() && promise.due().isBefore(now)) {
                broken.add(
                        new CaseEvent.PromiseBroken(new CaseHeader(now, CaseHeader.MACHINE), promise.id(), NO_PROOF));
            }
            return broken;
        });
        if (!broken.isEmpty()) {
            Map<String, Object> data = data(due);
            data.put("plan_outdated", after.complaint().planOutdated() != null);
            messages.tell(MessageType.PROMISE_BROKEN, due.about(), now, data);
        }
        return broken.size();
    }
}
