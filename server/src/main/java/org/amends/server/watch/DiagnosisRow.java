package org.amends.server.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.amends.money.Money;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.amends.server.diagnosis.Diagnosing;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as it is kept for lists. Numbers are rounded to what a list shows, so that a diagnosis that did not change in
 * substance is not written again every day. Probabilities and logits have four decimals, points and money two.
 */
record DiagnosisRow(
        long relationship,
        String brand,
        String customer,
        String standing,
        boolean over,
        @Nullable String mode,
        String answer,
        double leaveProbability,
        RiskMark riskMark,
        double baseLogit,
        double acuteFailureLogit,
        double accumulationLogit,
        double fadingLogit,
        double competitorPullLogit,
        double betrayedTrustLogit,
        double retaliationRisk,
        double complaintPropensity,
        double expectation,
        double recoveryPower,
        double priority,
        double alive,
        double expectedPurchases,
        double residualValue,
        double valueAtRisk,
        String currency,
        boolean silentSufferer,
        boolean neglectedLoyal,
        boolean doubleDeviation,
        int openIssues,
        Instant firstSeen,
        Instant lastSeen,
        Instant diagnosedAt,
        String policyVersion,
        long baseModel) {

    private static final double FINE = 10_000;
    private static final double COARSE = 100;

    /** The row of this diagnosis of a relationship that was at this mark before. */
    static DiagnosisRow of(KeptRelationship kept, Diagnosis diagnosis, RiskMark before, Diagnosing by, Instant at) {
        Relationship relationship = kept.relationship();
        BreakMode mode = diagnosis.mode();
        double probability = fine(diagnosis.leaveProbability());
        return new DiagnosisRow(
                kept.id(),
                kept.brand(),
                kept.customer(),
                relationship.standing().name().toLowerCase(Locale.ROOT),
                relationship.over(),
                mode == null ? null : mode.stableName(),
                diagnosis.answer().word(),
                probability,
                relationship.over() ? RiskMark.LOW : before.next(probability),
                fine(diagnosis.base()),
                fine(diagnosis.contributionOf(BreakMode.ACUTE_FAILURE)),
                fine(diagnosis.contributionOf(BreakMode.ACCUMULATION)),
                fine(diagnosis.contributionOf(BreakMode.FADING)),
                fine(diagnosis.contributionOf(BreakMode.COMPETITOR_PULL)),
                fine(diagnosis.contributionOf(BreakMode.BETRAYED_TRUST)),
                fine(diagnosis.retaliationRisk()),
                fine(diagnosis.complaintPropensity()),
                fine(diagnosis.expectation()),
                fine(diagnosis.recoveryPower()),
                coarse(diagnosis.priority()),
                fine(diagnosis.alive()),
                coarse(diagnosis.expectedPurchases()),
                coarse(diagnosis.residualValue()),
                coarse(diagnosis.valueAtRisk()),
                currency(relationship.purchases()),
                diagnosis.silentSufferer(),
                diagnosis.neglectedLoyal(),
                diagnosis.doubleDeviation(),
                diagnosis.openIssues(),
                kept(relationship.firstSeen()),
                kept(relationship.lastSeen()),
                kept(at),
                by.policy().version(),
                by.base().id());
    }

    /** Whether the other says the same, whenever it was made. */
    boolean saysTheSameAs(DiagnosisRow other) {
        return equals(other.diagnosedAt(diagnosedAt));
    }

    private DiagnosisRow diagnosedAt(Instant moment) {
        return new DiagnosisRow(
                relationship,
                brand,
                customer,
                standing,
                over,
                mode,
                answer,
                leaveProbability,
                riskMark,
                baseLogit,
                acuteFailureLogit,
                accumulationLogit,
                fadingLogit,
                competitorPullLogit,
                betrayedTrustLogit,
                retaliationRisk,
                complaintPropensity,
                expectation,
                recoveryPower,
                priority,
                alive,
                expectedPurchases,
                residualValue,
                valueAtRisk,
                currency,
                silentSufferer,
                neglectedLoyal,
                doubleDeviation,
                openIssues,
                firstSeen,
                lastSeen,
                moment,
                policyVersion,
                baseModel);
    }

    /** ISO 4217, or empty when no amount is known or it has no currency. */
    static String currency(@Nullable Purchases purchases) {
        java.util.Currency currency = purchases == null ? null : purchases.currency();
        return currency == null || currency.equals(Money.UNNAMED_CURRENCY) ? "" : currency.getCurrencyCode();
    }

    /** The database keeps microseconds. */
    private static Instant kept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** Adding zero makes one zero of the two. */
    private static double fine(double value) {
        return Math.rint(value * FINE) / FINE + 0.0;
    }

    private static double coarse(double value) {
        return Math.rint(value * COARSE) / COARSE + 0.0;
    }
}
