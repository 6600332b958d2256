package org.amends.server.customer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.format.event.EventData;
import org.amends.server.audit.Audit;
import org.amends.store.log.IncomingEvent;
import org.amends.store.log.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a person for good. The events stay, so that every count stays, and nothing in them tells of the person any more; who
 * they were is replaced by a random name that nobody knows.
 */
@Component
final class Erasure {

    private final Customers customers;
    private final LogLock log;
    private final JdbcClient database;
    private final List<PersonalData> elsewhere;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Erasure(
            Customers customers,
            LogLock log,
            JdbcClient database,
            List<PersonalData> elsewhere,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.customers = customers;
        this.log = log;
        this.database = database;
        this.elsewhere = elsewhere.stream()
                .sorted(Comparator.comparing(PersonalData::last))
                .toList();
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What was erased.
     *
     * @param identifiers how many identifiers the person had
     * @param relationships how many relationships
     * @param events how many events were emptied
     * @param auditEntries how many entries of the audit log lost their content
     * @param elsewhere how many things kept elsewhere were taken out
     */
    record Erased(int identifiers, int relationships, int events, int auditEntries, int elsewhere) {}

    private record Emptied(long position, OffsetDateTime occurredAt, String oldId, EventRow row) {}

    /** Erases everybody whom these are, in one transaction. */
    Erased erase(List<KeptCustomer> some, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<KeptCustomer> person = customers.samePerson(some);
            List<Long> ids = person.stream().map(KeptCustomer::id).toList();
            customers.forgetFindings(ids);
            log.take();
            List<String> oldIds = new ArrayList<>();
            List<String> pseudonyms = new ArrayList<>();
            for (KeptCustomer each : person) {
                String pseudonym = "erased-" + UUID.randomUUID();
                pseudonyms.add(pseudonym);
                oldIds.addAll(empty(each, pseudonym));
            }
            // The states know the names as well; from here on they know the new ones.
            log.refold(ids);
            end(person, pseudonyms);
            int others = 0;
            List<String> names =
                    person.stream().map(KeptCustomer::customer).distinct().toList();
            for (PersonalData each : elsewhere) {
                others += each.erase(names, oldIds);
            }
            int forgotten = 0;
            for (KeptCustomer each : person) {
                forgotten += audit.forget(actor, each.subject());
            }
            audit.record(
                    actor,
                    "customer.erased",
                    "relationships:" + ids,
                    Map.of("relationships", person.size(), "events", oldIds.size()));
            return new Erased(names.size(), person.size(), oldIds.size(), forgotten, others);
        }));
    }

    /** Renames the relationship and empties its events. Returns the ids that these had. */
    private List<String> empty(KeptCustomer customer, String pseudonym) {
        int ignored = database.sql("update relationship set customer = ? where id = ?")
                .param(pseudonym)
                .param(customer.id())
                .update();
        List<Emptied> events = database.sql(
                        "select position, occurred_at, event_id, type, data from event where relationship = ?")
                .param(customer.id())
                .query((row, number) -> {
                    OffsetDateTime at = Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class));
                    String oldId = row.getString("event_id");
                    String brand = customer.brand().isEmpty() ? null : customer.brand();
                    EventRow columns = EventData.read(
                            row.getString("data"), oldId, pseudonym, brand, at.toInstant(), row.getString("type"));
                    return new Emptied(
                            row.getLong("position"),
                            at,
                            oldId,
                            ErasedRows.of(columns, "erased-" + UUID.randomUUID(), pseudonym));
                })
                .list();
        ignored = database.sql("""
                        update event set event_id = u.event_id, type = u.type, data = u.data
                        from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])
                            as u (position, occurred_at, event_id, type, data)
                        where event.position = u.position and event.occurred_at = u.occurred_at""")
                .param(events.stream().map(Emptied::position).toArray(Long[]::new))
                .param(events.stream().map(each -> each.occurredAt().toString()).toArray(String[]::new))
                .param(events.stream().map(each -> each.row().eventId()).toArray(String[]::new))
                .param(events.stream().map(each -> each.row().type()).toArray(String[]::new))
                .param(events.stream().map(each -> EventData.write(each.row())).toArray(String[]::new))
                .update();
        return events.stream().map(Emptied::oldId).toList();
    }

    /** Says in each history that it was erased. */
    private void end(List<KeptCustomer> person, List<String> pseudonyms) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<IncomingEvent> erased = new ArrayList<>();
        for (int i = 0; i < person.size(); i++) {
            String brand = person.get(i).brand();
            erased.add(IncomingEvent.of(new EventRow(
                    "erased-" + UUID.randomUUID(),
                    pseudonyms.get(i),
                    brand.isEmpty() ? null : brand,
                    now,
                    EventType.ERASED.stableName(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of())));
        }
        for (Outcome outcome : log.append(erased)) {
            if (!(outcome instanceof Outcome.Accepted)) {
                throw new IllegalStateException(
                        "The log did not take that somebody was erased: %s.".formatted(outcome));
            }
        }
    }
}
