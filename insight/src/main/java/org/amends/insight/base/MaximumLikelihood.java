package org.amends.insight.base;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the peak of a log-likelihood over the logarithms of its parameters: Nelder-Mead from several starts on a sample to
 * find the right hill, then damped Newton steps on all data to the top.
 */
final class MaximumLikelihood {

    /** Parameters stay within exp(-17) and exp(17) of the data's own scale; beyond, a likelihood is flat. */
    private static final double FARTHEST = 17;

    /** A Newton step that could gain less than this in log-likelihood ends the search. */
    private static final double LEAST_GAIN = 1e-8;

    /** With more damping than this a small step proves nothing. */
    private static final double LIGHT_DAMPING = 1e-3;

    private static final double HEAVIEST_DAMPING = 1e10;

    /** A move of a logarithm that is no more than the last digits of a peak. */
    private static final double SHORT_MOVE = 0.1;

    /** Moves that gain less than this, several times over, run along a ridge that has no peak. */
    private static final double RIDGE_GAIN = 1e-5;

    private static final int MOST_IDLE_STEPS = 3;

    private static final int MOST_STEPS = 100;
    private static final int MOST_EVALUATIONS = 3000;

    private MaximumLikelihood() {}

    /**
     * Where the search ended.
     *
     * @param point the logarithms of the parameters
     * @param surface the log-likelihood near the point
     */
    @SuppressWarnings("ArrayRecordComponent") // read once by the report, never compared
    record Peak(double[] point, QuadraticSurface surface, int steps, boolean converged) {}

    /** Climbs from the best of the starts. */
    static Peak climb(ToDoubleFunction<double[]> logLikelihood, List<double[]> starts) {
        ToDoubleFunction<double[]> goal = bounded(logLikelihood);
        double[] hill = starts.getFirst();
        double height = Double.NEGATIVE_INFINITY;
        for (double[] start : starts) {
            double[] top = nelderMead(goal, start);
            if (goal.applyAsDouble(top) > height) {
                height = goal.applyAsDouble(top);
                hill = top;
            }
        }
        return newton(goal, hill);
    }

    /** Climbs on from where the peak of a sample of the data is. */
    static Peak climbOn(ToDoubleFunction<double[]> logLikelihood, Peak sample) {
        Peak peak = newton(bounded(logLikelihood), sample.point());
        return new Peak(peak.point(), peak.surface(), sample.steps() + peak.steps(), peak.converged());
    }

    private static ToDoubleFunction<double[]> bounded(ToDoubleFunction<double[]> logLikelihood) {
        return point -> {
            for (double coordinate : point) {
                if (!(Math.abs(coordinate) <= FARTHEST)) {
                    return -1e300;
                }
            }
            double value = logLikelihood.applyAsDouble(point);
            return Double.isNaN(value) ? -1e300 : Math.max(value, -1e300);
        };
    }

    private static double[] nelderMead(ToDoubleFunction<double[]> goal, double[] start) {
        double[] best = start.clone();
        double[] bestValue = {goal.applyAsDouble(start)};
        ObjectiveFunction remembering = new ObjectiveFunction(point -> {
            double value = goal.applyAsDouble(point);
            if (value > bestValue[0]) {
                bestValue[0] = value;
                System.arraycopy(point, 0, best, 0, best.length);
            }
            return value;
        });
        try {
            var unused = new SimplexOptimizer(new SimpleValueChecker(1e-7, 1e-3))
                    .optimize(
                            remembering,
                            GoalType.MAXIMIZE,
                            new MaxEval(MOST_EVALUATIONS),
                            new InitialGuess(start),
                            new NelderMeadSimplex(start.length, 0.7));
        } catch (MathIllegalStateException outOfEvaluations) {
            // The best point so far is a good enough start for the Newton steps, which judge convergence.
            return best;
        }
        return best;
    }

    /** Newton's method with the Hessian damped as much as it takes to go up. */
    private static Peak newton(ToDoubleFunction<double[]> goal, double[] start) {
        double[] point = start;
        QuadraticSurface surface = QuadraticSurface.at(goal, point);
        double damping = 0;
        int idle = 0;
        int step = 1;
        for (; step < MOST_STEPS && damping <= HEAVIEST_DAMPING && idle < MOST_IDLE_STEPS; step++) {
            double[] move = surface.step(damping);
            double least = LEAST_GAIN + 1e-13 * Math.abs(surface.height());
            if (move.length > 0 && damping <= LIGHT_DAMPING && surface.gain(move) < least) {
                // A short last step changes the height by less than rounding, but on a flat top it still moves the
                // point.
                return new Peak(length(move) < SHORT_MOVE ? sum(point, move) : point, surface, step, true);
            }
            double[] next = move.length > 0 ? sum(point, move) : point;
            if (move.length > 0 && goal.applyAsDouble(next) > surface.height()) {
                double before = surface.height();
                point = next;
                surface = QuadraticSurface.at(goal, point);
                damping = damping < 1e-6 ? 0 : damping / 10;
                idle = surface.height() - before < RIDGE_GAIN ? idle + 1 : 0;
            } else {
                damping = damping == 0 ? 1e-4 : damping * 10;
            }
        }
        return new Peak(point, surface, step, false);
    }

    private static double length(double[] move) {
        return Arrays.stream(move).map(Math::abs).max().orElse(0);
    }

    private static double[] sum(double[] point, double[] move) {
        double[] next = point.clone();
        Arrays.setAll(next, i -> point[i] + move[i]);
        return next;
    }
}
