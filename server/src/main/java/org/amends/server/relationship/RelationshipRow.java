package org.amends.server.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One relationship in a list, as it was last diagnosed.
 *
 * @param id the store's own number
 * @param brand empty when the company has one only
 * @param customer the company's own identifier
 * @param standing stable name
 * @param mode the way of breaking that contributes most, by its stable name; null when none does
 * @param answer the kind of answer that fits, in one word
 * @param leaveProbability within the horizon; for who has left, of not coming back
 * @param retaliationRisk probability of retaliation
 * @param complaintPropensity probability of voicing to the company
 * @param priority greater is handled sooner, in points
 * @param residualValue discounted value still to come, in the main unit of {@code currency}
 * @param valueAtRisk residual value times the probability of leaving
 * @param currency ISO 4217 code; empty when no amount is known
 * @param silentSufferer failed, and never spoke
 * @param neglectedLoyal of long standing and without attention
 * @param doubleDeviation a failed recovery followed a failure
 * @param openIssues failures and complaints not yet resolved
 * @param firstSeen when it began
 * @param lastSeen its latest event
 * @param diagnosedAt when
 */
public record RelationshipRow(
        long id,
        String brand,
        String customer,
        String standing,
        @Nullable String mode,
        String answer,
        double leaveProbability,
        double retaliationRisk,
        double complaintPropensity,
        double priority,
        double residualValue,
        double valueAtRisk,
        String currency,
        boolean silentSufferer,
        boolean neglectedLoyal,
        boolean doubleDeviation,
        int openIssues,
        Instant firstSeen,
        Instant lastSeen,
        Instant diagnosedAt) {

    static final String COLUMNS = """
            relationship, brand, customer, standing, mode, answer, leave_probability, retaliation_risk,
            complaint_propensity, priority, residual_value, value_at_risk, currency, silent_sufferer, neglected_loyal,
            double_deviation, open_issues, first_seen, last_seen, diagnosed_at""";

    static RelationshipRow of(ResultSet row, int number) throws SQLException {
        return new RelationshipRow(
                row.getLong("relationship"),
                row.getString("brand"),
                row.getString("customer"),
                row.getString("standing"),
                row.getString("mode"),
                row.getString("answer"),
                row.getDouble("leave_probability"),
                row.getDouble("retaliation_risk"),
                row.getDouble("complaint_propensity"),
                row.getDouble("priority"),
                row.getDouble("residual_value"),
                row.getDouble("value_at_risk"),
                row.getString("currency"),
                row.getBoolean("silent_sufferer"),
                row.getBoolean("neglected_loyal"),
                row.getBoolean("double_deviation"),
                row.getInt("open_issues"),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                instant(row, "diagnosed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }
}
