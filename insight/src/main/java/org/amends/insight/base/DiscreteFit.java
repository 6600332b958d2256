package org.amends.insight.base;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/** Fits the models whose data come as counts or as sums of money rather than as times. */
final class DiscreteFit {

    private static final String[] BG_BB = {"alpha", "beta", "gamma", "delta"};
    private static final String[] GAMMA_GAMMA = {"p", "q", "gamma"};

    private DiscreteFit() {}

    private record Row<H>(H history, double weight) {}

    static Fit<BgBb> bgBb(List<OpportunityHistory> histories, double[] weights) {
        var rows = merged(histories, weights, DiscreteFit::compare);
        double[] ones = {1, 1, 1, 1};
        var peak = peak(
                rows,
                ones,
                (v, h) -> new BgBb(v[0], v[1], v[2], v[3]).logLikelihood(h),
                List.of(new double[] {0, 0, 0, 1}, new double[] {0.5, 0.5, -0.5, 1.5}));
        double[] v = FitReport.natural(peak.point(), ones);
        return FitReport.of(new BgBb(v[0], v[1], v[2], v[3]), BG_BB, v, peak, 0, customers(rows));
    }

    private static int compare(OpportunityHistory one, OpportunityHistory other) {
        int byPurchases = Integer.compare(one.purchases(), other.purchases());
        int byLast = byPurchases != 0 ? byPurchases : Integer.compare(one.lastPurchase(), other.lastPurchase());
        return byLast != 0 ? byLast : Integer.compare(one.opportunities(), other.opportunities());
    }

    static Fit<GammaGamma> gammaGamma(List<SpendHistory> histories, double[] weights) {
        var rows = merged(histories, weights, DiscreteFit::compare).stream()
                .filter(row -> row.history().purchases() > 0 && row.history().meanValue() > 0)
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "There must be at least one customer with a purchase of positive value.");
        }
        double unit = rows.stream()
                        .mapToDouble(row -> row.weight() * row.history().meanValue())
                        .sum()
                / customers(rows);
        double[] units = {1, 1, unit};
        var peak = peak(
                rows,
                units,
                (v, h) -> new GammaGamma(v[0], v[1], v[2]).logLikelihood(h),
                List.of(new double[] {1, 1, 0}, new double[] {2, 2, 0}));
        double[] v = FitReport.natural(peak.point(), units);
        return FitReport.of(new GammaGamma(v[0], v[1], v[2]), GAMMA_GAMMA, v, peak, 0, customers(rows));
    }

    private static int compare(SpendHistory one, SpendHistory other) {
        int byPurchases = Integer.compare(one.purchases(), other.purchases());
        return byPurchases != 0 ? byPurchases : Double.compare(one.meanValue(), other.meanValue());
    }

    private static <H> MaximumLikelihood.Peak peak(
            List<Row<H>> rows, double[] units, ToDoubleBiFunction<double[], H> likelihood, List<double[]> starts) {
        int stride = Math.max(1, rows.size() / 4000);
        var peak = MaximumLikelihood.climb(
                point -> sum(rows, stride, FitReport.natural(point, units), likelihood), starts);
        return stride == 1
                ? peak
                : MaximumLikelihood.climbOn(point -> sum(rows, 1, FitReport.natural(point, units), likelihood), peak);
    }

    private static <H> double sum(
            List<Row<H>> rows, int stride, double[] values, ToDoubleBiFunction<double[], H> likelihood) {
        return OrderedSum.of((rows.size() + stride - 1) / stride, i -> {
            Row<H> row = rows.get(i * stride);
            return row.weight() * likelihood.applyAsDouble(values, row.history());
        });
    }

    private static <H> List<Row<H>> merged(List<H> histories, double[] weights, java.util.Comparator<H> order) {
        if (histories.isEmpty() || histories.size() != weights.length) {
            throw new IllegalArgumentException(
                    "There must be at least one history and a weight for each, but there were %d and %d."
                            .formatted(histories.size(), weights.length));
        }
        TreeMap<H, Double> byHistory = new TreeMap<>(order);
        for (int i = 0; i < weights.length; i++) {
            Checks.positive("weight", weights[i]);
            byHistory.merge(histories.get(i), weights[i], Double::sum);
        }
        return byHistory.entrySet().stream()
                .map(entry -> new Row<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static double customers(List<? extends Row<?>> rows) {
        return rows.stream().mapToDouble(Row::weight).sum();
    }
}
