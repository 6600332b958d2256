package org.amends.insight.base;

import java.util.Arrays;
import java.util.List;

/**
 * Many purchase histories in columns, ready to be fitted: sorted, equal ones merged into one with their weights added, and
 * the distinct numbers of repeats listed so that special functions are computed once for each. The order in which the
 * histories came does not matter.
 */
public final class Histories {

    private final int[] distinctRepeats;
    private final int[] repeatsIndex;
    private final double[] recency;
    private final double[] age;
    private final double[] weight;

    private record Weighted(PurchaseHistory history, double weight) {

        static int compare(Weighted one, Weighted other) {
            PurchaseHistory left = one.history;
            PurchaseHistory right = other.history;
            if (left.repeats() != right.repeats()) {
                return Integer.compare(left.repeats(), right.repeats());
            }
            int byRecency = Double.compare(left.recency(), right.recency());
            if (byRecency != 0) {
                return byRecency;
            }
            int byAge = Double.compare(left.age(), right.age());
            return byAge != 0 ? byAge : Double.compare(one.weight, other.weight);
        }
    }

    private Histories(int[] distinctRepeats, int[] repeatsIndex, double[] recency, double[] age, double[] weight) {
        this.distinctRepeats = distinctRepeats;
        this.repeatsIndex = repeatsIndex;
        this.recency = recency;
        this.age = age;
        this.weight = weight;
    }

    /** One customer for each history. */
    public static Histories of(List<PurchaseHistory> histories) {
        double[] ones = new double[histories.size()];
        Arrays.fill(ones, 1);
        return of(histories, ones);
    }

    /**
     * As many customers for each history as its weight says.
     *
     * @param weights one for each history, positive; need not be whole
     * @throws IllegalArgumentException when there is no history, or a weight is missing or not positive
     */
    public static Histories of(List<PurchaseHistory> histories, double[] weights) {
        if (histories.isEmpty() || histories.size() != weights.length) {
            throw new IllegalArgumentException(
                    "There must be at least one history and a weight for each, but there were %d and %d."
                            .formatted(histories.size(), weights.length));
        }
        Weighted[] rows = new Weighted[weights.length];
        for (int i = 0; i < rows.length; i++) {
            Checks.positive("weight", weights[i]);
            rows[i] = new Weighted(histories.get(i), weights[i]);
        }
        Arrays.parallelSort(rows, Weighted::compare);
        return merged(rows);
    }

    private static Histories merged(Weighted[] sorted) {
        int groups = 0;
        int distinct = 0;
        int[] distinctRepeats = new int[sorted.length];
        int[] repeatsIndex = new int[sorted.length];
        double[] recency = new double[sorted.length];
        double[] age = new double[sorted.length];
        double[] weight = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            PurchaseHistory history = sorted[i].history();
            if (i == 0 || !history.equals(sorted[i - 1].history())) {
                if (distinct == 0 || distinctRepeats[distinct - 1] != history.repeats()) {
                    distinctRepeats[distinct++] = history.repeats();
                }
                repeatsIndex[groups] = distinct - 1;
                recency[groups] = history.recency();
                age[groups++] = history.age();
            }
            weight[groups - 1] += sorted[i].weight();
        }
        return new Histories(
                Arrays.copyOf(distinctRepeats, distinct),
                Arrays.copyOf(repeatsIndex, groups),
                Arrays.copyOf(recency, groups),
                Arrays.copyOf(age, groups),
                Arrays.copyOf(weight, groups));
    }

    /** How many different histories there are. */
    public int groups() {
        return age.length;
    }

    /** How many customers there are: the sum of the weights. */
    public double customers() {
        return Arrays.stream(weight).sum();
    }

    /** One of the different histories. */
    public PurchaseHistory history(int group) {
        return new PurchaseHistory(repeats(group), recency[group], age[group]);
    }

    /** How many customers have the history of this group. */
    public double weight(int group) {
        return weight[group];
    }

    int repeats(int group) {
        return distinctRepeats[repeatsIndex[group]];
    }

    double recency(int group) {
        return recency[group];
    }

    double age(int group) {
        return age[group];
    }

    /** The place of a group's number of repeats in {@link #distinctRepeats}. */
    int repeatsIndex(int group) {
        return repeatsIndex[group];
    }

    int[] distinctRepeats() {
        return distinctRepeats;
    }

    /** The mean over customers of the age. */
    double meanAge() {
        double sum = 0;
        for (int i = 0; i < age.length; i++) {
            sum += weight[i] * age[i];
        }
        return sum / customers();
    }

    /** The mean over customers of the number of repeats. */
    double meanRepeats() {
        double sum = 0;
        for (int i = 0; i < age.length; i++) {
            sum += weight[i] * repeats(i);
        }
        return sum / customers();
    }

    /** The same histories with all times divided by a unit. */
    Histories inUnitsOf(double unit) {
        return new Histories(
                distinctRepeats,
                repeatsIndex,
                Arrays.stream(recency).map(time -> time / unit).toArray(),
                Arrays.stream(age).map(time -> time / unit).toArray(),
                weight);
    }

    /** Every n-th group, so that at most the given number is left; the same histories always give the same sample. */
    Histories sample(int most) {
        int stride = (groups() + most - 1) / most;
        if (stride <= 1) {
            return this;
        }
        int[] kept = new int[(groups() + stride - 1) / stride];
        Arrays.setAll(kept, i -> i * stride);
        return new Histories(
                distinctRepeats,
                Arrays.stream(kept).map(i -> repeatsIndex[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> recency[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> age[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> weight[i]).toArray());
    }
}
