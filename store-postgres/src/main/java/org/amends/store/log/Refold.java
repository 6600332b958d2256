package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Folds single relationships anew. */
final class Refold {

    private Refold() {}

    static void write(Connection connection, Collection<Long> relationships, Folding folding) throws SQLException {
        List<StoredRelationship> stored = new RelationshipTable(connection).find(relationships);
        List<Long> survivors = stored.stream()
                .filter(one -> one.mergedInto() == null)
                .map(StoredRelationship::id)
                .toList();
        Map<Long, List<LoggedEvent>> histories = Histories.of(connection, survivors);
        try (PreparedStatement update =
                connection.prepareStatement("update relationship set state = ?, folded_to = ? where id = ?")) {
            for (StoredRelationship one : stored) {
                List<LoggedEvent> history =
                        one.mergedInto() == null ? histories.getOrDefault(one.id(), List.of()) : List.of();
                KeptState state = folding.state(Histories.asOf(one.id(), one.customer(), one.brand(), history));
                if (state == null) {
                    update.setNull(1, Types.BINARY);
                } else {
                    update.setBytes(1, state.bytes());
                }
                update.setLong(
                        2,
                        history.stream().mapToLong(LoggedEvent::position).max().orElse(0));
                update.setLong(3, one.id());
                update.addBatch();
            }
            int[] rows = update.executeBatch();
            assert rows.length == stored.size();
        }
    }
}
