package org.amends.language.reading;

import java.util.List;

/**
 * How sure a label is, and what shows it.
 *
 * @param confidence how probable it is that the label is right, 0..1
 * @param words what shows it, strongest first; empty where nothing in particular does
 */
public record Judgement(double confidence, List<Evidence> words) {

    public Judgement {
        words = List.copyOf(words);
    }
}
