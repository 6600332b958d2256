package org.amends.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.relationship.Standing;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.KeptStates;
import org.amends.server.webhook.Message;
import org.amends.server.webhook.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Diagnoses relationships anew, keeps the diagnoses, and tells what became different. */
@Component
final class Examination {

    /** Somebody first seen longer ago and never diagnosed comes from an import: nothing has changed, it is only known now. */
    private static final Duration NEWCOMER = Duration.ofDays(1);

    private final JdbcClient database;
    private final DiagnosisTable diagnoses;
    private final Outbox outbox;
    private final Messages messages;

    Examination(JdbcClient database, DiagnosisTable diagnoses, Outbox outbox, Messages messages) {
        this.database = database;
        this.diagnoses = diagnoses;
        this.outbox = outbox;
        this.messages = messages;
    }

    /** Examines these within the caller's transaction. */
    void of(Collection<Long> relationships, Diagnosing diagnosing, Instant now) {
        if (relationships.isEmpty()) {
            return;
        }
        List<KeptRelationship> kept = kept(relationships, new KeptStates(diagnosing.policy()));
        Map<Long, DiagnosisRow> before = diagnoses.of(relationships);
        List<DiagnosisRow> different = new ArrayList<>();
        List<DiagnosisChange> changes = new ArrayList<>();
        Set<Long> gone = new HashSet<>(before.keySet());
        Diagnosing.At diagnosis = diagnosing.at(now);
        for (KeptRelationship each : kept) {
            gone.remove(each.id());
            DiagnosisRow old = before.get(each.id());
            RiskMark mark = old == null ? RiskMark.LOW : old.riskMark();
            DiagnosisRow row = DiagnosisRow.of(each, diagnosis.diagnose(each.relationship()), mark, diagnosing, now);
            if (old == null || !row.saysTheSameAs(old)) {
                different.add(row);
            }
            if (old != null || !row.firstSeen().isBefore(now.minus(NEWCOMER))) {
                changes.addAll(DiagnosisChange.between(old, row));
            }
        }
        diagnoses.remove(gone);
        diagnoses.put(different);
        diagnoses.add(changes);
        tell(changes);
    }

    private void tell(List<DiagnosisChange> changes) {
        if (!changes.isEmpty() && outbox.isListenedTo()) {
            List<Message> told = new ArrayList<>();
            changes.forEach(change -> messages.of(change).ifPresent(told::add));
            outbox.add(told);
        }
    }

    /** Those that are diagnosed: who was merged into another, restricted or erased is not. */
    private List<KeptRelationship> kept(Collection<Long> relationships, KeptStates states) {
        return database
                .sql("""
                        select id, brand, customer, state from relationship
                        where id = any (?) and state is not null and merged_into is null and not restricted""")
                .param(relationships.toArray(Long[]::new))
                .query((row, number) -> new KeptRelationship(
                        row.getLong("id"),
                        row.getString("brand"),
                        row.getString("customer"),
                        states.read(row.getBytes("state"))))
                .stream()
                .filter(each -> each.relationship().standing() != Standing.ERASED)
                .sorted(java.util.Comparator.comparingLong(KeptRelationship::id))
                .toList();
    }
}
