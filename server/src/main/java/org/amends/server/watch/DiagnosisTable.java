package org.amends.server.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the kept diagnoses, many at a time. */
@Component
final class DiagnosisTable {

    private static final List<Column<DiagnosisRow>> COLUMNS = List.of(
            new Column<>("relationship", "bigint", DiagnosisRow::relationship),
            new Column<>("brand", "text", DiagnosisRow::brand),
            new Column<>("customer", "text", DiagnosisRow::customer),
            new Column<>("standing", "text", DiagnosisRow::standing),
            new Column<>("over", "boolean", DiagnosisRow::over),
            new Column<>("mode", "text", DiagnosisRow::mode),
            new Column<>("answer", "text", DiagnosisRow::answer),
            new Column<>("leave_probability", "float8", DiagnosisRow::leaveProbability),
            new Column<>("risk_mark", "smallint", row -> row.riskMark().ordinal()),
            new Column<>("base_logit", "float8", DiagnosisRow::baseLogit),
            new Column<>("acute_failure_logit", "float8", DiagnosisRow::acuteFailureLogit),
            new Column<>("accumulation_logit", "float8", DiagnosisRow::accumulationLogit),
            new Column<>("fading_logit", "float8", DiagnosisRow::fadingLogit),
            new Column<>("competitor_pull_logit", "float8", DiagnosisRow::competitorPullLogit),
            new Column<>("betrayed_trust_logit", "float8", DiagnosisRow::betrayedTrustLogit),
            new Column<>("retaliation_risk", "float8", DiagnosisRow::retaliationRisk),
            new Column<>("complaint_propensity", "float8", DiagnosisRow::complaintPropensity),
            new Column<>("expectation", "float8", DiagnosisRow::expectation),
            new Column<>("recovery_power", "float8", DiagnosisRow::recoveryPower),
            new Column<>("priority", "float8", DiagnosisRow::priority),
            new Column<>("alive", "float8", DiagnosisRow::alive),
            new Column<>("expected_purchases", "float8", DiagnosisRow::expectedPurchases),
            new Column<>("residual_value", "float8", DiagnosisRow::residualValue),
            new Column<>("value_at_risk", "float8", DiagnosisRow::valueAtRisk),
            new Column<>("currency", "text", DiagnosisRow::currency),
            new Column<>("silent_sufferer", "boolean", DiagnosisRow::silentSufferer),
            new Column<>("neglected_loyal", "boolean", DiagnosisRow::neglectedLoyal),
            new Column<>("double_deviation", "boolean", DiagnosisRow::doubleDeviation),
            new Column<>("open_issues", "integer", DiagnosisRow::openIssues),
            new Column<>("first_seen", "timestamptz", DiagnosisRow::firstSeen),
            new Column<>("last_seen", "timestamptz", DiagnosisRow::lastSeen),
            new Column<>("diagnosed_at", "timestamptz", DiagnosisRow::diagnosedAt),
            new Column<>("policy_version", "text", DiagnosisRow::policyVersion),
            new Column<>("base_model", "bigint", DiagnosisRow::baseModel));

    private static final String UPSERT =
            "insert into diagnosis (%s) select * from %s on conflict (relationship) do update set %s"
                    .formatted(
                            Column.names(COLUMNS),
                            Column.unnested(COLUMNS),
                            COLUMNS.stream()
                                    .skip(1)
                                    .map(column -> column.name() + " = excluded." + column.name())
                                    .collect(Collectors.joining(", ")));

    private static final List<Column<DiagnosisChange>> CHANGES = List.of(
            new Column<>("at", "timestamptz", DiagnosisChange::at),
            new Column<>("relationship", "bigint", change -> change.now().relationship()),
            new Column<>("brand", "text", change -> change.now().brand()),
            new Column<>("kind", "text", change -> change.kind().stableName()),
            new Column<>("before", "text", DiagnosisChange::before),
            new Column<>("after", "text", DiagnosisChange::after),
            new Column<>("leave_probability", "float8", change -> change.now().leaveProbability()),
            new Column<>("value_at_risk", "float8", change -> change.now().valueAtRisk()),
            new Column<>("currency", "text", change -> change.now().currency()));

    private static final String ADD_CHANGES = "insert into diagnosis_change (%s) select * from %s"
            .formatted(Column.names(CHANGES), Column.unnested(CHANGES));

    private final JdbcClient database;

    DiagnosisTable(JdbcClient database) {
        this.database = database;
    }

    /** The kept diagnoses of these relationships, by relationship; those that have none are missing. */
    Map<Long, DiagnosisRow> of(Collection<Long> relationships) {
        Map<Long, DiagnosisRow> rows = new HashMap<>();
        database
                .sql("select * from diagnosis where relationship = any (?)")
                .param(relationships.toArray(Long[]::new))
                .query(DiagnosisTable::read)
                .stream()
                .forEach(row -> rows.put(row.relationship(), row));
        return rows;
    }

    /** Writes these; ones that are there already are replaced. */
    void put(Collection<DiagnosisRow> rows) {
        if (!rows.isEmpty()) {
            int ignored =
                    database.sql(UPSERT).params(Column.arrays(COLUMNS, rows)).update();
        }
    }

    /** Adds what became different. */
    void add(Collection<DiagnosisChange> changes) {
        if (!changes.isEmpty()) {
            int ignored = database.sql(ADD_CHANGES)
                    .params(Column.arrays(CHANGES, changes))
                    .update();
        }
    }

    /** Takes these out: nothing is diagnosed of them any more. */
    void remove(Collection<Long> relationships) {
        if (!relationships.isEmpty()) {
            int ignored = database.sql("delete from diagnosis where relationship = any (?)")
                    .param(relationships.toArray(Long[]::new))
                    .update();
        }
    }

    private static DiagnosisRow read(ResultSet row, int number) throws SQLException {
        return new DiagnosisRow(
                row.getLong("relationship"),
                row.getString("brand"),
                row.getString("customer"),
                row.getString("standing"),
                row.getBoolean("over"),
                row.getString("mode"),
                row.getString("answer"),
                row.getDouble("leave_probability"),
                RiskMark.values()[row.getInt("risk_mark")],
                row.getDouble("base_logit"),
                row.getDouble("acute_failure_logit"),
                row.getDouble("accumulation_logit"),
                row.getDouble("fading_logit"),
                row.getDouble("competitor_pull_logit"),
                row.getDouble("betrayed_trust_logit"),
                row.getDouble("retaliation_risk"),
                row.getDouble("complaint_propensity"),
                row.getDouble("expectation"),
                row.getDouble("recovery_power"),
                row.getDouble("priority"),
                row.getDouble("alive"),
                row.getDouble("expected_purchases"),
                row.getDouble("residual_value"),
                row.getDouble("value_at_risk"),
                row.getString("currency"),
                row.getBoolean("silent_sufferer"),
                row.getBoolean("neglected_loyal"),
                row.getBoolean("double_deviation"),
                row.getInt("open_issues"),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                instant(row, "diagnosed_at"),
                row.getString("policy_version"),
                row.getLong("base_model"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }
}
