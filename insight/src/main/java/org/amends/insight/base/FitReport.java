package org.amends.insight.base;

import java.util.ArrayList;
import java.util.List;

/** Turns the peak of a log-likelihood into estimates with standard errors. */
final class FitReport {

    private static final String NOT_DEFINITE =
            "the observed information is not positive definite, so there are no standard errors; "
                    + "maybe the data say too little about a parameter, or customers differ too little";
    private static final String NOT_CONVERGED =
            "the search did not converge: the likelihood still rises, or is flat, where a parameter grows without end; "
                    + "maybe customers differ too little for this model";

    private FitReport() {}

    /** The parameters in their own units: exp of the point, times the unit of each. */
    static double[] natural(double[] point, double[] units) {
        double[] values = new double[point.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(point[i]) * units[i];
        }
        return values;
    }

    /**
     * Puts the report together.
     *
     * @param logLikelihoodOffset what changes when the data go back from the units of the search to their own
     */
    static <M> Fit<M> of(
            M model,
            String[] names,
            double[] values,
            MaximumLikelihood.Peak peak,
            double logLikelihoodOffset,
            double customers) {
        double[] errors = standardErrors(peak.surface(), values);
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            estimates.add(new Estimate(names[i], values[i], errors[i]));
        }
        List<String> cautions = new ArrayList<>();
        if (!peak.converged()) {
            cautions.add(NOT_CONVERGED);
        }
        if (Double.isNaN(errors[0])) {
            cautions.add(NOT_DEFINITE);
        }
        double logLikelihood = peak.surface().height() + logLikelihoodOffset;
        return new Fit<>(
                model,
                estimates,
                logLikelihood,
                customers,
                peak.steps(),
                peak.converged(),
                String.join("; ", cautions));
    }

    /** The observed information is that of the parameters themselves, not of the logarithms searched over. */
    private static double[] standardErrors(QuadraticSurface surface, double[] values) {
        int n = values.length;
        double[][] information = new double[n][];
        for (int i = 0; i < n; i++) {
            information[i] = surface.curvature()[i].clone();
            information[i][i] += surface.gradient()[i];
        }
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            double[] column = QuadraticSurface.solve(information, unit);
            errors[i] = column.length == 0 ? Double.NaN : values[i] * Math.sqrt(column[i]);
        }
        return errors;
    }
}
