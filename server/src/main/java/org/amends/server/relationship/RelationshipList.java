package org.amends.server.relationship;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.amends.relationship.Standing;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists relationships page by page. A page is found along an index from where the one before ended, so that the last page of a
 * million costs what the first does, and nobody is shown twice while others move.
 */
@Component
public final class RelationshipList {

    /** The most rows of a page. */
    public static final int MOST_ROWS = 500;

    private static final Set<Standing> CURRENT = EnumSet.of(Standing.ACTIVE, Standing.LEAVING);

    private final JdbcClient database;

    RelationshipList(DataSource database) {
        this.database = JdbcClient.create(new PlannedEachTime(database));
    }

    /**
     * Has PostgreSQL plan each page for the values it is asked with. A plan for any value would walk a whole list in order to
     * find the few that a rare value has.
     */
    private static final class PlannedEachTime extends JdbcTemplate {

        PlannedEachTime(DataSource database) {
            super(database);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }

    /**
     * One page.
     *
     * @param limit rows, 1 to {@link #MOST_ROWS}
     * @param cursor {@link RelationshipPage#next()} of the page before, or null for the first
     * @throws org.amends.server.problem.Problem when the cursor is none of this list
     */
    public RelationshipPage page(RelationshipFilter filter, RelationshipSort sort, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("limit must be 1 to %d but was %d.".formatted(MOST_ROWS, limit));
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> conditions = conditions(filter, parameters);
        if (cursor != null) {
            conditions.add(behind(ListCursor.decoded(cursor, sort, filter), parameters));
        }
        String order = sort == RelationshipSort.CUSTOMER
                ? "customer, brand"
                : "%s desc, relationship desc".formatted(sort.column());
        parameters.put("limit", limit + 1);
        String sql = sides(filter, sort).stream()
                .map(side -> select(RelationshipRow.COLUMNS, side, conditions) + " order by " + order + " limit :limit")
                .collect(Collectors.joining(") union all (", "select * from ((", ")) side order by "));
        List<RelationshipRow> rows = database.sql(sql + order + " limit :limit")
                .params(parameters)
                .query(RelationshipRow::of)
                .list();
        if (rows.size() <= limit) {
            return new RelationshipPage(rows, null);
        }
        RelationshipRow last = rows.get(limit - 1);
        return new RelationshipPage(
                rows.subList(0, limit), ListCursor.behind(last, sort, filter).encoded());
    }

    /**
     * How many there are, counted no further than asked: counting a million would cost more than the list.
     *
     * @param most stop counting here
     * @return how many, or {@code most + 1} when there are more than that
     */
    public int count(RelationshipFilter filter, int most) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> conditions = conditions(filter, parameters);
        parameters.put("limit", most + 1);
        String sql = sides(filter, RelationshipSort.CUSTOMER).stream()
                .map(side -> select("1", side, conditions) + " limit :limit")
                .collect(Collectors.joining(") union all (", "(", ")"));
        int counted = database.sql("select count(*) from (" + sql + ") counted")
                .params(parameters)
                .query(Integer.class)
                .single();
        return Math.min(counted, most + 1);
    }

    private static String select(String columns, String side, List<String> conditions) {
        List<String> all = new ArrayList<>(conditions);
        if (!side.isEmpty()) {
            all.add(side);
        }
        String where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
        return "select " + columns + " from diagnosis" + where;
    }

    /** The two halves of the indexes that are read: what is not over, and what is. By customer they lie together. */
    private static List<String> sides(RelationshipFilter filter, RelationshipSort sort) {
        boolean current = filter.standings().stream().anyMatch(CURRENT::contains);
        boolean over = filter.standings().stream().anyMatch(standing -> !CURRENT.contains(standing));
        if (current && over) {
            return sort == RelationshipSort.CUSTOMER ? List.of("") : List.of("not over", "over");
        }
        return List.of(over ? "over" : "not over");
    }

    /** Truth values stand in the text, not as parameters, since partial indexes are found by them. */
    private static List<String> conditions(RelationshipFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        Set<String> brands = filter.brands();
        if (brands != null) {
            conditions.add("brand = any (:brands)");
            parameters.put("brands", brands.toArray(String[]::new));
        }
        Set<Standing> standings = filter.standings();
        if (!standings.equals(CURRENT) && standings.size() < Standing.values().length) {
            conditions.add("standing in (%s)"
                    .formatted(standings.stream()
                            .map(standing -> "'" + standing.name().toLowerCase(Locale.ROOT) + "'")
                            .collect(Collectors.joining(", "))));
        }
        String mode = filter.mode();
        if (RelationshipFilter.NO_MODE.equals(mode)) {
            conditions.add("mode is null");
        } else if (mode != null) {
            conditions.add("mode = :mode");
            parameters.put("mode", mode);
        }
        if (filter.minRisk() > 0) {
            conditions.add("leave_probability >= :minRisk");
            parameters.put("minRisk", filter.minRisk());
        }
        addIf(filter.silentSufferer(), "silent_sufferer", conditions);
        addIf(filter.neglectedLoyal(), "neglected_loyal", conditions);
        addIf(filter.doubleDeviation(), "double_deviation", conditions);
        filter.bounds().addTo(conditions, parameters);
        String prefix = filter.customerPrefix();
        if (prefix != null && !prefix.isEmpty()) {
            conditions.add("customer >= :prefix and customer < :prefixEnd");
            parameters.put("prefix", prefix);
            parameters.put("prefixEnd", prefix + Character.toString(Character.MAX_CODE_POINT));
        }
        return conditions;
    }

    private static void addIf(boolean wanted, String condition, List<String> conditions) {
        if (wanted) {
            conditions.add(condition);
        }
    }

    private static String behind(ListCursor cursor, Map<String, Object> parameters) {
        switch (cursor.sort()) {
            case RISK, VALUE_AT_RISK, PRIORITY -> parameters.put("value", cursor.number());
            case LAST_SEEN -> parameters.put("value", cursor.moment().atOffset(ZoneOffset.UTC));
            case CUSTOMER -> parameters.put("value", cursor.value());
        }
        if (cursor.sort() == RelationshipSort.CUSTOMER) {
            parameters.put("tie", cursor.tie());
            return "(customer, brand) > (:value, :tie)";
        }
        parameters.put("tie", cursor.relationship());
        return "(%s, relationship) < (:value, :tie)".formatted(cursor.sort().column());
    }
}
