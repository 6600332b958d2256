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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of relationships. */
final class RelationshipTable {

    static final String COLUMNS = "r.id, r.brand, r.customer, r.state, r.folded_to, r.merged_into, r.restricted";

    private final Connection connection;

    RelationshipTable(Connection connection) {
        this.connection = connection;
    }

    /** Those of these customers and brands, pair by pair, that there are. */
    List<StoredRelationship> find(String[] customers, String[] brands) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS
                + " from unnest(?::text[], ?::text[]) as u(customer, brand)"
                + " join relationship r on r.customer = u.customer and r.brand = u.brand")) {
            query.setArray(1, connection.createArrayOf("text", customers));
            query.setArray(2, connection.createArrayOf("text", brands));
            return rows(query);
        }
    }

    List<StoredRelationship> find(Collection<Long> ids) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select " + COLUMNS + " from relationship r where r.id = any (?)")) {
            query.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            return rows(query);
        }
    }

    /** The relationship whose state holds the events of this one: itself, or at the end of the merges. */
    @Nullable
    StoredRelationship survivor(long id) throws SQLException {
        StoredRelationship at = single(find(List.of(id)));
        for (int merges = 0; at != null && at.mergedInto() != null; merges++) {
            if (merges > 100) {
                throw new IllegalStateException(
                        "Relationship %d is merged in a circle. Un-merge one of those in it.".formatted(id));
            }
            at = single(find(List.of(at.mergedInto())));
        }
        return at;
    }

    /** The survivor of each of these and of all that are merged into them, directly or not. */
    Map<Long, Long> survivorByMember(Collection<Long> survivors) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                with recursive member(id, survivor) as (
                    select id, id from unnest(?::int8[]) as survivor(id)
                    union
                    select r.id, member.survivor from member join relationship r on r.merged_into = member.id)
                select id, survivor from member""")) {
            query.setArray(1, connection.createArrayOf("int8", survivors.toArray()));
            Map<Long, Long> survivorByMember = new HashMap<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    survivorByMember.put(result.getLong(1), result.getLong(2));
                }
            }
            return survivorByMember;
        }
    }

    private long[] numbers(int count) throws SQLException {
        long[] numbers = new long[count];
        try (PreparedStatement query =
                connection.prepareStatement("select nextval('relationship_id_seq') from generate_series(1, ?)")) {
            query.setInt(1, count);
            try (ResultSet result = query.executeQuery()) {
                for (int i = 0; result.next(); i++) {
                    numbers[i] = result.getLong(1);
                }
            }
        }
        return numbers;
    }

    /** Adds rows for these, and gives them their numbers. */
    void insert(List<Touched> unknown) throws SQLException {
        if (unknown.isEmpty()) {
            return;
        }
        long[] numbers = numbers(unknown.size());
        for (int i = 0; i < numbers.length; i++) {
            unknown.get(i).numbered(numbers[i]);
        }
        BinaryCopy copy = new BinaryCopy(unknown.size() * 256);
        for (Touched touched : unknown) {
            copy.row(5);
            copy.number(touched.id());
            copy.number(touched.foldedTo());
            copy.text(touched.brand());
            copy.text(touched.customer());
            copy.bytes(Objects.requireNonNull(touched.state()));
        }
        copy.send(
                connection,
                "copy relationship (id, folded_to, brand, customer, state) from stdin with (format binary)");
    }

    static StoredRelationship row(ResultSet result) throws SQLException {
        long mergedInto = result.getLong(6);
        Long survivor = result.wasNull() ? null : mergedInto;
        byte[] state = result.getBytes(4);
        return new StoredRelationship(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                state == null ? null : new KeptState(state),
                result.getLong(5),
                survivor,
                result.getBoolean(7));
    }

    static List<StoredRelationship> rows(PreparedStatement query) throws SQLException {
        List<StoredRelationship> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static @Nullable StoredRelationship single(List<StoredRelationship> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }
}
