package org.amends.language.weighing;

import java.util.List;

/**
 * A question of a model, and what the model holds about it as a whole. A question that is asked with yes or no has one slot, for
 * what speaks for "yes"; others have one slot for each answer.
 *
 * @param question what is asked
 * @param bias by slot, what speaks for it before anything is read
 * @param sharpness logits are multiplied by this before they become probabilities: calibration on messages that were not learned
 *     from
 * @param threshold from which probability on a "yes" is answered
 */
public record Asked(Question question, List<Float> bias, double sharpness, double threshold) {

    public Asked {
        bias = List.copyOf(bias);
        if (bias.size() != slots(question)) {
            throw new IllegalArgumentException(
                    question.name() + " has " + bias.size() + " biases, not " + slots(question));
        }
    }

    /** How many slots a question has. */
    public static int slots(Question question) {
        return question.isYesNo() ? 1 : question.answers().size();
    }
}
