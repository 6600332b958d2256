package org.amends.insight.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What most companies would try first: a logistic regression of silence on recency, frequency, monetary value and tenure. */
final class RecencyFrequencyMonetary {

    private static final List<String> NAMES =
            List.of("intercept", "log1p_recency_days", "log1p_purchase_days", "log1p_monetary", "tenure_years");

    /** So little that it only matters where features part the outcomes completely. */
    private static final double RIDGE = 1e-3;

    private static final double WEEKS_A_YEAR = 365.25 / 7;

    private static final List<ToDoubleFunction<Standpoint>> FEATURES = List.of(
            each -> Math.log1p(each.daysSilent()),
            each -> Math.log1p(each.history().repeats() + 1),
            each -> Math.log1p(Math.max(0, each.monetary())),
            each -> each.history().age() / WEEKS_A_YEAR);

    private final double[] means;
    private final double[] spreads;
    private final LogisticRegression.Fitted fitted;

    private RecencyFrequencyMonetary(double[] means, double[] spreads, LogisticRegression.Fitted fitted) {
        this.means = means;
        this.spreads = spreads;
        this.fitted = fitted;
    }

    static RecencyFrequencyMonetary fit(List<Standpoint> past) {
        double[] means = new double[FEATURES.size()];
        double[] spreads = new double[FEATURES.size()];
        for (int j = 0; j < means.length; j++) {
            double mean = past.stream().mapToDouble(FEATURES.get(j)).average().orElseThrow();
            ToDoubleFunction<Standpoint> feature = FEATURES.get(j);
            double variance = past.stream()
                    .mapToDouble(each -> Math.pow(feature.applyAsDouble(each) - mean, 2))
                    .average()
                    .orElseThrow();
            means[j] = mean;
            spreads[j] = variance > 1e-18 ? Math.sqrt(variance) : 1;
        }
        double[] ones = new double[past.size()];
        Arrays.fill(ones, 1);
        double[] precisions = new double[means.length + 1];
        Arrays.fill(precisions, 1, precisions.length, RIDGE);
        LogisticRegression.Fitted fitted = LogisticRegression.fit(
                past.stream().map(each -> row(each, means, spreads)).toArray(double[][]::new),
                Outcomes.of(past),
                ones,
                new double[precisions.length],
                precisions);
        return new RecencyFrequencyMonetary(means, spreads, fitted);
    }

    /** Intercept first; the others are of standardised features. */
    List<Coefficient> coefficients() {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < NAMES.size(); j++) {
            coefficients.add(new Coefficient(NAMES.get(j), fitted.coefficient(j), fitted.standardError(j), 0));
        }
        return coefficients;
    }

    double silence(Standpoint standpoint) {
        return fitted.probability(row(standpoint, means, spreads));
    }

    private static double[] row(Standpoint standpoint, double[] means, double[] spreads) {
        double[] row = new double[means.length + 1];
        row[0] = 1;
        for (int j = 0; j < means.length; j++) {
            row[j + 1] = (FEATURES.get(j).applyAsDouble(standpoint) - means[j]) / spreads[j];
        }
        return row;
    }
}
