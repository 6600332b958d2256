package org.amends.insight.base;

import java.util.List;

/** Fits the continuous-time models: log-likelihoods with everything tabulated that depends on the number of repeats only. */
final class ContinuousFit {

    /** Enough to land within the reach of Newton's method; keeps the search cheap for a million customers. */
    private static final int SEARCH_SAMPLE = 4000;

    /** A sample whose peak is so near that of all data that one Newton step goes from one to the other. */
    private static final int STEPPING_STONE = 60_000;

    private static final String[] BETA_GEOMETRIC = {"r", "alpha", "a", "b"};
    private static final String[] PARETO = {"r", "alpha", "s", "beta"};

    private ContinuousFit() {}

    static Fit<BgNbd> bgNbd(Histories histories) {
        return new Search(histories)
                .run(BETA_GEOMETRIC, ContinuousFit::bgNbdLikelihood, 1, v -> new BgNbd(v[0], v[1], v[2], v[3]));
    }

    static Fit<MbgNbd> mbgNbd(Histories histories) {
        return new Search(histories)
                .run(BETA_GEOMETRIC, ContinuousFit::mbgNbdLikelihood, 1, v -> new MbgNbd(v[0], v[1], v[2], v[3]));
    }

    static Fit<ParetoNbd> paretoNbd(Histories histories) {
        return new Search(histories)
                .run(PARETO, ContinuousFit::paretoNbdLikelihood, 2, v -> new ParetoNbd(v[0], v[1], v[2], v[3]));
    }

    private interface Likelihood {
        double of(double[] parameters, Histories histories);
    }

    private interface Maker<M> {
        M make(double[] parameters);
    }

    /** The data of one fit, with the mean age as the unit of time so that days and years are fitted alike. */
    private record Search(Histories histories, double unit) {

        Search(Histories histories) {
            this(histories, histories.meanAge() > 0 ? histories.meanAge() : 1);
        }

        /** Runs the fit; the last {@code times} counts how many of the parameters 1 and 3 are times, in that order. */
        <M> Fit<M> run(String[] names, Likelihood likelihood, int times, Maker<M> maker) {
            Histories scaled = histories.inUnitsOf(unit);
            Histories sample = scaled.sample(SEARCH_SAMPLE);
            MaximumLikelihood.Peak peak =
                    MaximumLikelihood.climb(point -> likelihood.of(exp(point), sample), starts(times));
            for (Histories more : List.of(scaled.sample(STEPPING_STONE), scaled)) {
                if (more.groups() > sample.groups()) {
                    peak = MaximumLikelihood.climbOn(point -> likelihood.of(exp(point), more), peak);
                }
            }
            double[] values = FitReport.natural(peak.point(), new double[] {1, unit, 1, times == 2 ? unit : 1});
            double offset = -histories.meanRepeats() * histories.customers() * Math.log(unit);
            return FitReport.of(maker.make(values), names, values, peak, offset, histories.customers());
        }

        /** Few buyers differing much, many differing little, and something between; rates match the mean in each. */
        private List<double[]> starts(int times) {
            double rate = Math.max(histories.meanRepeats(), 1e-3);
            return times == 2
                    ? List.of(logs(0.5, 0.3 / rate, 0.5, 0.5), logs(1.5, 1.2 / rate, 1, 3))
                    : List.of(logs(0.3, 0.15 / rate, 0.7, 2), logs(1.5, 1.2 / rate, 1, 6));
        }
    }

    private static double[] logs(double... values) {
        double[] logs = new double[values.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(values[i]);
        }
        return logs;
    }

    private static double[] exp(double[] point) {
        double[] values = new double[point.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(point[i]);
        }
        return values;
    }

    private static double bgNbdLikelihood(double[] v, Histories histories) {
        return betaGeometricLikelihood(v, 0, histories);
    }

    private static double mbgNbdLikelihood(double[] v, Histories histories) {
        return betaGeometricLikelihood(v, 1, histories);
    }

    /** The likelihood of BG/NBD, or with one chance to leave more, after the first purchase, that of MBG/NBD. */
    private static double betaGeometricLikelihood(double[] v, int chancesMore, Histories histories) {
        double r = v[0];
        double alpha = v[1];
        double a = v[2];
        double b = v[3];
        int[] distinct = histories.distinctRepeats();
        double[] constant = new double[distinct.length];
        double[] logOdds = new double[distinct.length];
        for (int i = 0; i < distinct.length; i++) {
            int chances = distinct[i] + chancesMore;
            constant[i] = GammaRatio.logRising(r, distinct[i])
                    + r * Math.log(alpha)
                    + GammaRatio.logRising(b, chances)
                    - GammaRatio.logRising(a + b, chances);
            logOdds[i] = chances == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + (chances - 1)));
        }
        return OrderedSum.of(histories.groups(), i -> {
            int index = histories.repeatsIndex(i);
            double count = r + distinct[index];
            double age = alpha + histories.age(i);
            double odds = logOdds[index] + count * Math.log(age / (alpha + histories.recency(i)));
            // Above 40 the one, below -40 the other part of the sum is under rounding.
            double left = odds > 40 ? odds : odds < -40 ? 0 : Math.log(1 + Math.exp(odds));
            return histories.weight(i) * (constant[index] - count * Math.log(age) + left);
        });
    }

    private static double paretoNbdLikelihood(double[] v, Histories histories) {
        double r = v[0];
        double alpha = v[1];
        double s = v[2];
        double beta = v[3];
        int[] distinct = histories.distinctRepeats();
        double[] constant = new double[distinct.length];
        for (int i = 0; i < distinct.length; i++) {
            constant[i] = GammaRatio.logRising(r, distinct[i]) + r * Math.log(alpha) + s * Math.log(beta);
        }
        double logS = Math.log(s);
        return OrderedSum.of(histories.groups(), i -> {
            double count = r + distinct[histories.repeatsIndex(i)];
            double age = histories.age(i);
            double alive = -count * Math.log(alpha + age) - s * Math.log(beta + age);
            double left = logS + DeathIntegral.log(count, s + 1, alpha, beta, histories.recency(i), age);
            return histories.weight(i) * (constant[histories.repeatsIndex(i)] + LogSum.of(alive, left));
        });
    }
}
