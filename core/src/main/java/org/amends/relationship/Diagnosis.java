package org.amends.relationship;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter with a relationship, and what kind of answer fits.
 *
 * <p>The contributions sum to the logit of {@code leaveProbability}: the number can be taken apart and put together again.
 *
 * @param leaveProbability probability that it ends within the horizon; for a customer who has left, of not coming back
 * @param mode the way of breaking that contributes most, or null when none does
 * @param contributions every addend of the logit, in the order in which they are summed
 * @param retaliationRisk probability of negative word of mouth, public or third-party punishment
 * @param avoidance 0 to 1: how far the customer has withdrawn after failures; rises while the wish for revenge falls
 * @param complaintPropensity probability of voicing to the company when something is wrong
 * @param expectation 0 to 1: the recovery that the customer would call adequate
 * @param recoveryPower share of the damage that a good recovery now, or the offer given, can undo
 * @param priority greater is handled sooner, in points
 * @param paradox the recovery paradox: whether its conditions hold, and what it lifts
 * @param silentSufferer something failed them, and they never spoke
 * @param doubleDeviation a failed recovery followed a failure
 * @param neglectedLoyal a customer of long standing to whom the company has given no attention
 * @param opportunism probability that a claim is opportunistic; a question of relationship and fairness, never of generosity
 * @param bond self-relevance and relationship quality, kept apart
 * @param openIssues failures and complaints not yet resolved
 * @param alive probability that the customer is still one, by the base model
 * @param expectedPurchases purchases expected within the horizon
 * @param residualValue discounted value still to come, in the currency's main unit
 * @param valueAtRisk residual value times the probability of leaving
 * @param answer the kind of answer that fits
 */
public record Diagnosis(
        double leaveProbability,
        @Nullable BreakMode mode,
        List<Contribution> contributions,
        double retaliationRisk,
        double avoidance,
        double complaintPropensity,
        double expectation,
        double recoveryPower,
        double priority,
        Paradox paradox,
        boolean silentSufferer,
        boolean doubleDeviation,
        boolean neglectedLoyal,
        double opportunism,
        Bond bond,
        int openIssues,
        double alive,
        double expectedPurchases,
        double residualValue,
        double valueAtRisk,
        Answer answer) {

    public Diagnosis {
        contributions = List.copyOf(contributions);
    }

    /** The sum of what belongs to one way of breaking, in logits. */
    public double contributionOf(BreakMode wanted) {
        double sum = 0;
        for (Contribution contribution : contributions) {
            if (contribution.mode() == wanted) {
                sum += contribution.logit();
            }
        }
        return sum;
    }

    /** The sum of what belongs to none: how the relationship lives with nothing going wrong, and what holds it. */
    public double base() {
        double sum = 0;
        for (Contribution contribution : contributions) {
            if (contribution.mode() == null) {
                sum += contribution.logit();
            }
        }
        return sum;
    }
}
