package org.amends.language.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amends.language.weighing.Feature;

/** The names that the words of a text give, of one kind: made once, and picked from for each of its sentences. */
final class Traits {

    /**
     * A name that some words give.
     *
     * @param name the name
     * @param first the first of the words
     * @param last the last of the words
     * @param before the latest word from which words earlier in the text gave the same name; -1 if none did
     */
    private record Trait(String name, int first, int last, int before) {}

    /** By their last words, in ascending order. */
    private final List<Trait> traits;

    private final Map<String, Integer> latest;

    /** Room for about so many names. */
    Traits(int usual) {
        traits = new ArrayList<>(usual);
        latest = HashMap.newHashMap(usual);
    }

    /** Adds what words give; the last of them is no earlier than that of the name added before. */
    void add(String name, int first, int last) {
        Integer before = latest.get(name);
        traits.add(new Trait(name, first, last, before == null ? -1 : before));
        if (before == null || before < first) {
            latest.put(name, first);
        }
    }

    /**
     * Adds each name once that is given by words from one to before another.
     *
     * @param all what the names weigh together if each stood alone: the root of their number lessens it
     */
    void pick(int from, int to, double all, List<Feature> features) {
        List<Trait> picked = new ArrayList<>();
        for (int i = firstEndingAt(from); i < traits.size() && traits.get(i).last() < to; i++) {
            Trait trait = traits.get(i);
            if (trait.first() >= from && trait.before() < from) {
                picked.add(trait);
            }
        }
        float value = (float) (all / Math.sqrt(Math.max(1, picked.size())));
        for (Trait trait : picked) {
            features.add(new Feature(trait.name(), value, trait.first(), trait.last()));
        }
    }

    private int firstEndingAt(int word) {
        int low = 0;
        int high = traits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (traits.get(middle).last() < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
