package org.amends.language.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Right and wrong answers of one kind, message by message, so that intervals can be had by drawing messages anew. */
final class Tally {

    private static final int DRAWS = 1_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20_260_301;

    private final List<int[]> counts = new ArrayList<>();

    /** Adds a message: what was found rightly, found wrongly and missed in it. */
    void add(int right, int wrong, int missed) {
        counts.add(new int[] {right, wrong, missed});
    }

    /** Adds a message about which the answer is yes or no. */
    void add(boolean said, boolean is) {
        add(said && is ? 1 : 0, said && !is ? 1 : 0, !said && is ? 1 : 0);
    }

    /** Adds all messages of another tally. */
    void add(Tally other) {
        counts.addAll(other.counts);
    }

    int cases() {
        return counts.stream().mapToInt(count -> count[0] + count[2]).sum();
    }

    double precision() {
        int[] sum = sum();
        return share(sum[0], sum[0] + sum[1]);
    }

    double recall() {
        int[] sum = sum();
        return share(sum[0], sum[0] + sum[2]);
    }

    double f1() {
        return f1(sum());
    }

    private int[] sum() {
        int[] sum = new int[3];
        counts.forEach(count -> add(sum, count));
        return sum;
    }

    private static void add(int[] sum, int[] count) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += count[i];
        }
    }

    private static double f1(int[] sum) {
        return share(2 * sum[0], 2 * sum[0] + sum[1] + sum[2]);
    }

    private static double share(int of, int all) {
        return all == 0 ? Double.NaN : of / (double) all;
    }

    /** The interval that holds F1 with 95 % confidence: messages are drawn anew, with a seed that is always the same. */
    double[] interval() {
        Random random = new Random(SEED);
        double[] draws = new double[DRAWS];
        int known = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] sum = new int[3];
            for (int i = 0; i < counts.size(); i++) {
                add(sum, counts.get(random.nextInt(counts.size())));
            }
            double f1 = f1(sum);
            if (!Double.isNaN(f1)) {
                draws[known++] = f1;
            }
        }
        java.util.Arrays.sort(draws, 0, known);
        return known == 0
                ? new double[] {Double.NaN, Double.NaN}
                : new double[] {draws[(int) (TAIL * known)], draws[Math.min(known - 1, (int) ((1 - TAIL) * known))]};
    }
}
