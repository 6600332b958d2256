package org.amends.language.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amends.language.weighing.Asked;
import org.amends.language.weighing.Feature;
import org.amends.language.weighing.LinearModel;
import org.amends.language.weighing.Question;
import org.amends.language.weighing.Weights;

/**
 * Learns a model from labelled messages. What the model would say of messages that it has not seen is found by leaving out a
 * part of them in turn; from that come the calibration and the thresholds.
 */
public final class Trainer {

    /** Parts into which the messages are divided, each left out once. */
    private static final int FOLDS = 6;

    /** Weights smaller than this change no answer. */
    private static final double LEAST_WEIGHT = 0.06;

    /** No feature is penalised more than this many times over. */
    private static final double LEAST_LEANING = 0.1;

    private final List<Example> examples;
    private final Penalties penalties;
    private final List<Question> questions;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Packed> packed = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Packed(int[] features, float[] values) {}

    /** A trainer on these examples, in an order that does not matter. */
    public Trainer(List<Question> questions, List<Example> examples, Penalties penalties) {
        this.questions = List.copyOf(questions);
        this.examples = examples;
        this.penalties = penalties;
        Map<String, Integer> counts = new TreeMap<>();
        for (Example example : examples) {
            example.features().forEach(feature -> counts.merge(feature.name(), 1, Integer::sum));
        }
        counts.forEach((name, count) -> {
            if (count >= penalties.leastCount(name)) {
                numbers.put(name, names.size());
                names.add(name);
            }
        });
        examples.forEach(example -> packed.add(packed(example)));
    }

    private Packed packed(Example example) {
        List<Feature> known = example.features().stream()
                .filter(feature -> numbers.containsKey(feature.name()))
                .toList();
        int[] features = new int[known.size()];
        float[] values = new float[known.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = numbers.getOrDefault(known.get(i).name(), -1);
            values[i] = known.get(i).value();
        }
        return new Packed(features, values);
    }

    /** The model that these examples teach. */
    public LinearModel train() {
        return LinearModel.of(names, questions.parallelStream().map(this::learn).toList());
    }

    /** The same, without calibration and thresholds: for a model whose answers only feed another. */
    public LinearModel trainUncalibrated() {
        List<Weights> learned = questions.parallelStream()
                .map(question -> weights(question, fit(question, rowsExcept(question, -1)), 1, 0.5))
                .toList();
        return LinearModel.of(names, learned);
    }

    private Weights learn(Question question) {
        List<Unseen> unseen = unseen(question);
        double sharpness = Calibration.sharpness(unseen);
        double threshold = question.isYesNo() ? Calibration.threshold(question, unseen, sharpness) : 1;
        double[] fitted = fit(question, rowsExcept(question, -1));
        return weights(question, fitted, sharpness, threshold);
    }

    /** What is said of every example by a model that has not seen it. */
    public List<Unseen> unseen(Question question) {
        List<Unseen> all = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            double[] fitted = fit(question, rowsExcept(question, fold));
            for (int i = 0; i < examples.size(); i++) {
                Integer answer = examples.get(i).answers().get(question.name());
                if (fold(i) == fold && answer != null) {
                    all.add(new Unseen(examples.get(i), logits(question, fitted, packed.get(i)), answer));
                }
            }
        }
        return all;
    }

    /** What a model says of an example that it has not seen: a logit for each answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Unseen(Example example, float[] logits, int answer) {}

    private int fold(int i) {
        return Math.floorMod((examples.get(i).id().hashCode() * 0x9E3779B1) >>> 8, FOLDS);
    }

    private Regression.Row[] rowsExcept(Question question, int fold) {
        List<Regression.Row> rows = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Integer answer = examples.get(i).answers().get(question.name());
            if (fold(i) != fold && answer != null) {
                rows.add(new Regression.Row(
                        packed.get(i).features(), packed.get(i).values(), answer, 1));
            }
        }
        return rows.toArray(Regression.Row[]::new);
    }

    /** Fits weights. Features are scaled so that all are penalised alike, since the search is far quicker then. */
    private double[] fit(Question question, Regression.Row[] rows) {
        int answers = question.answers().size();
        double[] scales = leanings(rows, answers);
        // One weight for "yes" stands for two that differ by it, of which each is half as large.
        double share = question.isYesNo() ? 0.5 : 1;
        for (int i = 0; i < scales.length; i++) {
            scales[i] =
                    Math.sqrt(Math.max(LEAST_LEANING, scales[i] * scales[i]) / (share * penalties.of(names.get(i))));
        }
        Regression.Row[] scaled = new Regression.Row[rows.length];
        for (int r = 0; r < rows.length; r++) {
            float[] values = rows[r].values().clone();
            for (int f = 0; f < values.length; f++) {
                values[f] *= (float) scales[rows[r].features()[f]];
            }
            scaled[r] = new Regression.Row(rows[r].features(), values, rows[r].answer(), rows[r].weight());
        }
        double[] weights = new Regression(scaled, answers, names.size()).fit();
        int slots = weights.length / (names.size() + 1);
        for (int i = 0; i < scales.length * slots; i++) {
            weights[i] *= scales[i / slots];
        }
        return weights;
    }

    /**
     * How far each feature by itself leans towards one of the answers: the greatest logarithm of the ratio of its shares. What
     * leans is allowed to weigh more (Wang and Manning 2012).
     */
    private double[] leanings(Regression.Row[] rows, int answers) {
        double[][] counts = new double[answers][names.size()];
        double[] totals = new double[answers];
        for (Regression.Row row : rows) {
            totals[row.answer()]++;
            for (int feature : row.features()) {
                counts[row.answer()][feature]++;
            }
        }
        double[] leanings = new double[names.size()];
        for (int f = 0; f < leanings.length; f++) {
            double all = 0;
            for (double[] of : counts) {
                all += of[f];
            }
            for (int a = 0; a < answers; a++) {
                double inside = (counts[a][f] + 1) / (totals[a] + 2);
                double outside = (all - counts[a][f] + 1) / (rows.length - totals[a] + 2);
                leanings[f] = Math.max(leanings[f], Math.abs(Math.log(inside / outside)));
            }
        }
        return leanings;
    }

    /** The logits of the answers; of yes and no that of "no" is 0. */
    private float[] logits(Question question, double[] fitted, Packed features) {
        int slots = Asked.slots(question);
        float[] logits = new float[question.answers().size()];
        for (int a = 0; a < slots; a++) {
            double logit = fitted[names.size() * slots + a];
            for (int f = 0; f < features.features().length; f++) {
                logit += fitted[features.features()[f] * slots + a] * features.values()[f];
            }
            logits[logits.length - slots + a] = (float) logit;
        }
        return logits;
    }

    private Weights weights(Question question, double[] fitted, double sharpness, double threshold) {
        List<Float> bias = new ArrayList<>();
        for (float of : slots(question, fitted, names.size())) {
            bias.add(of);
        }
        Map<Integer, float[]> features = new HashMap<>();
        for (int f = 0; f < names.size(); f++) {
            float[] of = slots(question, fitted, f);
            double greatest = 0;
            for (float weight : of) {
                greatest = Math.max(greatest, Math.abs(weight));
            }
            if (greatest >= LEAST_WEIGHT) {
                features.put(f, of);
            }
        }
        return new Weights(new Asked(question, bias, sharpness, threshold), Collections.unmodifiableMap(features));
    }

    /** What a feature speaks for, by slot. */
    private static float[] slots(Question question, double[] fitted, int feature) {
        float[] of = new float[Asked.slots(question)];
        for (int a = 0; a < of.length; a++) {
            of[a] = (float) fitted[feature * of.length + a];
        }
        return of;
    }
}
