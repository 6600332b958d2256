package org.amends.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.amends.insight.base.BaseModel;
import org.amends.insight.base.BgBb;
import org.amends.insight.base.BgNbd;
import org.amends.insight.base.Fit;
import org.amends.insight.base.GammaGamma;
import org.amends.insight.base.Histories;
import org.amends.insight.base.HoldoutTable;
import org.amends.insight.base.MbgNbd;
import org.amends.insight.base.OpportunityHistory;
import org.amends.insight.base.ParetoNbd;
import org.amends.insight.base.PurchaseHistory;
import org.amends.insight.base.SpendHistory;
import org.jspecify.annotations.Nullable;

/**
 * What the command found.
 *
 * @param name which model
 * @param fit the fitted model
 * @param holdout actual against expected purchases; null when nothing was held out
 */
record BaseFit(ModelName name, Fit<?> fit, @Nullable HoldoutTable holdout) {

    /** Fits one of the continuous-time models. */
    static BaseFit ofPurchases(ModelName name, CustomerTable<PurchaseHistory> table, String place) {
        if (table.histories().stream().allMatch(history -> history.repeats() == 0)) {
            throw new FitInputException(
                    place,
                    "no customer bought again, so there is no rhythm to learn.",
                    "Maybe take a longer calibration period.");
        }
        Histories histories = Histories.of(table.histories(), table.weights());
        Fit<? extends BaseModel> fit = switch (name) {
            case BG_NBD -> BgNbd.fit(histories);
            case MBG_NBD -> MbgNbd.fit(histories);
            case PARETO_NBD -> ParetoNbd.fit(histories);
            case BG_BB, GAMMA_GAMMA -> throw new IllegalArgumentException(name + " is not in continuous time.");
        };
        return new BaseFit(name, fit, holdout(table, PurchaseHistory::repeats, fit.model()::expectedPurchases));
    }

    /** Fits the discrete model. */
    static BaseFit ofOpportunities(CustomerTable<OpportunityHistory> table, String place) {
        if (table.histories().stream().allMatch(history -> history.opportunities() == 0)) {
            throw new FitInputException(
                    place, "no customer had an opportunity to buy.", "Maybe take a shorter --unit or a longer period.");
        }
        Fit<BgBb> fit = BgBb.fit(table.histories(), table.weights());
        return new BaseFit(
                ModelName.BG_BB,
                fit,
                holdout(
                        table,
                        OpportunityHistory::purchases,
                        (history, horizon) -> fit.model().expectedPurchases(history, (int) Math.floor(horizon))));
    }

    /** Fits the model of spending. */
    static BaseFit ofSpending(CustomerTable<SpendHistory> table, String place) {
        boolean spent = table.histories().stream().anyMatch(h -> h.purchases() > 0 && h.meanValue() > 0);
        if (!spent) {
            throw new FitInputException(
                    place,
                    "no customer has a repeat purchase of positive value.",
                    "Maybe there is no column with the amount, or the period is too short.");
        }
        return new BaseFit(ModelName.GAMMA_GAMMA, GammaGamma.fit(table.histories(), table.weights()), null);
    }

    private static <H> @Nullable HoldoutTable holdout(
            CustomerTable<H> table, ToDoubleFunction<H> frequency, ToDoubleBiFunction<H, Double> expected) {
        if (!table.hasHoldout()) {
            return null;
        }
        List<HoldoutTable.Outcome> outcomes = new ArrayList<>();
        for (CustomerTable.Customer<H> customer : table.customers()) {
            outcomes.add(new HoldoutTable.Outcome(
                    (int) frequency.applyAsDouble(customer.history()),
                    customer.weight(),
                    customer.holdoutPurchases(),
                    expected.applyAsDouble(customer.history(), customer.horizon())));
        }
        return HoldoutTable.of(table.holdout(), outcomes);
    }
}
