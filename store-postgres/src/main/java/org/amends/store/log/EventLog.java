package org.amends.store.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.amends.policy.Policy;
import org.amends.relationship.FoldTerms;
import org.jspecify.annotations.Nullable;

/**
 * Appends events to the log, and folds the state of their relationships in the same transaction. Whatever was answered as
 * accepted is on disk and in the state; an event that arrives again changes nothing.
 *
 * <p>Several threads and several servers may append at once; they take turns at the head of the log.
 */
public final class EventLog {

    /** How far ahead of the server's clock an event may be: clocks differ, and a day has its zone. */
    public static final Duration AHEAD = Duration.ofDays(1);

    private final DataSource database;
    private final InstantSource clock;
    private final Supplier<Policy> policy;
    private final Partitions partitions;
    private volatile Instant latestSeen = Instant.MIN;

    /**
     * A log in this database, whose tables are there.
     *
     * @param policy the one in force; its fold terms shape the states
     */
    public EventLog(DataSource database, InstantSource clock, Supplier<Policy> policy) {
        this.database = database;
        this.clock = clock;
        this.policy = policy;
        this.partitions = new Partitions(database);
    }

    /**
     * Appends all of these that can be appended, in one transaction.
     *
     * @return what became of each, in the same order; durable when this returns
     * @throws EventLogException when the database cannot be reached or fails
     */
    public List<Outcome> append(List<IncomingEvent> events) {
        Instant now = clock.instant();
        return withoutUnfit(events, now, fit -> durably(fit, now));
    }

    /**
     * Appends within the caller's transaction; nothing is durable before the caller commits. The head of the log stays locked
     * until then, so the transaction should end soon.
     *
     * @throws IllegalArgumentException when one of the events could be no part of any log
     */
    public List<Outcome> append(Connection connection, List<IncomingEvent> events) throws SQLException {
        Instant now = clock.instant();
        for (Outcome.Rejected flaw : unfit(events, now)) {
            if (flaw != null) {
                throw new IllegalArgumentException("%s. %s".formatted(flaw.reason(), flaw.remedy()));
            }
        }
        partitions.ensure(events.stream().map(event -> event.event().time()).toList());
        return new Appending(connection, terms(), now).append(events);
    }

    /**
     * Locks the head of the log until the caller's transaction ends: nobody appends meanwhile. Whoever changes relationships
     * or events takes this lock first, so that nobody waits in a circle.
     */
    public void lock(Connection connection) throws SQLException {
        long head = Opening.lock(connection);
        assert head >= 0;
    }

    /**
     * Folds these relationships anew from the log, within the caller's transaction, which holds the {@link #lock}: after a
     * merge, an un-merge or a rewriting of events. One that is merged into another loses its state.
     *
     * @throws ArithmeticException when two histories together cannot be added up
     */
    public void refold(Connection connection, Collection<Long> relationships) throws SQLException {
        Refold.write(connection, relationships, new Folding(terms()));
    }

    FoldTerms terms() {
        return FoldTerms.of(policy.get());
    }

    private interface Store {
        List<Outcome> append(List<IncomingEvent> fit);
    }

    private List<Outcome> withoutUnfit(List<IncomingEvent> events, Instant now, Store store) {
        List<Outcome.@Nullable Rejected> unfit = unfit(events, now);
        List<IncomingEvent> fit = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            if (unfit.get(i) == null) {
                fit.add(events.get(i));
            }
        }
        List<Outcome> stored = fit.isEmpty() ? List.of() : store.append(fit);
        List<Outcome> outcomes = new ArrayList<>(events.size());
        int next = 0;
        for (Outcome.Rejected rejected : unfit) {
            outcomes.add(rejected == null ? stored.get(next++) : rejected);
        }
        return outcomes;
    }

    /** Why each event cannot be taken whatever the log holds; null where it can. A clock that is set back refuses nothing. */
    private List<Outcome.@Nullable Rejected> unfit(List<IncomingEvent> events, Instant now) {
        if (now.isAfter(latestSeen)) {
            latestSeen = now;
        }
        Instant end = latestSeen.plus(AHEAD);
        Outcome.@Nullable Rejected[] unfit = new Outcome.@Nullable Rejected[events.size()];
        for (int i = 0; i < unfit.length; i++) {
            IncomingEvent event = events.get(i);
            unfit[i] = event.flaw();
            if (unfit[i] == null && event.event().time().isAfter(end)) {
                unfit[i] = new Outcome.Rejected(
                        "time",
                        "time is %s, and now is %s".formatted(event.event().time(), now),
                        "An event may be at most a day ahead. Maybe a clock or a time zone is wrong.");
            }
        }
        return Arrays.asList(unfit);
    }

    /** Halves the batch when the database refuses what is in it, until the one event at fault is found. */
    private List<Outcome> durably(List<IncomingEvent> events, Instant now) {
        try {
            return inOneTransaction(events, now);
        } catch (SQLException failed) {
            if (!isAboutTheData(failed)) {
                throw EventLogException.notStored(
                        "The events were not stored: %s".formatted(failed.getMessage()), failed);
            }
            if (events.size() == 1) {
                return List.of(new Outcome.Rejected(
                        "event",
                        "the database refused it: %s".formatted(failed.getMessage()),
                        "Maybe a value is too long, or holds what is no text."));
            }
        }
        int half = events.size() / 2;
        List<Outcome> outcomes = new ArrayList<>(durably(events.subList(0, half), now));
        outcomes.addAll(durably(events.subList(half, events.size()), now));
        return outcomes;
    }

    private List<Outcome> inOneTransaction(List<IncomingEvent> events, Instant now) throws SQLException {
        partitions.ensure(events.stream().map(event -> event.event().time()).toList());
        FoldTerms terms = terms();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Appending appending = new Appending(connection, terms, now);
            List<Outcome> outcomes;
            try {
                outcomes = appending.append(events);
            } catch (SQLException | RuntimeException failed) {
                rollBack(connection, failed);
                throw failed;
            }
            try {
                connection.commit();
            } catch (SQLException unsure) {
                if (!hasCommitted(appending.witness(), unsure)) {
                    throw unsure;
                }
            }
            return outcomes;
        }
    }

    private static void rollBack(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            // Then the server has ended the transaction already.
            failed.addSuppressed(lost);
        }
    }

    /** Asks the database, once the other transaction can no longer be on its way: it held the head. */
    private boolean hasCommitted(Map.@Nullable Entry<UUID, Long> witness, SQLException unsure) {
        if (witness == null) {
            return true;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long head = Opening.lock(connection);
            Long position =
                    new EventTable(connection).known(List.of(witness.getKey())).get(witness.getKey());
            connection.rollback();
            return position != null && position <= head && position.equals(witness.getValue());
        } catch (SQLException unreachable) {
            unsure.addSuppressed(unreachable);
            throw new EventLogException(
                    "Whether the events are stored is not known, since the database cannot be reached: %s. Send them again."
                            .formatted(unsure.getMessage()),
                    EventLogException.Fate.UNKNOWN,
                    unsure);
        }
    }

    /** SQLSTATE classes 22 data exception, 23 integrity violation, 54 limit exceeded. */
    private static boolean isAboutTheData(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
