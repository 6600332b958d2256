package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.amends.policy.Policy;
import org.amends.relationship.FoldTerms;
import org.jspecify.annotations.Nullable;

/**
 * Folds every relationship anew from the log: to see that the states are what the log says, or to make them so, for example
 * under a policy with other fold terms. The log may grow meanwhile. Only one history at a time is held in memory.
 */
public final class Rebuild {

    private static final int CHUNK = 1_000;
    private static final int TOLD = 20;

    private final DataSource database;
    private final FoldTerms terms;
    private final Folding folding;

    /** A rebuild under the terms of this policy. */
    public Rebuild(DataSource database, Policy policy) {
        this.database = database;
        this.terms = FoldTerms.of(policy);
        this.folding = new Folding(terms);
    }

    /**
     * What a rebuild found.
     *
     * @param relationships how many were folded anew
     * @param events how many events these have
     * @param differing how many kept states were not the bytes that the log gives
     * @param examples some of these
     */
    public record Report(long relationships, long events, long differing, List<StoredRelationship> examples) {

        public Report {
            examples = List.copyOf(examples);
        }
    }

    /** A relationship folded anew. */
    private record Folded(
            StoredRelationship before, @Nullable KeptState state, long foldedTo) {

        boolean differs() {
            return (state != null && foldedTo != before.foldedTo()) || !Objects.equals(before.state(), state);
        }
    }

    private static final class Count {
        private long relationships;
        private long events;
        private long differing;
        private final List<StoredRelationship> examples = new ArrayList<>();

        void take(List<Folded> chunk) {
            relationships += chunk.size();
            for (Folded one : chunk) {
                if (one.differs()) {
                    differing++;
                    if (examples.size() < TOLD) {
                        examples.add(one.before());
                    }
                }
            }
        }

        Report report() {
            return new Report(relationships, events, differing, examples);
        }
    }

    /** Compares, and changes nothing. */
    public Report check(LongConsumer progress) {
        return run(false, progress);
    }

    /**
     * Compares, and writes what differs. When it is broken off, the next one under the same terms goes on from there.
     *
     * @param progress is told, now and then, how many relationships are done
     */
    public Report write(LongConsumer progress) {
        return run(true, progress);
    }

    private Report run(boolean write, LongConsumer progress) {
        Count count = new Count();
        try {
            long after = write ? begun() : 0;
            List<Folded> chunk = fold(after, count);
            while (!chunk.isEmpty()) {
                count.take(chunk);
                after = chunk.get(chunk.size() - 1).before().id();
                if (write) {
                    write(chunk.stream().filter(Folded::differs).toList(), after);
                }
                progress.accept(count.relationships);
                chunk = fold(after, count);
            }
            if (write) {
                ended();
            }
        } catch (SQLException failed) {
            throw EventLogException.notStored(
                    "The states could not be rebuilt: %s".formatted(failed.getMessage()), failed);
        }
        return count.report();
    }

    /** The next relationships and their histories, all as of one moment. */
    private List<Folded> fold(long after, Count count) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "set transaction isolation level repeatable read read only");
                execute(connection, "set local enable_seqscan = off");
                execute(connection, "set local enable_hashjoin = off");
                execute(connection, "set local enable_mergejoin = off");
                List<StoredRelationship> stored = next(connection, after);
                Map<Long, Folded> folded = new HashMap<>();
                Map<Long, StoredRelationship> survivors = new HashMap<>();
                stored.stream().filter(one -> one.mergedInto() == null).forEach(one -> survivors.put(one.id(), one));
                Histories.each(connection, survivors.keySet(), (id, history) -> {
                    StoredRelationship one = Objects.requireNonNull(survivors.get(id));
                    count.events += history.size();
                    long foldedTo = history.stream()
                            .mapToLong(LoggedEvent::position)
                            .max()
                            .orElse(0);
                    KeptState state = folding.state(Histories.asOf(id, one.customer(), one.brand(), history));
                    folded.put(id, new Folded(one, state, foldedTo));
                });
                return stored.stream()
                        .map(one -> folded.getOrDefault(one.id(), new Folded(one, null, 0)))
                        .toList();
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<StoredRelationship> next(Connection connection, long after) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + RelationshipTable.COLUMNS
                + " from relationship r where r.id > ? order by r.id limit " + CHUNK)) {
            query.setLong(1, after);
            return RelationshipTable.rows(query);
        }
    }

    /** Those to which something was appended meanwhile are folded once more, with nobody appending. */
    private void write(List<Folded> differing, long done) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long head = Opening.lock(connection);
                assert head >= 0;
                List<Long> overtaken = new ArrayList<>();
                try (PreparedStatement update = connection.prepareStatement(
                        "update relationship set state = ?, folded_to = ? where id = ? and folded_to = ?"
                                + " and merged_into is not distinct from ?")) {
                    for (Folded one : differing) {
                        update.setBytes(
                                1, one.state() == null ? null : one.state().bytes());
                        update.setLong(2, one.foldedTo());
                        update.setLong(3, one.before().id());
                        update.setLong(4, one.before().foldedTo());
                        update.setObject(5, one.before().mergedInto(), Types.BIGINT);
                        if (update.executeUpdate() == 0) {
                            overtaken.add(one.before().id());
                        }
                    }
                }
                Refold.write(connection, overtaken, folding);
                reached(connection, done);
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private long begun() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select done from log_rebuild where terms = ?")) {
            query.setLong(1, terms.digest());
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    private void reached(Connection connection, long done) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("insert into log_rebuild (terms, done) values (?, ?)"
                        + " on conflict (single) do update set terms = excluded.terms, done = excluded.done")) {
            update.setLong(1, terms.digest());
            update.setLong(2, done);
            int rows = update.executeUpdate();
            assert rows == 1;
        }
    }

    private void ended() throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, "delete from log_rebuild");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            assert !rows;
        }
    }
}
