package org.amends.language.training;

import java.util.Comparator;
import java.util.List;
import org.amends.language.weighing.LinearModel;
import org.amends.language.weighing.Question;

/** Makes probabilities of what a model says, and finds from which probability on a "yes" serves best. */
final class Calibration {

    private static final double LEAST_SHARPNESS = 0.2;
    private static final double GREATEST_SHARPNESS = 3;
    private static final double STEP = 1.03;

    /** Danger: the share of dangers that must be found among messages that were not learned from. */
    private static final double RECALL_OF_DANGER = 0.97;

    /** Thresholds outside of these rest on a handful of messages. */
    private static final double LEAST_THRESHOLD = 0.05;

    private static final double GREATEST_THRESHOLD = 0.8;

    private Calibration() {}

    /** The factor on logits under which the right answers of unseen messages are most probable (temperature scaling, Guo 2017). */
    static double sharpness(List<Trainer.Unseen> unseen) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double sharpness = LEAST_SHARPNESS; sharpness < GREATEST_SHARPNESS; sharpness *= STEP) {
            double loss = 0;
            for (Trainer.Unseen one : unseen) {
                loss -= Math.log(Math.max(1e-12, LinearModel.softmax(one.logits(), sharpness)[one.answer()]));
            }
            if (loss < least) {
                least = loss;
                best = sharpness;
            }
        }
        return best;
    }

    /** From which probability on "yes" is answered: where F1 is greatest; for danger, where enough of it is found. */
    static double threshold(Question question, List<Trainer.Unseen> unseen, double sharpness) {
        List<double[]> scored = unseen.stream()
                .map(one -> new double[] {LinearModel.softmax(one.logits(), sharpness)[1], one.answer()})
                .sorted(Comparator.comparingDouble((double[] pair) -> pair[0]).reversed())
                .toList();
        double positives = scored.stream().mapToDouble(pair -> pair[1]).sum();
        boolean danger = question.name().equals("safety_flag");
        double hits = 0;
        double best = 0;
        double threshold = 0.5;
        for (int i = 0; i < scored.size(); i++) {
            hits += scored.get(i)[1];
            double next = i + 1 < scored.size() ? scored.get(i + 1)[0] : 0;
            double middle = (scored.get(i)[0] + next) / 2;
            if (danger) {
                threshold = middle;
                if (hits >= RECALL_OF_DANGER * positives) {
                    break;
                }
            } else if (2 * hits / (i + 1 + positives) > best) {
                best = 2 * hits / (i + 1 + positives);
                threshold = middle;
            }
        }
        return Math.clamp(threshold, LEAST_THRESHOLD, GREATEST_THRESHOLD);
    }
}
