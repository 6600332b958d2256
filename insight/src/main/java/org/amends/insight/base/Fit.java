package org.amends.insight.base;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model fitted by maximum likelihood.
 *
 * @param model the model at the estimates
 * @param estimates its parameters in their usual order, with standard errors
 * @param logLikelihood at the estimates
 * @param customers how many customers it was fitted to: the sum of the weights
 * @param iterations Newton steps after the first search
 * @param converged whether the last step could still have gained less than 1e-8 in log-likelihood
 * @param caution what to beware of, such as standard errors that could not be computed and why; empty when nothing
 */
public record Fit<M>(
        M model,
        List<Estimate> estimates,
        double logLikelihood,
        double customers,
        int iterations,
        boolean converged,
        String caution) {

    public Fit {
        estimates = List.copyOf(estimates);
    }

    /** The standard errors by parameter name; NaN where they could not be computed, which {@link #caution} explains. */
    public Map<String, Double> standardErrors() {
        Map<String, Double> errors = new LinkedHashMap<>();
        estimates.forEach(estimate -> errors.put(estimate.name(), estimate.standardError()));
        return errors;
    }
}
