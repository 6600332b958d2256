package org.amends.insight.backtest;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Logistic regression with a normal prior on each coefficient, by Newton's method. With precisions of 0 it is maximum
 * likelihood; with positive ones there is always exactly one answer, even where the features part the outcomes completely.
 */
public final class LogisticRegression {

    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-10;

    private final double[][] features;
    private final boolean[] outcomes;
    private final double[] weights;
    private final double[] priorMeans;
    private final double[] priorPrecisions;

    /** What a regression found. */
    public static final class Fitted {

        private final double[] coefficients;
        private final double[] standardErrors;
        private final boolean converged;

        private Fitted(double[] coefficients, double[] standardErrors, boolean converged) {
            this.coefficients = coefficients;
            this.standardErrors = standardErrors;
            this.converged = converged;
        }

        /** How many coefficients there are. */
        public int size() {
            return coefficients.length;
        }

        /** The coefficient of a column. */
        public double coefficient(int column) {
            return coefficients[column];
        }

        /** The standard error of a coefficient, prior included; NaN where the data leave it open. */
        public double standardError(int column) {
            return standardErrors[column];
        }

        /** Whether the search ended at the peak. */
        public boolean converged() {
            return converged;
        }

        /** The forecast for one row of features, 0 to 1. */
        public double probability(double... row) {
            return Logits.probability(dot(coefficients, row));
        }
    }

    private LogisticRegression(
            double[][] features, boolean[] outcomes, double[] weights, double[] priorMeans, double[] priorPrecisions) {
        this.features = features;
        this.outcomes = outcomes;
        this.weights = weights;
        this.priorMeans = priorMeans;
        this.priorPrecisions = priorPrecisions;
    }

    /**
     * Fits.
     *
     * @param features one row a case; a column of ones is an intercept
     * @param outcomes one a case
     * @param weights one a case, 0 or more: how many cases it stands for
     * @param priorMeans one a column
     * @param priorPrecisions one a column: one over the prior's variance, 0 for no prior
     * @throws IllegalArgumentException when the lengths do not fit together
     */
    public static Fitted fit(
            double[][] features, boolean[] outcomes, double[] weights, double[] priorMeans, double[] priorPrecisions) {
        if (features.length != outcomes.length
                || features.length != weights.length
                || features.length == 0
                || features[0].length != priorMeans.length
                || priorMeans.length != priorPrecisions.length) {
            throw new IllegalArgumentException(
                    "There must be an outcome and a weight for each row, and a prior for each column, but there were %d rows, %d outcomes, %d weights and %d priors."
                            .formatted(features.length, outcomes.length, weights.length, priorMeans.length));
        }
        return new LogisticRegression(features, outcomes, weights, priorMeans, priorPrecisions).climb();
    }

    private Fitted climb() {
        double[] point = priorMeans.clone();
        double height = height(point);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = solve(information(point), slope(point));
            if (direction.length == 0) {
                break;
            }
            double size = 1;
            double[] next = moved(point, direction, size);
            double reached = height(next);
            while (!(reached >= height - TOLERANCE) && size > 1e-6) {
                size /= 2;
                next = moved(point, direction, size);
                reached = height(next);
            }
            double gain = reached - height;
            point = next;
            height = reached;
            if (Math.abs(gain) < TOLERANCE) {
                return new Fitted(point, errors(point), true);
            }
        }
        return new Fitted(point, errors(point), false);
    }

    /** The logarithm of likelihood times prior, up to a constant. */
    private double height(double[] point) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            if (weights[i] > 0) {
                double logit = dot(point, features[i]);
                sum -= weights[i] * Logits.onePlusExp(outcomes[i] ? -logit : logit);
            }
        }
        for (int j = 0; j < point.length; j++) {
            sum -= 0.5 * priorPrecisions[j] * (point[j] - priorMeans[j]) * (point[j] - priorMeans[j]);
        }
        return sum;
    }

    private double[] slope(double[] point) {
        double[] slope = new double[point.length];
        for (int i = 0; i < features.length; i++) {
            double missed = (outcomes[i] ? 1 : 0) - Logits.probability(dot(point, features[i]));
            for (int j = 0; j < slope.length; j++) {
                slope[j] += weights[i] * missed * features[i][j];
            }
        }
        for (int j = 0; j < slope.length; j++) {
            slope[j] -= priorPrecisions[j] * (point[j] - priorMeans[j]);
        }
        return slope;
    }

    private double[][] information(double[] point) {
        double[][] information = new double[point.length][point.length];
        for (int i = 0; i < features.length; i++) {
            double probability = Logits.probability(dot(point, features[i]));
            double weight = weights[i] * probability * (1 - probability);
            for (int j = 0; j < point.length; j++) {
                double scaled = weight * features[i][j];
                for (int k = 0; k <= j; k++) {
                    information[j][k] += scaled * features[i][k];
                }
            }
        }
        for (int j = 0; j < point.length; j++) {
            information[j][j] += priorPrecisions[j];
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return information;
    }

    private double[] errors(double[] point) {
        double[] errors = new double[point.length];
        double[][] information = information(point);
        for (int j = 0; j < errors.length; j++) {
            double[] unit = new double[errors.length];
            unit[j] = 1;
            double[] column = solve(information, unit);
            errors[j] = column.length == 0 ? Double.NaN : Math.sqrt(column[j]);
        }
        return errors;
    }

    /** The solution, or nothing when the matrix is not positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        double[] scales = new double[right.length];
        double[] scaledRight = new double[right.length];
        RealMatrix scaled = new Array2DRowRealMatrix(right.length, right.length);
        for (int j = 0; j < right.length; j++) {
            scales[j] = 1 / Math.sqrt(matrix[j][j]);
            if (!Double.isFinite(scales[j])) {
                return new double[0];
            }
        }
        for (int j = 0; j < right.length; j++) {
            scaledRight[j] = right[j] * scales[j];
            for (int k = 0; k < right.length; k++) {
                scaled.setEntry(j, k, matrix[j][k] * scales[j] * scales[k]);
            }
        }
        double[] solution = cholesky(scaled, scaledRight);
        for (int j = 0; j < solution.length; j++) {
            solution[j] *= scales[j];
        }
        return solution;
    }

    private static double[] cholesky(RealMatrix matrix, double[] right) {
        for (int j = 0; j < right.length; j++) {
            for (int k = 0; k < right.length; k++) {
                if (!Double.isFinite(matrix.getEntry(j, k))) {
                    return new double[0];
                }
            }
        }
        try {
            return new CholeskyDecomposition(matrix, 1e-12, 1e-12)
                    .getSolver()
                    .solve(new ArrayRealVector(right))
                    .toArray();
        } catch (org.hipparchus.exception.MathIllegalArgumentException notPositiveDefinite) {
            return new double[0];
        }
    }

    private static double[] moved(double[] point, double[] direction, double size) {
        double[] next = Arrays.copyOf(point, point.length);
        for (int j = 0; j < next.length; j++) {
            next[j] += size * direction[j];
        }
        return next;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int j = 0; j < left.length; j++) {
            sum += left[j] * right[j];
        }
        return sum;
    }
}
