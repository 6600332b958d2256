package org.amends.insight.backtest;

import org.amends.insight.base.MbgNbd;
import org.amends.insight.base.PurchaseHistory;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.Relationship;

/** What the base model says of a relationship, in the form in which the diagnosis takes it; money is not looked at. */
record Outlooks(MbgNbd model, double horizonWeeks) {

    BaseOutlook of(Relationship relationship, PurchaseHistory history) {
        double alive = model.pAlive(history);
        double survival = model.pSurvive(history, horizonWeeks);
        double endOnRhythm = probability(1 - survival);
        double endNow = Math.max(endOnRhythm, probability(1 - alive * survival));
        return relationship.over()
                ? new BaseOutlook(endOnRhythm, endNow, 0, 0, 0)
                : new BaseOutlook(endOnRhythm, endNow, alive, model.expectedPurchases(history, horizonWeeks), 0);
    }

    /** The probability that a customer who stays buys nothing within the horizon, for all that their pace is known. */
    double noPurchaseIfAlive(PurchaseHistory history) {
        return Math.exp(-(model.r() + history.repeats()) * Math.log1p(horizonWeeks / (model.alpha() + history.age())));
    }

    private static double probability(double value) {
        return Math.min(1, Math.max(0, value));
    }
}
