package org.amends.language.cue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.WordTree;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one language. Where a pattern matches is found for all words of a sentence at once, and only in sentences that
 * have a word for each of its parts; which words it takes is then looked at where it matches.
 */
final class Soundings {

    private final List<Sounding> soundings = new ArrayList<>();

    /** By pattern, the set of words with which a match begins. */
    private final int[] starts;

    /** By pattern, the sets of which a sentence must have a word, the rarest first. */
    private final List<int[]> needed = new ArrayList<>();

    /** By set, the patterns of which it is the rarest: only these are looked at in a sentence that has a word of it. */
    private final int[][] rarest;

    private final WordTree sets;
    private final Places places;

    /** The most words that any pattern takes. */
    private final int longest;

    /** Room of a window that is not in use: new memory would have to be brought into the processor for every message. */
    private final AtomicReference<long @Nullable []> spare = new AtomicReference<>();

    /**
     * The patterns of a language.
     *
     * @param sounds which cue sounds how, in order; of two that match at a word the earlier is taken
     */
    Soundings(List<Sound> sounds) {
        WordSets wordSets = new WordSets();
        Places.Growing growing = new Places.Growing(wordSets);
        List<Integer> firsts = new ArrayList<>();
        int most = 1;
        for (Sound sound : sounds) {
            int first = wordSets.number(sound.phrase());
            if (first >= 0) {
                most = Math.max(most, sound.phrase().longest());
                firsts.add(first);
                needed.add(needed(sound.phrase(), first, wordSets));
                soundings.add(new Sounding(sound.cue(), sound.phrase(), growing.add(sound.phrase())));
            }
        }
        longest = most;
        starts = firsts.stream().mapToInt(Integer::intValue).toArray();
        rarest = rarest(needed, wordSets.size());
        sets = wordSets.words();
        places = growing.grown();
    }

    /** A cue, and a pattern that gives it. */
    record Sound(Cue cue, Phrase phrase) {}

    private static int[] needed(Phrase phrase, int first, WordSets sets) {
        Set<Integer> all = new LinkedHashSet<>(List.of(first));
        for (Phrase part : Phrase.parts(phrase)) {
            int set = sets.number(part);
            if (set >= 0) {
                all.add(set);
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(sets::frequency))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[][] rarest(List<int[]> needed, int sets) {
        int[] counts = new int[sets];
        needed.forEach(of -> counts[of[0]]++);
        int[] none = new int[0];
        int[][] rarest = new int[sets][];
        for (int set = 0; set < sets; set++) {
            rarest[set] = counts[set] == 0 ? none : new int[counts[set]];
        }
        for (int i = needed.size() - 1; i >= 0; i--) {
            int set = needed.get(i)[0];
            rarest[set][--counts[set]] = i;
        }
        return rarest;
    }

    /** Where words give cues, in the order of the words. */
    List<CueHit> find(List<Word> words, Language language, int cues) {
        long[] kept = spare.getAndSet(null);
        long[] room = kept == null ? new long[rarest.length] : kept;
        Search search = new Search(words, new Stances(words, language), new int[cues], room);
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
        search.window.clear();
        spare.set(room);
        return search.hits;
    }

    /** One message being searched. */
    private final class Search {

        private static final int USUALLY_MATCHING = 32;

        private final List<Word> words;
        private final Stances stances;
        private final int[] coveredUntil;
        private final Window window;
        private final List<CueHit> hits = new ArrayList<>();

        /** The patterns that match in the window, and where their matches begin. */
        private int[] matching = new int[USUALLY_MATCHING];

        private long[] beginnings = new long[USUALLY_MATCHING];
        private int matches;

        Search(List<Word> words, Stances stances, int[] coveredUntil, long[] room) {
            this.words = words;
            this.stances = stances;
            this.coveredUntil = coveredUntil;
            this.window = new Window(words, sets, room);
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
            matches = 0;
            for (int i = 0; i < window.present(); i++) {
                for (int pattern : rarest[window.present(i)]) {
                    if (isPresent(needed.get(pattern))) {
                        begins |= match(pattern, sought);
                    }
                }
            }
            while (begins != 0) {
                word(from, Long.numberOfTrailingZeros(begins));
                begins &= begins - 1;
            }
        }

        private boolean isPresent(int[] all) {
            for (int set : all) {
                if (window.places(set) == 0) {
                    return false;
                }
            }
            return true;
        }

        private long match(int pattern, long sought) {
            long begins = places.before(soundings.get(pattern).places(), window.all(), window)
                    & window.places(starts[pattern])
                    & sought;
            if (begins != 0) {
                if (matches == matching.length) {
                    matching = Arrays.copyOf(matching, 2 * matches);
                    beginnings = Arrays.copyOf(beginnings, 2 * matches);
                }
                matching[matches] = pattern;
                beginnings[matches++] = begins;
            }
            return begins;
        }

        private void word(int from, int place) {
            List<Integer> here = new ArrayList<>(2);
            for (int i = 0; i < matches; i++) {
                if ((beginnings[i] >>> place & 1) != 0) {
                    here.add(matching[i]);
                }
            }
            if (here.size() > 1) {
                sort(here, words.get(from + place).form());
            }
            for (int pattern : here) {
                add(soundings.get(pattern), from + place);
            }
        }

        /** Patterns that a short beginning of the word begins stand first, those that the whole word begins last. */
        private void sort(List<Integer> here, String form) {
            int[] letters = new int[here.size()];
            Arrays.fill(letters, WordTree.WHOLE);
            sets.find(form, (set, length) -> {
                for (int i = 0; i < letters.length; i++) {
                    if (starts[here.get(i)] == set) {
                        letters[i] = Math.min(letters[i], length);
                    }
                }
            });
            List<Integer> unsorted = List.copyOf(here);
            here.sort(Comparator.<Integer>comparingInt(pattern -> letters[unsorted.indexOf(pattern)])
                    .thenComparingInt(pattern -> pattern));
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
