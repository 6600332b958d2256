package org.amends.language.training;

/**
 * How much is trusted to each sort of feature before anything is learned: cues mean the same in all languages and are few, so
 * they may weigh more than single words.
 *
 * @param cue penalty on the square of the weight of a cue
 * @param word penalty for a word
 * @param pair penalty for a pair of words
 * @param saying penalty for what a sentence says
 * @param style penalty for how a message is written
 */
public record Penalties(double cue, double word, double pair, double saying, double style) {

    /** Found by leaving parts of the corpus out in turn. */
    public static final Penalties OF_SENTENCES = new Penalties(1.0, 0.7, 0.7, 1.0, 1.0);

    /** The same for messages. */
    public static final Penalties OF_MESSAGES = new Penalties(1.0, 0.7, 0.7, 0.3, 1.0);

    double of(String feature) {
        if (feature.startsWith("cue:")) {
            return cue;
        }
        if (feature.startsWith("says:")) {
            return saying;
        }
        if (feature.startsWith("style:")) {
            return style;
        }
        return feature.indexOf(' ') >= 0 ? pair : word;
    }

    /** How many messages must have a feature before it is learned. */
    int leastCount(String feature) {
        if (feature.startsWith("cue:") || feature.startsWith("says:") || feature.startsWith("style:")) {
            return 2;
        }
        return feature.indexOf(' ') >= 0 ? 3 : 2;
    }
}
