package org.amends.server.automation.run;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.server.automation.rule.KeptRule;
import org.amends.server.automation.rule.TriggerKind;
import org.amends.server.complaint.CaseListener;
import org.amends.server.complaint.Cases;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes down, in the transaction in which something happens to a case, which rules that sets off, and since when a customer waits.
 * What rules themselves do sets off no rule.
 */
@Component
final class RuleEvents implements CaseListener {

    private final JdbcClient database;
    private final RuleBell bell;
    private final InstantSource clock;

    RuleEvents(JdbcClient database, RuleBell bell, InstantSource clock) {
        this.database = database;
        this.bell = bell;
        this.clock = clock;
    }

    /** What an event set off. */
    record SetOff(TriggerKind trigger, int number, Instant at) {}

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        List<SetOff> all = setOff(after.events(), after.events().size() - happened.size());
        if (!all.isEmpty() && write(after.id(), after.complaint().brand(), all) > 0) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.ring();
                }
            });
        }
        waiting(after, happened);
    }

    /**
     * What the events of a case set off.
     *
     * @param before how many of them are not asked about
     */
    static List<SetOff> setOff(List<CaseEvent> events, int before) {
        CaseFold fold = new CaseFold();
        events.subList(0, before).forEach(fold::add);
        @Nullable Complaint state = before == 0 ? null : fold.state();
        List<SetOff> all = new ArrayList<>();
        for (int i = before; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            fold.add(event);
            Complaint next = fold.state();
            if (!event.header().actor().startsWith(KeptRule.ACTOR)) {
                for (TriggerKind kind : TriggerKind.of(event, state, next)) {
                    all.add(new SetOff(kind, i + 1, event.header().at()));
                }
            }
            state = next;
        }
        return all;
    }

    private int write(long complaint, String brand, List<SetOff> all) {
        return database.sql("""
                        insert into automation_work (rule, complaint, occasion, at, next_attempt)
                        select r.name, :complaint, 'event:' || s.number, s.at, :now
                        from unnest(:triggers::text[], :numbers::int[], :times::timestamptz[]) with ordinality
                            as s (trigger, number, at, rank)
                        join automation_rule r on r.trigger = s.trigger
                        where r.on_since is not null and r.brand in ('', :brand)
                        order by s.number, r.place, r.name
                        on conflict do nothing""")
                .param("complaint", complaint)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "triggers",
                        all.stream().map(each -> each.trigger().stableName()).toArray(String[]::new))
                .param("numbers", all.stream().map(SetOff::number).toArray(Integer[]::new))
                .param("times", all.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .param("brand", brand)
                .update();
    }

    private void waiting(KeptCase after, List<CaseEvent> happened) {
        if (after.complaint().channel().equals(Cases.PROACTIVE)) {
            return;
        }
        Instant since = null;
        boolean changed = false;
        for (CaseEvent event : happened) {
            if (speaks(event)) {
                since = since == null ? event.header().at() : since;
                changed = true;
            } else if (answers(event)) {
                since = null;
                changed = true;
            }
        }
        if (!changed) {
            return;
        }
        int ignored = since == null
                ? database.sql("delete from automation_silence where complaint = ?")
                        .param(after.id())
                        .update()
                : database.sql("""
                                insert into automation_silence (complaint, since) values (?, ?)
                                on conflict (complaint) do update set since = excluded.since""")
                        .param(after.id())
                        .param(since.atOffset(ZoneOffset.UTC))
                        .update();
    }

    /** Whether it is a word of the customer that waits for an answer. */
    static boolean speaks(CaseEvent event) {
        return event instanceof CaseEvent.Opened
                || event instanceof CaseEvent.MessageCame
                || event instanceof CaseEvent.OutcomeRejected;
    }

    /** Whether nobody waits any more. That something arrived is no answer. */
    static boolean answers(CaseEvent event) {
        return (event instanceof CaseEvent.LetterSent sent && sent.purpose() != LetterPurpose.ACKNOWLEDGEMENT)
                || event instanceof CaseEvent.Closed
                || event instanceof CaseEvent.MergedInto;
    }
}
