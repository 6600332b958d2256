package org.amends.insight.backtest;

import org.amends.insight.base.BaseModel;
import org.amends.insight.base.MbgNbd;
import org.amends.insight.base.ParetoNbd;
import org.amends.insight.base.PurchaseHistory;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.Relationship;

/**
 * What the base model says of a relationship, in the form in which the diagnosis takes it; money is not looked at.
 *
 * @param model the base model, in weeks
 * @param r shape of the fitted gamma distribution of purchase rates
 * @param alpha rate of that distribution
 * @param horizonWeeks how far ahead is looked
 * @param policysLifetime whether the lifetime is the policy's, because the data show nobody leaving
 */
record Outlooks(BaseModel model, double r, double alpha, double horizonWeeks, boolean policysLifetime) {

    /** As in scoring: where fewer than one in fifty leave in their first year, the slow cannot be told from the gone. */
    private static final double SURE_TO_STAY = 0.98;

    private static final double WEEKS_A_YEAR = 365.25 / 7;
    private static final double NEXT_TO_NOBODY = 1e-9;

    /** Reads from the fitted model; the policy's lifetime stands in where the data show nobody leaving. */
    static Outlooks of(MbgNbd fitted, Policy policy, double horizonWeeks) {
        boolean nobodyLeaves = fitted.pSurvive(new PurchaseHistory(0, 0, 0), WEEKS_A_YEAR) > SURE_TO_STAY;
        BaseModel model = nobodyLeaves
                ? new ParetoNbd(
                        fitted.r(),
                        fitted.alpha(),
                        policy.get(Parameter.BASE_SHAPE),
                        policy.get(Parameter.BASE_SCALE) * WEEKS_A_YEAR)
                : fitted;
        return new Outlooks(model, fitted.r(), fitted.alpha(), horizonWeeks, nobodyLeaves);
    }

    BaseOutlook of(Relationship relationship, PurchaseHistory history) {
        PurchaseHistory justBought =
                new PurchaseHistory(history.repeats(), history.repeats() == 0 ? 0 : history.age(), history.age());
        double alive = model.pAlive(history);
        double survival = model.pSurvive(justBought, horizonWeeks);
        double endOnRhythm = probability(1 - survival);
        double endNow = Math.max(endOnRhythm, probability(1 - alive * survival));
        return relationship.over()
                ? new BaseOutlook(endOnRhythm, endNow, 0, 0, 0)
                : new BaseOutlook(endOnRhythm, endNow, alive, model.expectedPurchases(history, horizonWeeks), 0);
    }

    /** The probability that a customer who stays to the end of the horizon buys nothing within it. */
    double noPurchaseIfStaying(PurchaseHistory history) {
        return Math.exp(-(r + history.repeats()) * Math.log1p(horizonWeeks / (alpha + history.age())));
    }

    /** The probability that a customer who has not left yet buys nothing within the horizon, whether or not they leave. */
    double noPurchaseIfAlive(PurchaseHistory history) {
        double alive = model.pAlive(history);
        return alive < NEXT_TO_NOBODY
                ? noPurchaseIfStaying(history)
                : probability((model.pNoPurchase(history, horizonWeeks) - (1 - alive)) / alive);
    }

    private static double probability(double value) {
        return Math.min(1, Math.max(0, value));
    }
}
