package org.amends.store.complaint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.amends.complaint.Assessment;
import org.amends.complaint.Complaint;
import org.amends.event.FailureKind;
import org.jspecify.annotations.Nullable;

/** The row of a case, which repeats of its state what lists and queues look for. */
final class CaseRow {

    private static final String[] COLUMNS = {
        "version",
        "customer",
        "subject",
        "stage",
        "outcome",
        "updated_at",
        "answered_at",
        "closed_at",
        "owner",
        "team",
        "severity",
        "want",
        "hostility",
        "danger",
        "vulnerable",
        "failures",
        "tags",
        "approval",
        "paused"
    };

    private static final String INSERT = "insert into complaint (" + String.join(", ", COLUMNS)
            + ", relationship, reference, brand, channel, language, opened_at) values ("
            + "?, ".repeat(COLUMNS.length) + "?, ?, ?, ?, ?, ?) returning id";

    private static final String UPDATE = "update complaint set " + String.join(" = ?, ", COLUMNS) + " = ? where id = ?";

    private CaseRow() {}

    static long insert(Connection connection, long relationship, Complaint state, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int next = fill(insert, state, at, connection);
            insert.setLong(next++, relationship);
            insert.setString(next++, state.reference());
            insert.setString(next++, state.brand());
            insert.setString(next++, state.channel());
            insert.setString(next++, state.language());
            insert.setObject(next, utc(state.openedAt()));
            try (ResultSet row = insert.executeQuery()) {
                boolean one = row.next();
                assert one;
                return row.getLong(1);
            }
        }
    }

    static void update(Connection connection, long id, Complaint state, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            int next = fill(update, state, at, connection);
            update.setLong(next, id);
            int changed = update.executeUpdate();
            assert changed == 1;
        }
    }

    private static int fill(PreparedStatement statement, Complaint state, Instant at, Connection connection)
            throws SQLException {
        Assessment said = state.assessment();
        Complaint.ChosenPlan plan = state.plan();
        Object[] values = {
            state.version(),
            state.customer(),
            state.subject(),
            state.stage().name(),
            state.outcome() == null ? null : state.outcome().name(),
            utc(at),
            utc(state.answeredAt()),
            utc(state.closedAt()),
            state.owner(),
            state.team(),
            (float) said.severity(),
            said.want().name(),
            said.hostility().ordinal(),
            state.inDanger() && state.open(),
            said.vulnerable(),
            connection.createArrayOf(
                    "text", said.failures().stream().map(FailureKind::name).toArray()),
            connection.createArrayOf("text", state.tags().toArray()),
            plan != null && plan.approval() == Complaint.Approval.WAITING && state.open(),
            state.paused()
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return values.length + 1;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
