package org.amends.language.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Whether what is said to be so sure is right so often. */
final class Reliability {

    private static final int BINS = 10;

    private final int[] counts = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] sums = new double[BINS];

    void add(double confidence, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        counts[bin]++;
        sums[bin] += confidence;
        right[bin] += isRight ? 1 : 0;
    }

    /** A bin: how many labels, how sure they were on the average, and what share was right. */
    record Bin(int count, double confidence, double right) {}

    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                bins.add(new Bin(counts[i], sums[i] / counts[i], right[i] / (double) counts[i]));
            }
        }
        return bins;
    }

    /** By how much confidence and share of right answers differ on the average (expected calibration error). */
    double error() {
        double error = 0;
        double all = 0;
        for (Bin bin : bins()) {
            error += bin.count() * Math.abs(bin.confidence() - bin.right());
            all += bin.count();
        }
        return all == 0 ? Double.NaN : error / all;
    }
}
