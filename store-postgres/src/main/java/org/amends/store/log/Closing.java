package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What a transaction that appends changes besides adding rows for events, in one exchange with the database. */
final class Closing {

    private Closing() {}

    /**
     * Writes the states, adds the keys and moves the head.
     *
     * @param states of relationships that have a row
     * @param accepted the new events
     * @param head the position of the last of them
     */
    static void write(Connection connection, List<Touched> states, List<Pending> accepted, long head)
            throws SQLException {
        // In the order of the rows and of the index.
        List<Touched> byId =
                states.stream().sorted(Comparator.comparingLong(Touched::id)).toList();
        List<Pending> byKey = accepted.stream()
                .sorted(Comparator.comparing(pending -> pending.incoming().key()))
                .toList();
        try (PreparedStatement statement = connection.prepareStatement("""
                update relationship r set state = u.state, folded_to = u.folded_to
                from unnest(?::int8[], ?::int8[], ?::bytea[]) as u(id, folded_to, state)
                where r.id = u.id;
                insert into event_key (key, position) select * from unnest(?::uuid[], ?::int8[]);
                update log_head set position = ?""")) {
            statement.setArray(
                    1, connection.createArrayOf("int8", numbers(byId.stream().map(Touched::id))));
            statement.setArray(
                    2, connection.createArrayOf("int8", numbers(byId.stream().map(Touched::foldedTo))));
            byte[][] bytes = byId.stream()
                    .map(one -> Objects.requireNonNull(one.state()))
                    .toArray(byte[][]::new);
            statement.setArray(3, connection.createArrayOf("bytea", bytes));
            UUID[] keys =
                    byKey.stream().map(pending -> pending.incoming().key()).toArray(UUID[]::new);
            statement.setArray(4, connection.createArrayOf("uuid", keys));
            statement.setArray(
                    5, connection.createArrayOf("int8", numbers(byKey.stream().map(Pending::position))));
            statement.setLong(6, head);
            boolean rows = statement.execute();
            requireCount("states", byId.size(), rows, statement);
            requireCount("keys", byKey.size(), statement.getMoreResults(), statement);
            requireCount("heads", 1, statement.getMoreResults(), statement);
        }
    }

    private static Object[] numbers(Stream<Long> numbers) {
        return numbers.toArray(Long[]::new);
    }

    private static void requireCount(String what, int wanted, boolean rows, PreparedStatement statement)
            throws SQLException {
        if (rows || statement.getUpdateCount() != wanted) {
            throw new SQLException(
                    "%d %s were to be written, and %d were.".formatted(wanted, what, statement.getUpdateCount()));
        }
    }
}
