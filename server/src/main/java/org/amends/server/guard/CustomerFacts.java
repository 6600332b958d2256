package org.amends.server.guard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.event.Event;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.EventData;
import org.amends.relationship.Relationship;
import org.amends.relationship.Standing;
import org.amends.server.access.BrandScope;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.amends.slip.SlipFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what speaks against an act: states of relationships, and from the log what was stated and promised. Of several
 * relationships with one person all count that the caller may see, and the one that stands worst.
 */
@Component
class CustomerFacts {

    private static final String STATES = CustomerNeeds.SAME + """
            select id, brand, state, merged_into from relationship where id in (select id from same)""";

    private static final String SAID = """
            select occurred_at, event_id, type, data from event
            where relationship = any (:members) and type in ('preference_stated', 'preference_withdrawn', 'promise_made',
                'promise_kept', 'promise_broken', 'erased')""";

    private final JdbcClient database;
    private final DiagnosisInForce inForce;
    private final InstantSource clock;

    CustomerFacts(JdbcClient database, DiagnosisInForce inForce, InstantSource clock) {
        this.database = database;
        this.inForce = inForce;
        this.clock = clock;
    }

    private record Member(long id, String brand, @Nullable Relationship state) {}

    /** What is known of this customer, whom the caller may know of; erased where nothing is left. */
    SlipFacts of(String customer, BrandScope seen) {
        KeptStates states = new KeptStates(inForce.diagnosing().policy());
        List<Member> members =
                database
                        .sql(STATES)
                        .param("customer", customer)
                        .query((row, number) -> member(row, states))
                        .list()
                        .stream()
                        .filter(member -> seen.includes(member.brand()))
                        .toList();
        List<Event> history = history(members.stream().map(Member::id).toArray(Long[]::new), customer);
        Instant now = clock.instant();
        SlipFacts all = null;
        for (Member member : members) {
            Relationship state = member.state();
            if (state != null) {
                SlipFacts facts = SlipFacts.of(state, history, List.of(), now);
                all = all == null ? facts : worse(all, facts);
            }
        }
        return all == null ? new SlipFacts(Standing.ERASED, null, List.of(), List.of(), List.of()) : all;
    }

    private static Member member(ResultSet row, KeptStates states) throws SQLException {
        byte[] state = row.getBytes("state");
        boolean isMerged = row.getObject("merged_into") != null;
        return new Member(
                row.getLong("id"), row.getString("brand"), state == null || isMerged ? null : states.read(state));
    }

    /** The history is the same in both. */
    private static SlipFacts worse(SlipFacts one, SlipFacts other) {
        Instant complaint = one.openComplaintSince();
        Instant otherComplaint = other.openComplaintSince();
        boolean isOlder = complaint == null || (otherComplaint != null && otherComplaint.isBefore(complaint));
        return new SlipFacts(
                one.standing().compareTo(other.standing()) >= 0 ? one.standing() : other.standing(),
                isOlder ? otherComplaint : complaint,
                one.stated(),
                one.promises(),
                one.loyaltyPrices());
    }

    /** As of one customer and without a brand, since all are of the same person. */
    private List<Event> history(Long[] members, String customer) {
        List<Event> events = new ArrayList<>();
        database.sql(SAID)
                .param("members", members)
                .query((row, number) -> EventRowReader.read(EventData.read(
                        row.getString("data"),
                        row.getString("event_id"),
                        customer,
                        null,
                        Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class))
                                .toInstant(),
                        row.getString("type"))))
                .list()
                .forEach(reading -> {
                    if (reading instanceof RowReading.Accepted(Event event)) {
                        events.add(event);
                    }
                });
        return events;
    }
}
