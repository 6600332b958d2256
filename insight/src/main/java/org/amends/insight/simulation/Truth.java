package org.amends.insight.simulation;

import java.time.Instant;
import org.amends.event.CustomerId;
import org.amends.event.Tier;
import org.jspecify.annotations.Nullable;

/**
 * The truth about one simulated customer. A company sees none of it; methods are judged by it.
 *
 * @param customer whose
 * @param language ISO 639-1
 * @param region where they live; trouble and care differ by region
 * @param joinedAt first purchase
 * @param ratePerWeek purchases a week while they stay
 * @param dropoutAt when they would stop for reasons of their own; may lie beyond the time simulated
 * @param leftAt when they really stopped being a customer, or null while they are one
 * @param leftReason what made them: {@code natural}, or the stable name of a break mode; null while they are a customer
 * @param returnedAt when they came back, or null
 * @param selfRelevance 0 to 1
 * @param trust 0 to 1
 * @param voice logit by which they speak up more readily than most
 * @param luck times as many failures as most, 1 for middling
 * @param tier at the end
 * @param preference what they have asked the company to respect, or null
 * @param meanPurchase mean worth of a purchase, main currency units
 * @param expectedYearlyValue worth expected over the 52 weeks after the end from the latent rates, nothing more going wrong,
 *     main currency units; 0 once they have left
 * @param purchases made
 * @param failures suffered, small issues and broken preferences and promises included
 * @param openIssues of them not resolved at the end
 * @param lastFailureAt or null
 * @param complaints made
 * @param recoveries received that were good (quality at least 0.6)
 * @param silentSufferer suffered a failure of severity 0.3 or more and never complained
 * @param neglected fell out of the company's attention
 * @param wouldHaveStayed whether they would still be a customer at the end had nothing failed, all other chances being equal
 */
public record Truth(
        CustomerId customer,
        String language,
        int region,
        Instant joinedAt,
        double ratePerWeek,
        Instant dropoutAt,
        @Nullable Instant leftAt,
        @Nullable String leftReason,
        @Nullable Instant returnedAt,
        double selfRelevance,
        double trust,
        double voice,
        double luck,
        Tier tier,
        @Nullable String preference,
        double meanPurchase,
        double expectedYearlyValue,
        int purchases,
        int failures,
        int openIssues,
        @Nullable Instant lastFailureAt,
        int complaints,
        int recoveries,
        boolean silentSufferer,
        boolean neglected,
        boolean wouldHaveStayed) {}
