package org.amends.insight.backtest;

import java.util.ArrayList;
import java.util.List;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Situation;

/**
 * What a diagnosis says of the silence to come.
 *
 * @param leaving the probability of leaving within the horizon, as the diagnosis gives it
 * @param silence the probability of no purchase if whoever leaves buys nothing before: left, or stayed and just did not buy
 * @param goneNow the same if whatever the diagnosis adds to the base model has its effect at once, so that those who by the
 *     base model alone leave after one more purchase are not counted as silent
 * @param modes the logits of the five modes, in their order; without that of silence itself, which the base knows
 */
record DiagnosedSilence(double leaving, double silence, double goneNow, List<Double> modes) {

    /** Diagnoses all; nothing after the split is looked at. */
    static List<DiagnosedSilence> of(
            List<Standpoint> standpoints, Outlooks outlooks, Diagnostician diagnostician, Situation situation) {
        return standpoints.parallelStream()
                .map(each -> of(each, outlooks, diagnostician, situation))
                .toList();
    }

    private static DiagnosedSilence of(
            Standpoint standpoint, Outlooks outlooks, Diagnostician diagnostician, Situation situation) {
        BaseOutlook outlook = outlooks.of(standpoint.relationship(), standpoint.history());
        Diagnosis diagnosis = diagnostician.diagnose(standpoint.relationship(), outlook, situation);
        double leaving = diagnosis.leaveProbability();
        double idle = outlooks.noPurchaseIfStaying(standpoint.history());
        double idleNow = outlooks.noPurchaseIfAlive(standpoint.history());
        double added = Logits.of(leaving) - Logits.of(outlook.endNow());
        double gone =
                standpoint.relationship().over() ? leaving : Logits.probability(Logits.of(1 - outlook.alive()) + added);
        return new DiagnosedSilence(
                leaving, leaving + (1 - leaving) * idle, gone + (1 - gone) * idleNow, modes(diagnosis));
    }

    private static List<Double> modes(Diagnosis diagnosis) {
        List<Double> modes = new ArrayList<>();
        for (BreakMode mode : BreakMode.values()) {
            double sum = 0;
            for (Contribution contribution : diagnosis.contributions()) {
                if (contribution.mode() == mode && contribution.cause() != Cause.SILENCE) {
                    sum += contribution.logit();
                }
            }
            modes.add(sum);
        }
        return modes;
    }
}
