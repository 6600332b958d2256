package org.amends.language.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers questions about a text by adding up what its features speak for. Safe for use by many threads. */
public final class LinearModel {

    /** Features that speak less than this for an answer do not show it. */
    private static final double LEAST_REASON = 0.05;

    /**
     * What one feature speaks for.
     *
     * @param slots the slots for or against which it speaks, over all questions, in ascending order
     * @param steps how much, by the same place, in steps of {@link Entries#STEP}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(int[] slots, short[] steps) {}

    private final List<Asked> asked;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] firstSlots;
    private final float[] biases;
    private final Entries entries;

    LinearModel(List<Asked> asked, Entries entries) {
        this.asked = List.copyOf(asked);
        this.entries = entries;
        entries.close();
        this.firstSlots = new int[asked.size() + 1];
        for (int q = 0; q < asked.size(); q++) {
            places.put(asked.get(q).question().name(), q);
            firstSlots[q + 1] = firstSlots[q] + Asked.slots(asked.get(q).question());
        }
        this.biases = new float[firstSlots[asked.size()]];
        for (int q = 0; q < asked.size(); q++) {
            for (int i = 0; i < asked.get(q).bias().size(); i++) {
                biases[firstSlots[q] + i] = asked.get(q).bias().get(i);
            }
        }
    }

    /**
     * A model.
     *
     * @param features the names of all features, by number
     * @param questions what each question learned
     */
    public static LinearModel of(List<String> features, List<Weights> questions) {
        List<List<float[]>> weights = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            weights.add(new ArrayList<>());
        }
        int slot = 0;
        for (Weights of : questions) {
            int from = slot;
            of.features().forEach((feature, values) -> {
                for (int i = 0; i < values.length; i++) {
                    weights.get(feature).add(new float[] {from + i, values[i]});
                }
            });
            slot += Asked.slots(of.asked().question());
        }
        Entries entries = new Entries(features.size(), slot);
        for (int i = 0; i < features.size(); i++) {
            if (!weights.get(i).isEmpty()) {
                entries.put(features.get(i), entry(weights.get(i)));
            }
        }
        return new LinearModel(questions.stream().map(Weights::asked).toList(), entries);
    }

    private static Entry entry(List<float[]> weights) {
        int[] slots = new int[weights.size()];
        short[] steps = new short[slots.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = (int) weights.get(i)[0];
            int rounded = Math.round(weights.get(i)[1] / Entries.STEP);
            steps[i] = (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new Entry(slots, steps);
    }

    /** The questions. */
    public List<Asked> asked() {
        return asked;
    }

    /** What each feature speaks for, by its name, in the order of names. */
    Map<String, Entry> entries() {
        return entries.sorted();
    }

    /** The answers to all questions about a text with these features. */
    public Answers answers(List<Feature> features) {
        float[] logits = biases.clone();
        int[] found = entries.find(features);
        Feature[] known = new Feature[found.length];
        long[] slots = new long[found.length];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] != Entries.NONE) {
                entries.addTo(logits, found[i], features.get(i).value());
                known[count] = features.get(i);
                slots[count] = entries.firstSlots(found[i]);
                found[count++] = found[i];
            }
        }
        return new Answers(known, found, slots, count, logits);
    }

    /** What the features of one text speak for. */
    public final class Answers {

        private final Feature[] known;
        private final int[] found;
        private final long[] slots;
        private final int count;
        private final float[] logits;

        /** So many features are known, and what they speak for stands there. */
        private Answers(Feature[] known, int[] found, long[] slots, int count, float[] logits) {
            this.known = known;
            this.found = found;
            this.slots = slots;
            this.count = count;
            this.logits = logits;
        }

        /** How probable each answer of a question is; they add up to 1. */
        public double[] probabilities(String question) {
            int q = place(question);
            return LinearModel.probabilities(
                    logits, firstSlots[q], firstSlots[q + 1], asked.get(q).sharpness());
        }

        /** How probable "yes" is. */
        public double yes(String question) {
            int q = place(question);
            return logistic(logits[firstSlots[q]] * asked.get(q).sharpness());
        }

        /** Whether "yes" is answered. */
        public boolean isYes(String question) {
            return yes(question) >= asked.get(place(question)).threshold();
        }

        /**
         * The features that speak most for an answer against the others, strongest first; only those that words show.
         *
         * @param answer its place among the answers; of yes and no: 1 is yes
         * @param most at most so many
         */
        public List<Feature> reasons(String question, int answer, int most) {
            int q = place(question);
            int from = firstSlots[q];
            int to = firstSlots[q + 1];
            // The one slot of yes and no is that of "yes".
            int slot = to - from == 1 ? from + answer - 1 : from + answer;
            long sought = Entries.among(from, to);
            List<Feature> reasons = new ArrayList<>(most);
            double[] weights = new double[most];
            for (int i = 0; i < count; i++) {
                if ((slots[i] & sought) == 0 && sought != 0) {
                    continue;
                }
                double lead = entries.lead(found[i], from, to, slot);
                double weight = known[i].first() < 0 ? 0 : lead * known[i].value();
                int place = reasons.size();
                while (place > 0 && weights[place - 1] < weight) {
                    place--;
                }
                if (weight > LEAST_REASON && place < most) {
                    if (reasons.size() == most) {
                        reasons.removeLast();
                    }
                    System.arraycopy(weights, place, weights, place + 1, reasons.size() - place);
                    weights[place] = weight;
                    reasons.add(place, known[i]);
                }
            }
            return List.copyOf(reasons);
        }
    }

    private int place(String question) {
        Integer place = places.get(question);
        if (place == null) {
            throw new IllegalArgumentException("the model knows no question \"" + question + "\"");
        }
        return place;
    }

    private static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** The probabilities of the answers of a question whose slots these are: "no" and "yes" if there is one slot only. */
    static double[] probabilities(float[] logits, int from, int to, double sharpness) {
        if (to - from == 1) {
            double yes = logistic(logits[from] * sharpness);
            return new double[] {1 - yes, yes};
        }
        return softmax(Arrays.copyOfRange(logits, from, to), sharpness);
    }

    /** Probabilities of logits, one an answer. */
    public static double[] softmax(float[] logits, double sharpness) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            greatest = Math.max(greatest, logit * sharpness);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = StrictMath.exp(logits[i] * sharpness - greatest);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
