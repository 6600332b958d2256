package org.amends.insight.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.amends.relationship.BreakMode;

/**
 * The diagnosis fitted to a company's own past with the defaults as priors: the logit of silence is an intercept, a slope
 * times the logit that the diagnosis implies, and something more or less of each mode. Without data it is the diagnosis as
 * it comes: intercept 0, slope 1, nothing more of any mode.
 */
final class FittedDiagnosis {

    private static final double[] PLATT_MEANS = {0, 1};
    private static final double[] PLATT_SPREADS = {1, 0.5};

    /** A mode's weight may well be off by half; that it is off by more than the whole is surprising. */
    private static final double MODE_SPREAD = 0.5;

    private final boolean byMode;
    private final LogisticRegression.Fitted fitted;

    private FittedDiagnosis(boolean byMode, LogisticRegression.Fitted fitted) {
        this.byMode = byMode;
        this.fitted = fitted;
    }

    /** Fits intercept and slope; called Platt scaling. */
    static FittedDiagnosis recalibrated(List<DiagnosedSilence> said, boolean[] silent) {
        return fit(said, silent, false);
    }

    /** Fits intercept, slope and the weight of each mode. */
    static FittedDiagnosis byMode(List<DiagnosedSilence> said, boolean[] silent) {
        return fit(said, silent, true);
    }

    private static FittedDiagnosis fit(List<DiagnosedSilence> said, boolean[] silent, boolean byMode) {
        int columns = PLATT_MEANS.length + (byMode ? BreakMode.values().length : 0);
        double[] means = Arrays.copyOf(PLATT_MEANS, columns);
        double[] precisions = new double[columns];
        for (int j = 0; j < columns; j++) {
            double spread = j < PLATT_SPREADS.length ? PLATT_SPREADS[j] : MODE_SPREAD;
            precisions[j] = 1 / (spread * spread);
        }
        double[] ones = new double[silent.length];
        Arrays.fill(ones, 1);
        double[][] rows = said.stream().map(each -> row(each, byMode)).toArray(double[][]::new);
        return new FittedDiagnosis(byMode, LogisticRegression.fit(rows, silent, ones, means, precisions));
    }

    double silence(DiagnosedSilence said) {
        return fitted.probability(row(said, byMode));
    }

    /** The coefficients with names, standard errors and the priors that they departed from. */
    List<Coefficient> coefficients() {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < fitted.size(); j++) {
            coefficients.add(new Coefficient(
                    name(j),
                    fitted.coefficient(j),
                    fitted.standardError(j),
                    j < PLATT_MEANS.length ? PLATT_MEANS[j] : 0));
        }
        return coefficients;
    }

    private static String name(int column) {
        return switch (column) {
            case 0 -> "intercept";
            case 1 -> "slope";
            default -> BreakMode.values()[column - PLATT_MEANS.length].stableName();
        };
    }

    private static double[] row(DiagnosedSilence said, boolean byMode) {
        List<Double> modes = said.modes();
        double[] row = new double[PLATT_MEANS.length + (byMode ? modes.size() : 0)];
        row[0] = 1;
        row[1] = Logits.of(said.goneNow());
        for (int j = PLATT_MEANS.length; j < row.length; j++) {
            row[j] = modes.get(j - PLATT_MEANS.length);
        }
        return row;
    }
}
