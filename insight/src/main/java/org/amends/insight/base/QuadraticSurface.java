package org.amends.insight.base;

import java.util.function.ToDoubleFunction;

/**
 * A function near a point, by central differences.
 *
 * @param height its value there
 * @param gradient its first derivatives
 * @param curvature its second derivatives with the sign turned, so that they are positive definite at a peak
 */
@SuppressWarnings("ArrayRecordComponent") // read by the search, never compared
record QuadraticSurface(double height, double[] gradient, double[][] curvature) {

    /** Small against the scale of a logarithm, large against the rounding of a sum over a million customers. */
    private static final double REACH = 1e-3;

    static QuadraticSurface at(ToDoubleFunction<double[]> function, double[] point) {
        int n = point.length;
        double height = function.applyAsDouble(point);
        double[] gradient = new double[n];
        double[] bend = new double[n];
        double[][] curvature = new double[n][n];
        for (int i = 0; i < n; i++) {
            double up = function.applyAsDouble(moved(point, i, i, REACH, 0));
            double down = function.applyAsDouble(moved(point, i, i, -REACH, 0));
            gradient[i] = (up - down) / (2 * REACH);
            bend[i] = up - 2 * height + down;
            curvature[i][i] = -bend[i] / (REACH * REACH);
            for (int j = 0; j < i; j++) {
                double both = function.applyAsDouble(moved(point, i, j, REACH, REACH))
                        - 2 * height
                        + function.applyAsDouble(moved(point, i, j, -REACH, -REACH));
                curvature[i][j] = (bend[i] + bend[j] - both) / (2 * REACH * REACH);
                curvature[j][i] = curvature[i][j];
            }
        }
        return new QuadraticSurface(height, gradient, curvature);
    }

    private static double[] moved(double[] point, int i, int j, double byI, double byJ) {
        double[] moved = point.clone();
        moved[i] += byI;
        moved[j] += byJ;
        return moved;
    }

    /**
     * The way to the top of the surface, or an empty array when the damped curvature is not positive definite.
     *
     * @param damping added to the diagonal as a share of its largest element
     */
    double[] step(double damping) {
        double largest = 1e-12;
        for (int i = 0; i < gradient.length; i++) {
            largest = Math.max(largest, Math.abs(curvature[i][i]));
        }
        double[][] damped = new double[gradient.length][];
        for (int i = 0; i < gradient.length; i++) {
            damped[i] = curvature[i].clone();
            damped[i][i] += damping * largest;
        }
        double[] move = solve(damped, gradient);
        double longest = 0;
        for (double coordinate : move) {
            longest = Math.max(longest, Math.abs(coordinate));
        }
        // A step of more than e-fold twice over leaves the region in which the parabola means anything.
        double shrink = longest > 2 ? 2 / longest : 1;
        for (int i = 0; i < move.length; i++) {
            move[i] *= shrink;
        }
        return move;
    }

    /** What the move would gain to first order. */
    double gain(double[] move) {
        double gain = 0;
        for (int i = 0; i < move.length; i++) {
            gain += gradient[i] * move[i];
        }
        return gain;
    }

    /** Solves by Cholesky's decomposition; an empty array when the matrix is not positive definite. */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(rest > 1e-10 * Math.abs(matrix[i][i]))) {
                    return new double[0];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return backSubstituted(lower, right);
    }

    private static double[] backSubstituted(double[][] lower, double[] right) {
        int n = right.length;
        double[] solution = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                solution[i] -= lower[i][k] * solution[k];
            }
            solution[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                solution[i] -= lower[k][i] * solution[k];
            }
            solution[i] /= lower[i][i];
        }
        return solution;
    }
}
