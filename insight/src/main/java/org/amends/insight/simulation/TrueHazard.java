package org.amends.insight.simulation;

/**
 * Why simulated customers leave, once a week, on the logit scale. Its form differs on purpose from that of the diagnosis:
 * harm is linear in severity, open issues hurt beyond a threshold, neglect is a step. A method that finds these causes in the
 * events has found something it was not told.
 *
 * @param intercept logit a week of leaving over something, when there is nothing
 * @param trustHold taken off at full trust, added at none, against middling trust
 * @param acute added per unit of severity of an unrecovered failure today
 * @param acuteHalfLifeDays in which that halves
 * @param deviation how much more a failure hurts once a recovery has failed, as a factor on top
 * @param freeIssues open issues that hurt nothing
 * @param perIssue added for each open issue beyond them
 * @param betrayal added per unit of severity of a breach of trust today, to somebody whose life the brand is part of
 * @param betrayalHalfLifeDays in which that halves
 * @param neglect added once the company has given no attention for {@code neglectDays}
 * @param neglectDays see there
 * @param pull added while a rival tempts
 */
public record TrueHazard(
        double intercept,
        double trustHold,
        double acute,
        double acuteHalfLifeDays,
        double deviation,
        int freeIssues,
        double perIssue,
        double betrayal,
        double betrayalHalfLifeDays,
        double neglect,
        double neglectDays,
        double pull) {

    /** The same with nobody ever leaving over anything. */
    TrueHazard never() {
        return new TrueHazard(
                Double.NEGATIVE_INFINITY,
                0,
                0,
                acuteHalfLifeDays,
                0,
                freeIssues,
                0,
                0,
                betrayalHalfLifeDays,
                0,
                neglectDays,
                0);
    }

    /** The probability of leaving this week. */
    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** What is left of a harm after this many days. */
    static double faded(double days, double halfLifeDays) {
        return StrictMath.exp(-0.6931471805599453 * days / halfLifeDays);
    }
}
