package org.amends.language.cue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.amends.language.text.WordTree;

/**
 * The sets of words that the patterns of a language are made of, each with a number: many patterns share theirs. It is needed
 * while patterns are gathered; afterwards the tree of the words is enough.
 */
final class WordSets {

    /** About so many parts do the patterns of a language have. */
    private static final int USUAL = 8_000;

    /** What a word that is only the beginning of words weighs: more words of a text are likely to fit. */
    private static final double BEGINNING = 3;

    /** Parts of patterns that are defined once and used many times are the same objects. */
    private final IdentityHashMap<Phrase, Integer> ofPhrases = new IdentityHashMap<>(USUAL);

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Double> frequencies = new ArrayList<>();
    private final WordTree.Growing words = new WordTree.Growing();

    /** The number of the set of words with which a match of a pattern may begin; -1 if any word may begin it. */
    int number(Phrase phrase) {
        Integer known = ofPhrases.get(phrase);
        if (known != null) {
            return known;
        }
        List<Phrase.Start> starts = Phrase.starts(phrase);
        int number = starts.isEmpty() ? -1 : number(starts);
        ofPhrases.put(phrase, number);
        return number;
    }

    private int number(List<Phrase.Start> starts) {
        List<String> forms = new ArrayList<>(starts.size());
        for (Phrase.Start start : starts) {
            forms.add(start.prefix() ? start.form() + "*" : start.form());
        }
        forms.sort(null);
        String key = String.join(" ", forms);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = frequencies.size();
        numbers.put(key, number);
        double frequency = 0;
        for (Phrase.Start start : starts) {
            words.add(start.form(), start.prefix(), number);
            double length = start.form().length();
            frequency += (start.prefix() ? BEGINNING : 1) / (length * length);
        }
        frequencies.add(frequency);
        return number;
    }

    /** A guess how often a word of a set stands in a text, to be compared with that for other sets: long words are rare. */
    double frequency(int set) {
        return frequencies.get(set);
    }

    int size() {
        return frequencies.size();
    }

    /** Where a word's sets are found. */
    WordTree words() {
        return words.grown();
    }
}
