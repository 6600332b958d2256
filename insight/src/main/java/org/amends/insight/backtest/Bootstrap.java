package org.amends.insight.backtest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Judges several forecasts of the same customers on the same resamples of customers, so that differences between them can be
 * judged too. The same seed gives the same resamples, whatever the number of threads.
 */
final class Bootstrap {

    private final List<Accuracy> asIs;
    private final List<List<Accuracy>> resampled;

    private Bootstrap(List<Accuracy> asIs, List<List<Accuracy>> resampled) {
        this.asIs = asIs;
        this.resampled = resampled;
    }

    /**
     * Resamples.
     *
     * @param forecasts each of the same customers in the same order
     * @param resamples how many
     */
    static Bootstrap of(List<Forecasts> forecasts, int resamples, long seed) {
        int customers = forecasts.getFirst().size();
        SplittableRandom root = new SplittableRandom(seed);
        List<SplittableRandom> randoms = new ArrayList<>();
        for (int i = 0; i < resamples; i++) {
            randoms.add(root.split());
        }
        List<List<Accuracy>> resampled = IntStream.range(0, resamples)
                .parallel()
                .mapToObj(i -> {
                    double[] weights = weights(customers, randoms.get(i));
                    return forecasts.stream()
                            .map(each -> each.accuracy(weights))
                            .toList();
                })
                .toList();
        return new Bootstrap(forecasts.stream().map(Forecasts::accuracy).toList(), resampled);
    }

    private static double[] weights(int customers, SplittableRandom random) {
        double[] weights = new double[customers];
        for (int i = 0; i < customers; i++) {
            weights[random.nextInt(customers)]++;
        }
        return weights;
    }

    /** All measures of one of the forecasts. */
    Map<Measure, Interval> of(int index) {
        Map<Measure, Interval> intervals = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            double[] values = resampled.stream()
                    .mapToDouble(sample -> measure.of(sample.get(index)))
                    .toArray();
            intervals.put(measure, Interval.of(measure.of(asIs.get(index)), values));
        }
        return intervals;
    }

    /** How much one of the forecasts differs from another in a measure. */
    Interval difference(int index, int from, Measure measure) {
        double[] values = resampled.stream()
                .mapToDouble(sample -> measure.of(sample.get(index)) - measure.of(sample.get(from)))
                .toArray();
        return Interval.of(measure.of(asIs.get(index)) - measure.of(asIs.get(from)), values);
    }
}
