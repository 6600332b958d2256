package org.amends.store.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What PostgreSQL knows about our tables. */
final class Catalogue {

    private static final String COLUMNS = """
            select c.relname, a.attname
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace
              and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname collate "C", a.attnum
            """;

    private static final String REFERENCES = """
            select c.conrelid::regclass::text, c.confrelid::regclass::text
            from pg_constraint c
            where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and c.conrelid <> c.confrelid
              and c.conparentid = 0
            """;

    private static final String PARTITIONS = """
            select p.relname, c.relname, pg_get_expr(c.relpartbound, c.oid)
            from pg_inherits i join pg_class p on p.oid = i.inhparent join pg_class c on c.oid = i.inhrelid
            where c.relispartition and c.relkind = 'r' and p.relnamespace = current_schema()::regnamespace
            order by c.relname collate "C"
            """;

    private static final String SEQUENCES = """
            select sequencename, coalesce(last_value, start_value), last_value is not null
            from pg_sequences where schemaname = current_schema() order by sequencename collate "C"
            """;

    private Catalogue() {}

    /** Each table with its columns, after those that it refers to. */
    static Map<String, List<String>> tables(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        each(
                connection,
                COLUMNS,
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(row.getString(2)));
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        each(
                connection,
                REFERENCES,
                row -> needs.computeIfAbsent(row.getString(1), table -> new LinkedHashSet<>())
                        .add(row.getString(2)));
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (ordered.size() < columns.size()) {
            int before = ordered.size();
            columns.forEach((table, names) -> {
                if (!ordered.containsKey(table) && ordered.keySet().containsAll(needs.getOrDefault(table, Set.of()))) {
                    ordered.put(table, names);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + needs);
            }
        }
        return ordered;
    }

    static List<Manifest.Partition> partitions(Connection connection) throws SQLException {
        List<Manifest.Partition> partitions = new ArrayList<>();
        each(
                connection,
                PARTITIONS,
                row -> partitions.add(new Manifest.Partition(row.getString(1), row.getString(2), row.getString(3))));
        return partitions;
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        each(
                connection,
                SEQUENCES,
                row -> sequences.add(new Manifest.Sequence(row.getString(1), row.getLong(2), row.getBoolean(3))));
        return sequences;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String query, Row reading) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reading.read(rows);
            }
        }
    }
}
