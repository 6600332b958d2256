package org.amends.language.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Multinomial logistic regression with a penalty on the squares of the weights, fitted by L-BFGS (Nocedal 1980) with a
 * backtracking line search. The same rows give the same weights.
 */
final class Regression {

    private static final int HISTORY = 8;
    private static final int MOST_STEPS = 70;
    private static final int MOST_HALVINGS = 25;
    private static final double TOLERANCE = 3e-5;
    private static final double ARMIJO = 1e-4;

    /**
     * One thing to learn from.
     *
     * @param features numbers of its features
     * @param values their values
     * @param answer the right answer
     * @param weight how much it counts
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(int[] features, float[] values, int answer, double weight) {}

    private final Row[] rows;
    private final int answers;
    /** Weights a feature: of yes and no, one is enough. */
    private final int slots;

    private final int features;
    private final int size;

    /** A fit to be made; half the sum of the squares of the weights is the penalty. */
    Regression(Row[] rows, int answers, int features) {
        this.rows = rows;
        this.answers = answers;
        this.slots = answers == 2 ? 1 : answers;
        this.features = features;
        this.size = (features + 1) * slots;
    }

    /**
     * The weights: feature by feature those of all answers, and last the biases; where there are two answers, what speaks for the
     * second.
     */
    double[] fit() {
        double[] at = new double[size];
        double[] gradient = new double[size];
        double value = evaluate(at, gradient);
        Deque<double[][]> pairs = new ArrayDeque<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = direction(gradient, pairs);
            double slope = dot(direction, gradient);
            double length = step == 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = at;
            double[] nextGradient = new double[size];
            double nextValue = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                next = moved(at, direction, length);
                nextValue = evaluate(next, nextGradient);
                if (nextValue <= value + ARMIJO * length * slope) {
                    break;
                }
                length /= 2;
            }
            boolean flat = value - nextValue < TOLERANCE * Math.max(1, Math.abs(value));
            remember(pairs, at, next, gradient, nextGradient);
            at = next;
            gradient = nextGradient;
            value = nextValue;
            if (flat) {
                break;
            }
        }
        return at;
    }

    private double evaluate(double[] weights, double[] gradient) {
        int biases = features * slots;
        double value = 0;
        for (int i = 0; i < size; i++) {
            double penalised = i < biases ? weights[i] : 0;
            value += penalised * penalised / 2;
            gradient[i] = penalised;
        }
        double[] logits = new double[slots];
        for (Row row : rows) {
            value += row.weight() * loss(row, weights, logits, biases);
            spread(row, logits, gradient, biases);
        }
        return value;
    }

    /** The loss of a row; the logits become how far each probability is off. */
    private double loss(Row row, double[] weights, double[] logits, int biases) {
        System.arraycopy(weights, biases, logits, 0, slots);
        for (int f = 0; f < row.features().length; f++) {
            int from = row.features()[f] * slots;
            float value = row.values()[f];
            for (int a = 0; a < slots; a++) {
                logits[a] += weights[from + a] * value;
            }
        }
        return slots == 1 ? lossOfTwo(row, logits) : lossOfMany(row, logits);
    }

    private static double lossOfTwo(Row row, double[] logits) {
        double logit = row.answer() == 1 ? logits[0] : -logits[0];
        double missed = 1 / (1 + Math.exp(logit));
        logits[0] = row.answer() == 1 ? -missed : missed;
        return logit > 0 ? Math.log1p(Math.exp(-logit)) : Math.log1p(Math.exp(logit)) - logit;
    }

    private double lossOfMany(Row row, double[] logits) {
        double greatest = logits[0];
        for (double logit : logits) {
            greatest = Math.max(greatest, logit);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - greatest);
        }
        double loss = greatest + Math.log(sum) - logits[row.answer()];
        for (int a = 0; a < answers; a++) {
            logits[a] = Math.exp(logits[a] - greatest) / sum - (a == row.answer() ? 1 : 0);
        }
        return loss;
    }

    private void spread(Row row, double[] off, double[] gradient, int biases) {
        for (int a = 0; a < slots; a++) {
            off[a] *= row.weight();
            gradient[biases + a] += off[a];
        }
        for (int f = 0; f < row.features().length; f++) {
            int from = row.features()[f] * slots;
            float value = row.values()[f];
            for (int a = 0; a < slots; a++) {
                gradient[from + a] += off[a] * value;
            }
        }
    }

    private static double[] direction(double[] gradient, Deque<double[][]> pairs) {
        double[] q = gradient.clone();
        double[] alphas = new double[pairs.size()];
        int i = alphas.length;
        for (Iterator<double[][]> newest = pairs.descendingIterator(); newest.hasNext(); ) {
            double[][] pair = newest.next();
            i--;
            alphas[i] = dot(pair[0], q) / dot(pair[0], pair[1]);
            add(q, pair[1], -alphas[i]);
        }
        if (!pairs.isEmpty()) {
            double[][] last = pairs.getLast();
            scale(q, dot(last[0], last[1]) / dot(last[1], last[1]));
        }
        for (double[][] pair : pairs) {
            double beta = dot(pair[1], q) / dot(pair[0], pair[1]);
            add(q, pair[0], alphas[i++] - beta);
        }
        scale(q, -1);
        return q;
    }

    private static void remember(
            Deque<double[][]> pairs, double[] at, double[] next, double[] gradient, double[] nextGradient) {
        double[] moved = moved(next, at, -1);
        double[] turned = moved(nextGradient, gradient, -1);
        if (dot(moved, turned) > 1e-12) {
            pairs.addLast(new double[][] {moved, turned});
            if (pairs.size() > HISTORY) {
                pairs.removeFirst();
            }
        }
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        add(to, direction, length);
        return to;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += what[i] * times;
        }
    }

    private static void scale(double[] what, double times) {
        for (int i = 0; i < what.length; i++) {
            what[i] *= times;
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
