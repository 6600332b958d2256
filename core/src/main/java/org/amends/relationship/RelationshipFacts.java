package org.amends.relationship;

import java.util.List;
import org.amends.event.Hostility;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.jspecify.annotations.Nullable;

/**
 * A relationship told in a few facts: a short form of a history for what-if questions, policy tests and callers that hold no
 * events. Every fact has a neutral default; see {@link #neutral()}.
 *
 * @param tenureYears how long the relationship has lasted
 * @param ordersPerYear purchases a year
 * @param annualValue worth a year, local currency
 * @param tier membership
 * @param selfRelevance 0 to 1
 * @param trust 0 to 1, before the failure
 * @param recentPositiveMoments good experiences in the last months
 * @param failures in any order
 * @param openSmallIssues small unresolved issues
 * @param oldestOpenIssueDays age of the oldest open thing, unresolved failures included
 * @param complained spoke up about the current failure: the open one that weighs most today, or the one of all that does
 * @param pastComplaintsSuccessful earlier complaints that ended well
 * @param motive what the complaint is for
 * @param hostility its tone
 * @param daysToResponse days from failure or complaint to the first real answer; null when not known
 * @param promisedResponseDays promised answer time; null when none was promised
 * @param substitutes alternatives
 * @param switchingCost cost of leaving
 * @param competitorSignal a rival has been noticed
 * @param companyAttentionLastDays days since the company last showed attention
 * @param lossAmount money lost
 * @param offerRatio compensation offered divided by loss; null when there is no offer to weigh
 * @param alreadyLeft has stopped buying or closed the account
 * @param vulnerable a vulnerable customer
 * @param higherValueCaseWaiting another, more valuable case waits; it never worsens this one
 */
public record RelationshipFacts(
        double tenureYears,
        double ordersPerYear,
        double annualValue,
        Tier tier,
        double selfRelevance,
        double trust,
        int recentPositiveMoments,
        List<FailureFact> failures,
        int openSmallIssues,
        double oldestOpenIssueDays,
        boolean complained,
        int pastComplaintsSuccessful,
        Want motive,
        Hostility hostility,
        @Nullable Double daysToResponse,
        @Nullable Double promisedResponseDays,
        Substitutes substitutes,
        SwitchingCost switchingCost,
        boolean competitorSignal,
        double companyAttentionLastDays,
        double lossAmount,
        @Nullable Double offerRatio,
        boolean alreadyLeft,
        boolean vulnerable,
        boolean higherValueCaseWaiting) {

    /** A century: longer ages are mistakes. */
    static final double LONGEST_DAYS = 36_525;

    public RelationshipFacts {
        failures = List.copyOf(failures);
        require("tenure_years", tenureYears, 0, 100);
        require("orders_per_year", ordersPerYear, 0, 100_000);
        require("annual_value", annualValue, 0, 1e12);
        require("self_relevance", selfRelevance, 0, 1);
        require("trust", trust, 0, 1);
        require("recent_positive_moments", recentPositiveMoments, 0, 1_000_000);
        require("open_small_issues", openSmallIssues, 0, 1_000_000);
        require("oldest_open_issue_days", oldestOpenIssueDays, 0, LONGEST_DAYS);
        require("past_complaints_successful", pastComplaintsSuccessful, 0, 1_000_000);
        if (daysToResponse != null) {
            require("days_to_response", daysToResponse, 0, LONGEST_DAYS);
        }
        if (promisedResponseDays != null) {
            require("response_deadline_promised_days", promisedResponseDays, 0, LONGEST_DAYS);
        }
        require("company_attention_last_days", companyAttentionLastDays, 0, LONGEST_DAYS);
        require("loss_amount", lossAmount, 0, 1e12);
        if (offerRatio != null) {
            require("offer_ratio", offerRatio, 0, 1_000);
        }
    }

    /**
     * The neutral defaults: two years, monthly orders of 500 a year in all, no membership, middling trust, little
     * self-relevance, nothing failed, attention a month ago, few substitutes.
     */
    public static RelationshipFacts neutral() {
        return new RelationshipFacts(
                2,
                12,
                500,
                Tier.NONE,
                0.3,
                0.5,
                0,
                List.of(),
                0,
                0,
                false,
                0,
                Want.UNKNOWN,
                Hostility.CALM,
                null,
                null,
                Substitutes.FEW,
                SwitchingCost.LOW,
                false,
                30,
                0,
                null,
                false,
                false,
                false);
    }

    static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s but was %s.".formatted(name, least, most, value));
        }
    }
}
