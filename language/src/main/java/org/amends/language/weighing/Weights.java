package org.amends.language.weighing;

import java.util.Map;

/**
 * What a question learned: how much each feature speaks for each answer.
 *
 * @param asked the question, and what belongs to it as a whole
 * @param features by the number of a feature, what it speaks for each slot of the question; absent where it says nothing
 */
public record Weights(Asked asked, Map<Integer, float[]> features) {}
