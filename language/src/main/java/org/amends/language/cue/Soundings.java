package org.amends.language.cue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.WordTree;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one language. Where a pattern matches is found for all words of a sentence at once, and only in sentences that
 * have a word for each of its parts; which words it takes is then looked at where it matches.
 */
final class Soundings {

    private final WordTree<Integer> starts = new WordTree<>();
    private final WordSets sets = new WordSets();
    private final List<Sounding> soundings = new ArrayList<>();

    /** By pattern, the sets of which a sentence must have a word; the words with which a match begins first. */
    private final List<int[]> needed = new ArrayList<>();

    /** The most words that any pattern takes. */
    private int longest = 1;

    void add(Cue cue, Phrase phrase) {
        List<Phrase.Start> first = Phrase.starts(phrase);
        if (first.isEmpty()) {
            return;
        }
        Sounding sounding = new Sounding(cue, phrase, Phrase.places(phrase, sets), soundings.size());
        soundings.add(sounding);
        longest = Math.max(longest, phrase.longest());
        for (Phrase.Start start : first) {
            starts.add(start.form(), start.prefix(), sounding.number());
        }
        List<List<Phrase.Start>> parts = new ArrayList<>(Phrase.needed(phrase));
        // Small sets first: they are the rarest.
        parts.sort(Comparator.comparingInt(List::size));
        parts.addFirst(first);
        needed.add(parts.stream().mapToInt(sets::number).toArray());
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
        private final Window window;
        private final long[] beginnings = new long[soundings.size()];
        private final List<CueHit> hits = new ArrayList<>();
        private final List<Sounding> matching = new ArrayList<>();
        private final List<Integer> candidates = new ArrayList<>();

        Search(List<Word> words, Stances stances, int[] coveredUntil) {
            this.words = words;
            this.stances = stances;
            this.coveredUntil = coveredUntil;
            this.window = new Window(words, sets);
        }

        /** A sentence of more words than a window has is seen through windows that overlap by the longest pattern. */
        void sentence(int from, int to) {
            int first = from;
            while (to - first > Places.WIDEST) {
                int behind = first + Places.WIDEST;
                window.move(first, behind, first == from, false);
                match(first, behind - longest);
                first = behind - longest;
            }
            window.move(first, to, first == from, true);
            match(first, to);
        }

        /** Finds what begins at the words of the window up to one. */
        private void match(int from, int to) {
            long sought = (1L << (to - from)) - 1;
            long begins = 0;
            for (int i = 0; i < needed.size(); i++) {
                if (isPresent(needed.get(i))) {
                    begins |= match(soundings.get(i), sought);
                }
            }
            while (begins != 0) {
                word(from, Long.numberOfTrailingZeros(begins));
                begins &= begins - 1;
            }
            matching.forEach(sounding -> beginnings[sounding.number()] = 0);
            matching.clear();
        }

        private boolean isPresent(int[] all) {
            for (int set : all) {
                if (window.places(set) == 0) {
                    return false;
                }
            }
            return true;
        }

        private long match(Sounding sounding, long sought) {
            long begins = sounding.places().before(window.all(), window)
                    & window.places(needed.get(sounding.number())[0])
                    & sought;
            if (begins != 0) {
                beginnings[sounding.number()] = begins;
                matching.add(sounding);
            }
            return begins;
        }

        private void word(int from, int place) {
            candidates.clear();
            starts.find(words.get(from + place).form(), candidates);
            for (int candidate : candidates) {
                if ((beginnings[candidate] >>> place & 1) != 0) {
                    add(soundings.get(candidate), from + place);
                }
            }
        }

        private void add(Sounding sounding, int at) {
            int cue = sounding.cue().number();
            CueHit hit = at < coveredUntil[cue] ? null : hit(sounding, at);
            if (hit != null) {
                coveredUntil[cue] = hit.last() + 1;
                hits.add(hit);
            }
        }

        private @Nullable CueHit hit(Sounding sounding, int at) {
            int end = sounding.phrase().match(words, at, words.get(at).sentence(), next -> next);
            return end <= at ? null : new CueHit(sounding.cue(), at, end - 1, stances.of(at));
        }
    }
}
