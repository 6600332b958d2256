package org.amends.insight.backtest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.amends.event.Event;
import org.amends.insight.base.BaseModel;
import org.amends.insight.base.Histories;
import org.amends.insight.base.MbgNbd;
import org.amends.insight.base.ParetoNbd;
import org.amends.policy.Policy;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Situation;
import org.amends.relationship.Substitutes;
import org.amends.relationship.SwitchingCost;

/**
 * Goes back in time: takes what was known at a moment, lets several contenders forecast who will be silent in the window
 * after it, and judges them by what happened. Whatever is fitted to outcomes is fitted to the window before that moment.
 */
public final class Backtest {

    /** Below this, intervals are too wide to say anything. */
    private static final int FEWEST_CUSTOMERS = 50;

    /** So that resamples do not depend on the order in which customers came. */
    private static final Comparator<Standpoint> ORDER = Comparator.comparing(
                    (Standpoint each) -> each.relationship().customer())
            .thenComparing(each -> String.valueOf(each.relationship().brand()));

    private final TimeSplit split;
    private final Policy policy;
    private final List<Standpoint> training = new ArrayList<>();
    private final List<Standpoint> test = new ArrayList<>();
    private boolean attentionRecorded;

    /**
     * A back-test without customers yet.
     *
     * @param split where the window to be forecast begins, and how long it is
     */
    public Backtest(TimeSplit split, Policy policy) {
        this.split = split;
        this.policy = policy;
    }

    /**
     * Adds one customer.
     *
     * @param events all of the customer, in any order, repetitions included
     */
    public void add(Collection<? extends Event> events) {
        Standpoint then = split.earlier().standpoint(events, policy);
        if (then != null) {
            training.add(then);
        }
        Standpoint now = split.standpoint(events, policy);
        if (now != null) {
            test.add(now);
        }
        attentionRecorded |= events.stream()
                .anyMatch(event ->
                        event instanceof Event.AttentionGiven && event.time().isBefore(split.at()));
    }

    /**
     * Judges the contenders.
     *
     * @param resamples of the bootstrap
     * @param seed of the bootstrap
     * @throws BacktestException when there are too few customers or they all did the same
     */
    public BacktestReport run(int resamples, long seed) {
        training.sort(ORDER);
        test.sort(ORDER);
        requireEnough("before the window that is forecast", test);
        requireEnough("before the window that is learned from", training);
        RecencyFrequencyMonetary rfm = RecencyFrequencyMonetary.fit(training);
        List<DiagnosedSilence> past = diagnosed(split.earlier(), training, buying(training));
        FittedDiagnosis recalibrated = FittedDiagnosis.recalibrated(past, Outcomes.of(training));
        FittedDiagnosis byMode = FittedDiagnosis.byMode(past, Outcomes.of(training));
        Map<Contender, double[]> forecasts = new EnumMap<>(Contender.class);
        forecasts.put(Contender.RFM, each(test, rfm::silence));
        addBaseModels(forecasts);
        List<DiagnosedSilence> said = diagnosed(split, test, buying(test));
        forecasts.put(Contender.LEAVE_PROBABILITY, each(said, DiagnosedSilence::leaving));
        forecasts.put(Contender.DIAGNOSIS, each(said, DiagnosedSilence::silence));
        forecasts.put(Contender.DIAGNOSIS_AT_ONCE, each(said, DiagnosedSilence::goneNow));
        forecasts.put(Contender.DIAGNOSIS_RECALIBRATED, each(said, recalibrated::silence));
        forecasts.put(Contender.DIAGNOSIS_FITTED, each(said, byMode::silence));
        return new BacktestReport(
                split,
                Outlooks.of(buying(test), policy, split.horizonWeeks()).policysLifetime(),
                sample(training),
                sample(test),
                judge(forecasts, resamples, seed),
                rfm.coefficients(),
                recalibrated.coefficients(),
                byMode.coefficients());
    }

    private static <T> double[] each(List<T> customers, ToDoubleFunction<T> forecast) {
        return customers.parallelStream().mapToDouble(forecast).toArray();
    }

    private void addBaseModels(Map<Contender, double[]> forecasts) {
        BaseModel pareto = ParetoNbd.fit(histories(test)).model();
        forecasts.put(Contender.PARETO_NBD, each(test, one -> silence(pareto, one)));
        BaseModel mbg = buying(test);
        forecasts.put(Contender.MBG_NBD, each(test, one -> silence(mbg, one)));
    }

    private static void requireEnough(String when, List<Standpoint> standpoints) {
        double share = standpoints.isEmpty() ? 0 : Outcomes.share(standpoints);
        if (standpoints.size() < FEWEST_CUSTOMERS || share == 0 || share == 1) {
            throw new BacktestException(
                    "Only %d customers with a purchase %s, of whom %d fell silent; a back-test needs at least %d, and some of either kind. Maybe the history is too short: it must reach back well over two holdouts, so choose a shorter one."
                            .formatted(
                                    standpoints.size(),
                                    when,
                                    Math.round(share * standpoints.size()),
                                    FEWEST_CUSTOMERS));
        }
    }

    private static Histories histories(List<Standpoint> standpoints) {
        return Histories.of(standpoints.stream().map(Standpoint::history).toList());
    }

    private static MbgNbd buying(List<Standpoint> standpoints) {
        return MbgNbd.fit(histories(standpoints)).model();
    }

    /** Rounding may leave a hair beyond. */
    private double silence(BaseModel model, Standpoint standpoint) {
        double silence = model.pNoPurchase(standpoint.history(), split.horizonWeeks());
        return Math.min(1, Math.max(0, silence));
    }

    private List<DiagnosedSilence> diagnosed(TimeSplit at, List<Standpoint> standpoints, MbgNbd model) {
        Situation situation =
                new Situation(at.at(), at.horizon(), attentionRecorded, Substitutes.FEW, SwitchingCost.LOW);
        return DiagnosedSilence.of(
                standpoints, Outlooks.of(model, policy, at.horizonWeeks()), new Diagnostician(policy), situation);
    }

    private static BacktestReport.Sample sample(List<Standpoint> standpoints) {
        int troubled = (int) standpoints.stream()
                .filter(each -> !each.relationship().episodes().isEmpty())
                .count();
        return new BacktestReport.Sample(standpoints.size(), Outcomes.share(standpoints), troubled);
    }

    private Map<Contender, BacktestReport.Result> judge(Map<Contender, double[]> forecasts, int resamples, long seed) {
        boolean[] silent = Outcomes.of(test);
        List<Forecasts> judged = forecasts.values().stream()
                .map(each -> Forecasts.of(each, silent))
                .toList();
        Bootstrap bootstrap = Bootstrap.of(judged, resamples, seed);
        int rfm = Contender.RFM.ordinal();
        int pareto = Contender.PARETO_NBD.ordinal();
        Map<Contender, BacktestReport.Result> results = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            int index = contender.ordinal();
            List<CalibrationBin> bins = judged.get(index).bins();
            results.put(
                    contender,
                    new BacktestReport.Result(
                            bootstrap.of(index),
                            bootstrap.difference(index, rfm, Measure.AUC),
                            bootstrap.difference(index, pareto, Measure.AUC),
                            bootstrap.difference(index, rfm, Measure.BRIER),
                            bootstrap.difference(index, pareto, Measure.BRIER),
                            BrierParts.of(bins),
                            bins));
        }
        return results;
    }
}
