package org.amends.server.complaint.list;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Stage;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.jspecify.annotations.Nullable;

/**
 * One case in a list.
 *
 * @param id the store's number
 * @param severity 0 to 1
 * @param danger somebody may be in danger
 * @param approval a plan waits for a second person
 * @param priority greater is handled sooner
 * @param dueAt the nearest deadline of its clocks, or null
 * @param dueDuty which one that is
 * @param rank how well it fits what was searched for; 0 where nothing was
 */
public record CaseLine(
        long id,
        String reference,
        String brand,
        String customer,
        String channel,
        String language,
        String subject,
        Stage stage,
        @Nullable CaseOutcome outcome,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        @Nullable String owner,
        @Nullable String team,
        float severity,
        Want want,
        Hostility hostility,
        boolean danger,
        boolean vulnerable,
        List<String> failures,
        List<String> tags,
        boolean approval,
        float priority,
        @Nullable Instant dueAt,
        @Nullable String dueDuty,
        boolean paused,
        float rank) {

    static final String COLUMNS = """
            c.id, c.reference, c.brand, c.customer, c.channel, c.language, c.subject, c.stage, c.outcome, c.opened_at, \
            c.updated_at, c.answered_at, c.closed_at, c.owner, c.team, c.severity, c.want, c.hostility, c.danger, \
            c.vulnerable, c.failures, c.tags, c.approval, c.priority, c.due_at, c.due_duty, c.paused""";

    static CaseLine of(ResultSet row, int ignored) throws SQLException {
        String outcome = row.getString("outcome");
        return new CaseLine(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("brand"),
                row.getString("customer"),
                row.getString("channel"),
                row.getString("language"),
                row.getString("subject"),
                Stage.valueOf(row.getString("stage")),
                outcome == null ? null : CaseOutcome.valueOf(outcome),
                moment(row, "opened_at"),
                moment(row, "updated_at"),
                perhaps(row, "answered_at"),
                perhaps(row, "closed_at"),
                row.getString("owner"),
                row.getString("team"),
                row.getFloat("severity"),
                Want.valueOf(row.getString("want")),
                Hostility.values()[row.getInt("hostility")],
                row.getBoolean("danger"),
                row.getBoolean("vulnerable"),
                texts(row.getArray("failures")),
                texts(row.getArray("tags")),
                row.getBoolean("approval"),
                row.getFloat("priority"),
                perhaps(row, "due_at"),
                row.getString("due_duty"),
                row.getBoolean("paused"),
                row.getFloat("rank"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
