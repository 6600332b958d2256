package org.amends.language.training;

import java.util.List;
import java.util.Map;
import org.amends.language.weighing.Feature;

/**
 * Something to learn from: a message or a sentence.
 *
 * @param id its name
 * @param features what it has
 * @param answers the right answers by question, by their place among the answers; a question that is absent is not asked of it
 */
public record Example(String id, List<Feature> features, Map<String, Integer> answers) {}
