package org.amends.server.relationship;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** One relationship of a list, as programs get it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ListedAnswer(
        String customer,
        @Nullable String brand,
        String standing,
        double leaveProbability,
        @Nullable String mode,
        String answer,
        double priority,
        MoneyAnswer valueAtRisk,
        MoneyAnswer residualValue,
        double retaliationRisk,
        double complaintPropensity,
        boolean silentSufferer,
        boolean neglectedLoyal,
        boolean doubleDeviation,
        int openIssues,
        Instant firstSeen,
        Instant lastSeen,
        Instant diagnosedAt) {

    /** A page of them. */
    record Page(List<ListedAnswer> items, @Nullable String next) {}

    static ListedAnswer of(RelationshipRow row) {
        return new ListedAnswer(
                row.customer(),
                row.brand().isEmpty() ? null : row.brand(),
                row.standing(),
                row.leaveProbability(),
                row.mode(),
                row.answer(),
                row.priority(),
                MoneyAnswer.of(row.valueAtRisk(), row.currency()),
                MoneyAnswer.of(row.residualValue(), row.currency()),
                row.retaliationRisk(),
                row.complaintPropensity(),
                row.silentSufferer(),
                row.neglectedLoyal(),
                row.doubleDeviation(),
                row.openIssues(),
                row.firstSeen(),
                row.lastSeen(),
                row.diagnosedAt());
    }
}
