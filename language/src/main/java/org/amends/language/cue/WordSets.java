package org.amends.language.cue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.WordTree;

/** The sets of words that the patterns of a language are made of, each with a number: many patterns share theirs. */
final class WordSets {

    private final Map<Set<Phrase.Start>, Integer> numbers = new HashMap<>();
    private final WordTree<Integer> sets = new WordTree<>();

    /** The number of a set of words, from 0. */
    int number(List<Phrase.Start> words) {
        Set<Phrase.Start> set = new HashSet<>(words);
        Integer known = numbers.get(set);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(set, number);
        for (Phrase.Start word : set) {
            sets.add(word.form(), word.prefix(), number);
        }
        return number;
    }

    /** Adds the sets that a word belongs to; a set may come twice. */
    void find(String form, List<Integer> found) {
        sets.find(form, found);
    }

    int size() {
        return numbers.size();
    }
}
