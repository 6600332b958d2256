package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
        long head = lockHead(connection);
        sift(incoming);
        if (!fresh.isEmpty()) {
            findRelationships();
            fold();
            List<Pending> accepted = place(head);
            if (!accepted.isEmpty()) {
                write(accepted);
                moveHead(head + accepted.size());
            }
        }
        Set<UUID> told = new HashSet<>();
        List<Outcome> outcomes = new ArrayList<>(incoming.size());
        for (IncomingEvent event : incoming) {
            outcomes.add(outcome(event, told.add(event.key())));
        }
        return outcomes;
    }

    /** The position of the newest event, which nobody else can change before the transaction ends. */
    static long lockHead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Tables may have grown a thousandfold since the planner last saw them: only look-ups by index are sure to
            // be quick.
            statement.execute("set local enable_seqscan = off; set local enable_hashjoin = off;"
                    + " set local enable_mergejoin = off; select position from log_head for update");
            while (statement.getUpdateCount() != -1) {
                if (statement.getMoreResults()) {
                    break;
                }
            }
            try (ResultSet result = statement.getResultSet()) {
                if (result == null || !result.next()) {
                    throw new SQLException("The table log_head is empty. Maybe restore it from a backup.");
                }
                return result.getLong(1);
            }
        }
    }

    /** Keeps one event of each id that the log does not have. */
    private void sift(List<IncomingEvent> incoming) throws SQLException {
        for (IncomingEvent event : incoming) {
            Pending first = fresh.putIfAbsent(event.key(), new Pending(event));
            assert first == null || first.incoming().key().equals(event.key());
        }
        stored = events.known(fresh.keySet());
        stored.keySet().forEach(fresh::remove);
    }

    private void findRelationships() throws SQLException {
        for (Pending pending : fresh.values()) {
            IncomingEvent event = pending.incoming();
            Who who = new Who(event.customer(), event.brand());
            touched.computeIfAbsent(who, unseen -> Touched.unknown(unseen.customer(), unseen.brand()));
        }
        String[] customers = touched.keySet().stream().map(Who::customer).toArray(String[]::new);
        String[] brands = touched.keySet().stream().map(Who::brand).toArray(String[]::new);
        for (StoredRelationship found : relationships.find(customers, brands)) {
            Touched known = Touched.known(found);
            touched.put(new Who(found.customer(), found.brand()), known);
            byNumber.put(found.id(), known);
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
    private List<Pending> place(long head) throws SQLException {
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

    private void write(List<Pending> accepted) throws SQLException {
        List<Touched> unknown = new ArrayList<>();
        List<Touched> known = new ArrayList<>();
        for (Touched one : survivors()) {
            if (one.state() != null) {
                (one.isKnown() ? known : unknown).add(one);
            }
        }
        long[] numbers = relationships.numbers(unknown.size());
        for (int i = 0; i < numbers.length; i++) {
            unknown.get(i).numbered(numbers[i]);
        }
        known.sort(Comparator.comparingLong(Touched::id));
        relationships.insert(unknown);
        relationships.update(known);
        events.insert(accepted, now);
    }

    private void moveHead(long position) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update log_head set position = ?")) {
            update.setLong(1, position);
            int rows = update.executeUpdate();
            if (rows != 1) {
                throw new SQLException("The table log_head has %d rows instead of one.".formatted(rows));
            }
        }
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
