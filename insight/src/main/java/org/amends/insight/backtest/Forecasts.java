package org.amends.insight.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts beside what happened. They are sorted once, so that they can be judged again and again with other weights, as a
 * bootstrap does.
 */
public final class Forecasts {

    private static final int BINS = 10;

    /** The logarithm of 0 is no loss that a mean survives. */
    private static final double LEAST_PROBABILITY = 1e-15;

    private final int[] place;
    private final double[] forecast;
    private final boolean[] outcome;
    private final double[][] logits;
    private final double[][] ones;

    private Forecasts(int[] place, double[] forecast, boolean[] outcome) {
        this.place = place;
        this.forecast = forecast;
        this.outcome = outcome;
        this.logits = new double[forecast.length][];
        this.ones = new double[forecast.length][];
        for (int i = 0; i < forecast.length; i++) {
            logits[i] = new double[] {1, Logits.of(forecast[i])};
            ones[i] = new double[] {1};
        }
    }

    /**
     * Puts forecasts beside outcomes.
     *
     * @param probabilities 0 to 1, one a customer
     * @param outcomes one a customer
     * @throws IllegalArgumentException when there are none, or not as many of the one as of the other, or one is no probability
     */
    public static Forecasts of(double[] probabilities, boolean[] outcomes) {
        if (probabilities.length == 0 || probabilities.length != outcomes.length) {
            throw new IllegalArgumentException("There must be an outcome for each forecast, but there were %d and %d."
                    .formatted(outcomes.length, probabilities.length));
        }
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "A forecast must be between 0 and 1 but was %s.".formatted(probability));
            }
        }
        int[] place = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> probabilities[i])
                        .thenComparing(i -> outcomes[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = new double[place.length];
        boolean[] outcome = new boolean[place.length];
        for (int i = 0; i < place.length; i++) {
            sorted[i] = probabilities[place[i]];
            outcome[i] = outcomes[place[i]];
        }
        return new Forecasts(place, sorted, outcome);
    }

    /** How many forecasts there are. */
    public int size() {
        return forecast.length;
    }

    /** Judges the forecasts, each counted once. */
    public Accuracy accuracy() {
        return accuracy(equalWeights());
    }

    /**
     * Judges the forecasts.
     *
     * @param weights one for each in the order in which they were given: how many times it counts
     */
    public Accuracy accuracy(double[] weights) {
        double[] weight = new double[place.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = weights[place[i]];
        }
        return new Accuracy(
                auc(weight),
                brier(weight),
                logLoss(weight),
                slope(weight),
                intercept(weight),
                calibrationError(bins(weight)),
                lift(weight));
    }

    /** Tenths by height of the forecast, lowest first; fewer where many forecasts are equal. */
    public List<CalibrationBin> bins() {
        return bins(equalWeights());
    }

    private double[] equalWeights() {
        double[] ones = new double[place.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The end of the run of equal forecasts that begins here. */
    private int endOfTie(int begin) {
        int end = begin + 1;
        while (end < forecast.length && forecast[end] == forecast[begin]) {
            end++;
        }
        return end;
    }

    /** The weight of those, from one place to another, whose outcome is as wanted. */
    private double sum(double[] weight, int begin, int end, boolean wanted) {
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += outcome[i] == wanted ? weight[i] : 0;
        }
        return sum;
    }

    private double auc(double[] weight) {
        double positive = sum(weight, 0, weight.length, true);
        double negative = sum(weight, 0, weight.length, false);
        double below = 0;
        double won = 0;
        for (int begin = 0; begin < weight.length; ) {
            int end = endOfTie(begin);
            double tied = sum(weight, begin, end, false);
            won += sum(weight, begin, end, true) * (below + 0.5 * tied);
            below += tied;
            begin = end;
        }
        return won / (positive * negative);
    }

    private double brier(double[] weight) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weight.length; i++) {
            double off = forecast[i] - (outcome[i] ? 1 : 0);
            sum += weight[i] * off * off;
            total += weight[i];
        }
        return sum / total;
    }

    private double logLoss(double[] weight) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weight.length; i++) {
            double given = outcome[i] ? forecast[i] : 1 - forecast[i];
            sum -= weight[i] * Math.log(Math.max(LEAST_PROBABILITY, given));
            total += weight[i];
        }
        return sum / total;
    }

    private boolean oneSided(double[] weight) {
        return sum(weight, 0, weight.length, true) == 0 || sum(weight, 0, weight.length, false) == 0;
    }

    private double slope(double[] weight) {
        if (oneSided(weight)) {
            return Double.NaN;
        }
        LogisticRegression.Fitted fitted =
                LogisticRegression.fit(logits, outcome, weight, new double[] {0, 1}, new double[] {0, 0});
        return fitted.converged() ? fitted.coefficient(1) : Double.NaN;
    }

    /** Newton's method in one dimension: adds what brings the mean forecast to the mean outcome. */
    private double intercept(double[] weight) {
        if (oneSided(weight)) {
            return Double.NaN;
        }
        double silent = sum(weight, 0, weight.length, true);
        double low = -60;
        double high = 60;
        double shift = 0;
        for (int step = 0; step < 200 && high - low > 1e-10; step++) {
            double expected = 0;
            double spread = 0;
            for (int i = 0; i < weight.length; i++) {
                double probability = Logits.probability(logits[i][1] + shift);
                expected += weight[i] * probability;
                spread += weight[i] * probability * (1 - probability);
            }
            if (expected < silent) {
                low = shift;
            } else {
                high = shift;
            }
            double next = shift + (silent - expected) / spread;
            if (Math.abs(next - shift) < 1e-10) {
                return next;
            }
            shift = next > low && next < high ? next : (low + high) / 2;
        }
        return shift;
    }

    /** A customer belongs to the bin in which the middle of the run of equal forecasts falls. */
    private List<CalibrationBin> bins(double[] weight) {
        double total = Arrays.stream(weight).sum();
        double[] customers = new double[BINS];
        double[] expected = new double[BINS];
        double[] silent = new double[BINS];
        double before = 0;
        for (int begin = 0; begin < weight.length; ) {
            int end = endOfTie(begin);
            double positive = sum(weight, begin, end, true);
            double all = positive + sum(weight, begin, end, false);
            int bin = Math.min(BINS - 1, (int) (BINS * (before + all / 2) / total));
            customers[bin] += all;
            expected[bin] += all * forecast[begin];
            silent[bin] += positive;
            before += all;
            begin = end;
        }
        List<CalibrationBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (customers[bin] > 0) {
                bins.add(new CalibrationBin(
                        customers[bin], expected[bin] / customers[bin], silent[bin] / customers[bin]));
            }
        }
        return bins;
    }

    private static double calibrationError(List<CalibrationBin> bins) {
        double sum = 0;
        double customers = 0;
        for (CalibrationBin bin : bins) {
            sum += bin.customers() * Math.abs(bin.meanForecast() - bin.observedShare());
            customers += bin.customers();
        }
        return sum / customers;
    }

    /** Where the tenth ends within a run of equal forecasts, it takes its part of each outcome. */
    private double lift(double[] weight) {
        double positive = sum(weight, 0, weight.length, true);
        double total = positive + sum(weight, 0, weight.length, false);
        double tenth = total / 10;
        double taken = 0;
        double found = 0;
        for (int end = weight.length; end > 0 && taken < tenth; ) {
            int begin = end - 1;
            while (begin > 0 && forecast[begin - 1] == forecast[end - 1]) {
                begin--;
            }
            double silent = sum(weight, begin, end, true);
            double all = silent + sum(weight, begin, end, false);
            double part = all == 0 ? 0 : Math.min(1, (tenth - taken) / all);
            found += part * silent;
            taken += part * all;
            end = begin;
        }
        return found / tenth / (positive / total);
    }
}
