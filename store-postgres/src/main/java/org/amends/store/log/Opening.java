package org.amends.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a transaction that appends must know, asked for in one exchange with the database once the head is locked.
 *
 * @param head the position of the newest event, which nobody else can change before the transaction ends
 * @param known those of the keys that the log has, with their positions
 * @param relationships those of the relationships that there are
 */
record Opening(long head, Map<UUID, Long> known, List<StoredRelationship> relationships) {

    /**
     * Tables may have grown a thousandfold since the planner last looked at them: only look-ups by index are sure to be quick.
     * Each statement sees what was committed when it begins, so those after the lock see all that came before.
     */
    private static final String LOCK = "select set_config('enable_seqscan', 'off', true),"
            + " set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true);"
            + " select position from log_head for update";

    static Opening read(Connection connection, Collection<UUID> keys, String[] customers, String[] brands)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK
                + "; select key, position from event_key where key = any (?)"
                + "; select " + RelationshipTable.COLUMNS
                + " from unnest(?::text[], ?::text[]) as u(customer, brand)"
                + " join relationship r on r.customer = u.customer and r.brand = u.brand")) {
            statement.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            statement.setArray(2, connection.createArrayOf("text", customers));
            statement.setArray(3, connection.createArrayOf("text", brands));
            boolean settings = statement.execute();
            assert settings;
            long head = head(statement);
            Map<UUID, Long> known = new HashMap<>();
            try (ResultSet result = next(statement)) {
                while (result.next()) {
                    known.put(result.getObject(1, UUID.class), result.getLong(2));
                }
            }
            List<StoredRelationship> relationships = new ArrayList<>(customers.length);
            try (ResultSet result = next(statement)) {
                while (result.next()) {
                    relationships.add(RelationshipTable.row(result));
                }
            }
            return new Opening(head, known, relationships);
        }
    }

    /** Locks the head of the log, and gives its position. */
    static long lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            boolean settings = statement.execute();
            assert settings;
            return head(statement);
        }
    }

    private static long head(PreparedStatement statement) throws SQLException {
        try (ResultSet result = next(statement)) {
            if (!result.next()) {
                throw new SQLException("The table log_head is empty. Maybe restore it from a backup.");
            }
            return result.getLong(1);
        }
    }

    private static ResultSet next(PreparedStatement statement) throws SQLException {
        if (!statement.getMoreResults()) {
            throw new SQLException("The database answered fewer questions than it was asked.");
        }
        return statement.getResultSet();
    }
}
