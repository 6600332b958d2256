package org.amends.store.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.amends.relationship.FoldTerms;
import org.jspecify.annotations.Nullable;

/** Appends events in one transaction, which the caller ends. */
final class Appending {

    /** Whole histories are held in memory meanwhile. */
    private static final int LATE_AT_ONCE = 500;

    private final Connection connection;
    private final RelationshipTable relationships;
    private final EventTable events;
    private final Folding folding;
    private final Instant now;

    private final Map<UUID, Pending> fresh = new LinkedHashMap<>();
    private final Map<Who, Touched> touched = new LinkedHashMap<>();
    private final Map<Long, Touched> byNumber = new HashMap<>();
    private Map<UUID, Long> stored = Map.of();

    private record Who(String customer, String brand) {}

    Appending(Connection connection, FoldTerms terms, Instant now) {
        this.connection = connection;
        this.relationships = new RelationshipTable(connection);
        this.events = new EventTable(connection);
        this.folding = new Folding(terms);
        this.now = now;
    }

    /** What becomes of each event if the transaction commits. None of them has a flaw of its own. */
    List<Outcome> append(List<IncomingEvent> incoming) throws SQLException {
        for (IncomingEvent event : incoming) {
            Pending first = fresh.putIfAbsent(event.key(), new Pending(event));
            if (first == null) {
                Who who = new Who(event.customer(), event.brand());
                touched.computeIfAbsent(who, unseen -> Touched.unknown(unseen.customer(), unseen.brand()));
            }
        }
        Opening opening = Opening.read(
                connection,
                fresh.keySet(),
                touched.keySet().stream().map(Who::customer).toArray(String[]::new),
                touched.keySet().stream().map(Who::brand).toArray(String[]::new));
        stored = opening.known();
        stored.keySet().forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            assign(opening.relationships());
            fold();
            write(place(opening.head()), opening.head());
        }
        Set<UUID> told = new HashSet<>();
        List<Outcome> outcomes = new ArrayList<>(incoming.size());
        for (IncomingEvent event : incoming) {
            outcomes.add(outcome(event, told.add(event.key())));
        }
        return outcomes;
    }

    private void assign(List<StoredRelationship> known) throws SQLException {
        for (StoredRelationship found : known) {
            Touched one = Touched.known(found);
            touched.put(new Who(found.customer(), found.brand()), one);
            byNumber.put(found.id(), one);
        }
        for (Pending pending : fresh.values()) {
            IncomingEvent event = pending.incoming();
            Touched arrived = Objects.requireNonNull(touched.get(new Who(event.customer(), event.brand())));
            Touched survivor = survivor(arrived);
            pending.belongsTo(arrived, survivor);
            survivor.pending().add(pending);
        }
    }

    private Touched survivor(Touched arrived) throws SQLException {
        if (arrived.mergedInto() == null) {
            return arrived;
        }
        StoredRelationship survivor = Objects.requireNonNull(relationships.survivor(arrived.id()));
        return byNumber.computeIfAbsent(survivor.id(), first -> Touched.known(survivor));
    }

    /** Those that have events to be folded: the survivors of all that were touched. */
    private Collection<Touched> survivors() {
        List<Touched> survivors = new ArrayList<>(byNumber.values());
        touched.values().stream().filter(one -> !one.isKnown()).forEach(survivors::add);
        survivors.removeIf(one -> one.pending().isEmpty());
        return survivors;
    }

    private void fold() throws SQLException {
        List<Touched> late = new ArrayList<>();
        for (Touched one : survivors()) {
            if (folding.needsHistory(one)) {
                late.add(one);
            } else {
                folding.goOn(one);
            }
        }
        for (int from = 0; from < late.size(); from += LATE_AT_ONCE) {
            List<Touched> some = late.subList(from, Math.min(late.size(), from + LATE_AT_ONCE));
            Map<Long, List<LoggedEvent>> histories =
                    Histories.of(connection, some.stream().map(Touched::id).toList());
            for (Touched one : some) {
                List<LoggedEvent> history = histories.getOrDefault(one.id(), List.of());
                folding.afresh(one, Histories.asOf(one.id(), one.customer(), one.brand(), history));
            }
        }
    }

    /** Gives each accepted event its position, in the order of arrival. */
    private List<Pending> place(long head) {
        List<Pending> accepted = new ArrayList<>(fresh.size());
        long position = head;
        for (Pending pending : fresh.values()) {
            if (!pending.isRejected()) {
                pending.standsAt(++position);
                accepted.add(pending);
            }
        }
        for (Touched one : survivors()) {
            for (Pending pending : one.pending()) {
                one.foldedTo(pending.position());
            }
        }
        return accepted;
    }

    private void write(List<Pending> accepted, long head) throws SQLException {
        if (accepted.isEmpty()) {
            return;
        }
        List<Touched> unknown = new ArrayList<>();
        List<Touched> known = new ArrayList<>();
        for (Touched one : survivors()) {
            if (one.state() != null) {
                (one.isKnown() ? known : unknown).add(one);
            }
        }
        relationships.insert(unknown);
        events.insert(accepted, now);
        Closing.write(connection, known, accepted, head + accepted.size());
    }

    /** The first event of an id counts; the others of its batch share its fate, or are its duplicates. */
    private Outcome outcome(IncomingEvent event, boolean isFirst) {
        Long before = stored.get(event.key());
        if (before != null) {
            return new Outcome.Duplicate(before);
        }
        Pending first = Objects.requireNonNull(fresh.get(event.key()));
        Outcome outcome = first.outcome();
        return isFirst || !(outcome instanceof Outcome.Accepted accepted)
                ? outcome
                : new Outcome.Duplicate(accepted.position());
    }

    /** The key and the position of one accepted event, by which one can tell later whether the transaction committed. */
    Map.@Nullable Entry<UUID, Long> witness() {
        for (Map.Entry<UUID, Pending> entry : fresh.entrySet()) {
            if (!entry.getValue().isRejected()) {
                return Map.entry(entry.getKey(), entry.getValue().position());
            }
        }
        return null;
    }
}
