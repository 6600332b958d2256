package org.amends.server.relationship;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Relationship;
import org.amends.server.diagnosis.Diagnosing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A diagnosis as programs get it.
 *
 * @param logits what each way of breaking adds to the logit, and {@code base} for all else
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DiagnosisAnswer(
        Instant at,
        double horizonDays,
        double leaveProbability,
        @Nullable String mode,
        String answer,
        Map<String, Double> logits,
        double retaliationRisk,
        double avoidance,
        double complaintPropensity,
        double expectation,
        double recoveryPower,
        double priority,
        boolean silentSufferer,
        boolean neglectedLoyal,
        boolean doubleDeviation,
        int openIssues,
        double selfRelevance,
        double trust,
        double alive,
        double expectedPurchases,
        MoneyAnswer residualValue,
        MoneyAnswer valueAtRisk,
        String policyVersion,
        long baseModel) {

    private static final double MILLIS_A_DAY = 86_400_000;

    static DiagnosisAnswer of(Relationship relationship, Diagnosis diagnosis, Diagnosing.At by, Diagnosing under) {
        BreakMode mode = diagnosis.mode();
        String currency = MoneyAnswer.currencyOf(relationship.purchases());
        return new DiagnosisAnswer(
                by.situation().now(),
                by.situation().horizon().toMillis() / MILLIS_A_DAY,
                diagnosis.leaveProbability(),
                mode == null ? null : mode.stableName(),
                diagnosis.answer().word(),
                logits(diagnosis),
                diagnosis.retaliationRisk(),
                diagnosis.avoidance(),
                diagnosis.complaintPropensity(),
                diagnosis.expectation(),
                diagnosis.recoveryPower(),
                diagnosis.priority(),
                diagnosis.silentSufferer(),
                diagnosis.neglectedLoyal(),
                diagnosis.doubleDeviation(),
                diagnosis.openIssues(),
                diagnosis.bond().selfRelevance(),
                diagnosis.bond().trust(),
                diagnosis.alive(),
                diagnosis.expectedPurchases(),
                MoneyAnswer.of(diagnosis.residualValue(), currency),
                MoneyAnswer.of(diagnosis.valueAtRisk(), currency),
                under.policy().version(),
                under.base().id());
    }

    static Map<String, Double> logits(Diagnosis diagnosis) {
        Map<String, Double> logits = new LinkedHashMap<>();
        logits.put("base", diagnosis.base());
        for (BreakMode mode : BreakMode.values()) {
            logits.put(mode.stableName(), diagnosis.contributionOf(mode));
        }
        return logits;
    }
}
