package org.amends.insight.outlook;

import org.amends.insight.base.BaseModel;
import org.amends.insight.base.Fit;
import org.amends.insight.base.GammaGamma;
import org.amends.insight.base.Histories;
import org.amends.insight.base.MbgNbd;
import org.amends.insight.base.ParetoNbd;
import org.amends.insight.base.PurchaseHistory;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The customer base model of one company: MBG/NBD for buying, in weeks, and gamma-gamma for what is spent.
 *
 * @param buying null when there was too little to fit it to; the policy's own base then stands in
 * @param spending null when there was too little to fit it to; each customer's own mean then stands in
 * @param currency the currency of the spending
 * @param note why something stands in, empty when nothing does
 */
public record BaseFit(
        @Nullable Fit<MbgNbd> buying, @Nullable Fit<GammaGamma> spending, String currency, String note) {

    /** Fewer customers say nothing about how customers differ. */
    public static final int FEWEST_CUSTOMERS = 50;

    /** Where fewer than one in fifty leave in their first year, the data cannot tell the slow from the gone. */
    private static final double SURE_TO_STAY = 0.98;

    private static final double WEEKS_A_YEAR = 365.25 / 7;

    /**
     * The model to read from, or null when the policy's base stands in for all of it.
     *
     * <p>A short history often fits best with customers who never leave. Then the pace of buying is taken from the data and
     * the leaving from the policy: a Pareto/NBD with the fitted gamma distribution of rates and the policy's Lomax lifetime.
     */
    public @Nullable BaseModel model(Policy policy) {
        Fit<MbgNbd> fitted = buying;
        if (fitted == null) {
            return null;
        }
        MbgNbd model = fitted.model();
        return nobodyLeaves(model)
                ? new ParetoNbd(
                        model.r(),
                        model.alpha(),
                        policy.get(Parameter.BASE_SHAPE),
                        policy.get(Parameter.BASE_SCALE) * WEEKS_A_YEAR)
                : model;
    }

    private static boolean nobodyLeaves(MbgNbd model) {
        return model.pSurvive(new PurchaseHistory(0, 0, 0), WEEKS_A_YEAR) > SURE_TO_STAY;
    }

    /** Fits to a sample; where it is too small or cannot be fitted, the policy's base stands in and the note says why. */
    public static BaseFit to(BaseSample sample) {
        double size = sample.size();
        if (size < FEWEST_CUSTOMERS) {
            return standIn(
                    "%d customers with purchases are too few for a base model, which needs %d; the policy's base stands in"
                            .formatted((long) size, FEWEST_CUSTOMERS));
        }
        if (sample.histories().stream().allMatch(each -> each.value().repeats() == 0)) {
            return standIn(
                    "nobody bought on a second day, so that no base model can be fitted; the policy's base stands in");
        }
        try {
            Fit<MbgNbd> buying = MbgNbd.fit(
                    Histories.of(BaseSample.values(sample.histories()), BaseSample.weights(sample.histories())));
            Fit<GammaGamma> spending = sample.spending().size() < FEWEST_CUSTOMERS
                    ? null
                    : GammaGamma.fit(BaseSample.values(sample.spending()), BaseSample.weights(sample.spending()));
            String note = note(buying.model(), spending);
            return new BaseFit(buying, spending, sample.currency(), note);
        } catch (IllegalArgumentException | ArithmeticException | IllegalStateException failed) {
            return standIn("the base model could not be fitted (%s); the policy's base stands in"
                    .formatted(failed.getMessage()));
        }
    }

    private static String note(MbgNbd buying, @Nullable Fit<GammaGamma> spending) {
        if (nobodyLeaves(buying)) {
            return "the history is too short to tell slow customers from gone ones; the policy's lifetime stands in";
        }
        return spending == null ? "too few amounts for a model of spending; each customer's mean stands in" : "";
    }

    private static BaseFit standIn(String note) {
        return new BaseFit(null, null, "", note);
    }
}
