package org.amends.cli.fit;

import java.util.Formatter;
import java.util.Locale;
import org.amends.insight.base.Estimate;
import org.amends.insight.base.Fit;
import org.amends.insight.base.HoldoutTable;

/** Writes a fit for a person. */
final class FitText {

    private FitText() {}

    static String of(BaseFit result, String unit) {
        Fit<?> fit = result.fit();
        String ending = fit.converged() ? "converged" : "not converged";
        try (Formatter text = new Formatter(new StringBuilder(), Locale.ROOT)) {
            text.format("%s fitted to %,.0f customers%n", result.name().title(), fit.customers());
            text.format("log-likelihood %.4f, %s%n%n", fit.logLikelihood(), ending);
            text.format("%-10s %14s %16s%n", "parameter", "estimate", "standard error");
            for (Estimate estimate : fit.estimates()) {
                text.format("%-10s %14.6f %16s%n", name(result, estimate), estimate.value(), error(estimate));
            }
            HoldoutTable holdout = result.holdout();
            if (holdout != null) {
                holdout(text, holdout, unit);
            }
            return text.toString();
        }
    }

    private static String name(BaseFit result, Estimate estimate) {
        boolean scale =
                result.name() == ModelName.GAMMA_GAMMA && estimate.name().equals("gamma");
        return scale ? "v (gamma)" : estimate.name();
    }

    private static String error(Estimate estimate) {
        return Double.isNaN(estimate.standardError())
                ? "-"
                : String.format(Locale.ROOT, "%.6f", estimate.standardError());
    }

    private static void holdout(Formatter text, HoldoutTable table, String unit) {
        text.format("%nhold-out of %s %ss: purchases per customer, by repeats before%n", number(table.horizon()), unit);
        text.format("%-8s %12s %10s %10s%n", "repeats", "customers", "actual", "expected");
        double customers = 0;
        for (HoldoutTable.Row row : table.rows()) {
            customers += row.customers();
            text.format("%-8s %,12.0f %10.3f %10.3f%n", row.label(), row.customers(), row.actual(), row.expected());
        }
        double actual = table.actualTotal();
        double expected = table.expectedTotal();
        text.format("%-8s %,12.0f %10.3f %10.3f%n", "all", customers, actual / customers, expected / customers);
        text.format("in total %,.0f actual against %,.1f expected%n", actual, expected);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}
