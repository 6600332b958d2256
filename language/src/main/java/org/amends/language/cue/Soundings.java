package org.amends.language.cue;

import java.util.ArrayList;
import java.util.List;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.WordTree;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one language. Most of them begin with a word that stands in every message, so each is tried only in sentences
 * that have a word for each of its parts.
 */
final class Soundings {

    /** Parts that are looked for beforehand; patterns with more are tried where they have these. */
    private static final int MOST_PARTS = 31;

    /** A part of a pattern: the bit of the part among those that the pattern needs. */
    private record Needed(int sounding, int bit) {}

    private final WordTree<Sounding> starts = new WordTree<>();
    private final WordTree<Needed> needed = new WordTree<>();
    private final List<Integer> wholes = new ArrayList<>();

    void add(Cue cue, Phrase phrase) {
        Sounding sounding = new Sounding(cue, phrase, wholes.size());
        for (Phrase.Start start : Phrase.starts(phrase)) {
            starts.add(start.form(), start.prefix(), sounding);
        }
        List<List<Phrase.Start>> parts = Phrase.needed(phrase);
        int whole = 0;
        for (int i = 0; i < Math.min(parts.size(), MOST_PARTS); i++) {
            int bit = 1 << i;
            whole |= bit;
            for (Phrase.Start start : parts.get(i)) {
                needed.add(start.form(), start.prefix(), new Needed(sounding.number(), bit));
            }
        }
        wholes.add(whole);
    }

    /** Where words give cues, in the order of the words. */
    List<CueHit> find(List<Word> words, Language language, int cues) {
        Search search = new Search(words, new Stances(words, language), new int[cues]);
        int from = 0;
        while (from < words.size()) {
            int to = from;
            while (to < words.size()
                    && words.get(to).sentence() == words.get(from).sentence()) {
                to++;
            }
            search.sentence(from, to);
            from = to;
        }
        return search.hits;
    }

    /** One message being searched. */
    private final class Search {
        private final List<Word> words;
        private final Stances stances;
        private final int[] coveredUntil;
        private final int[] present = new int[wholes.size()];
        private final List<CueHit> hits = new ArrayList<>();
        private final List<Needed> parts = new ArrayList<>();
        private final List<Sounding> candidates = new ArrayList<>();

        Search(List<Word> words, Stances stances, int[] coveredUntil) {
            this.words = words;
            this.stances = stances;
            this.coveredUntil = coveredUntil;
        }

        void sentence(int from, int to) {
            parts.clear();
            for (int i = from; i < to; i++) {
                needed.find(words.get(i).form(), parts);
            }
            for (Needed part : parts) {
                present[part.sounding()] |= part.bit();
            }
            for (int i = from; i < to; i++) {
                word(i);
            }
            for (Needed part : parts) {
                present[part.sounding()] = 0;
            }
        }

        private void word(int i) {
            candidates.clear();
            starts.find(words.get(i).form(), candidates);
            for (Sounding candidate : candidates) {
                int cue = candidate.cue().number();
                boolean isTried =
                        present[candidate.number()] == wholes.get(candidate.number()) && i >= coveredUntil[cue];
                CueHit hit = isTried ? hit(candidate, i) : null;
                if (hit != null) {
                    coveredUntil[cue] = hit.last() + 1;
                    hits.add(hit);
                }
            }
        }

        private @Nullable CueHit hit(Sounding candidate, int at) {
            int end = candidate.phrase().match(words, at, words.get(at).sentence(), next -> next);
            return end <= at ? null : new CueHit(candidate.cue(), at, end - 1, stances.of(at));
        }
    }
}
