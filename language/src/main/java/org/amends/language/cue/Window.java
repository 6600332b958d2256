package org.amends.language.cue;

import java.util.ArrayList;
import java.util.List;
import org.amends.language.text.Word;

/** Some words of one sentence, and where among them the words of each set stand. It is moved along a message. */
final class Window {

    private final List<Word> words;
    private final WordSets sets;
    private final long[] places;
    private final List<Integer> filled = new ArrayList<>();
    private final List<Integer> found = new ArrayList<>();
    private int from;
    private int to;
    private long beginning;
    private long end;

    Window(List<Word> words, WordSets sets) {
        this.words = words;
        this.sets = sets;
        this.places = new long[sets.size()];
    }

    /**
     * Moves it.
     *
     * @param first the first of its words
     * @param behind behind the last of them
     * @param begins whether the sentence begins with the first
     * @param ends whether the sentence ends with the last
     */
    void move(int first, int behind, boolean begins, boolean ends) {
        for (int set : filled) {
            places[set] = 0;
        }
        filled.clear();
        from = first;
        to = behind;
        beginning = begins ? 1 : 0;
        end = ends ? 1L << (behind - first) : 0;
        for (int i = first; i < behind; i++) {
            fill(i);
        }
    }

    private void fill(int word) {
        found.clear();
        sets.find(words.get(word).form(), found);
        long place = 1L << (word - from);
        for (int i = 0; i < found.size(); i++) {
            int set = found.get(i);
            if (places[set] == 0) {
                filled.add(found.get(i));
            }
            places[set] |= place;
        }
    }

    /** The place before the first word and those behind each of the words. */
    long all() {
        return -1L >>> (Places.WIDEST - (to - from));
    }

    /** The places before the words of a set. */
    long places(int set) {
        return places[set];
    }

    /** The place where the sentence begins, if it begins here. */
    long beginning() {
        return beginning;
    }

    /** The place where the sentence ends, if it ends here. */
    long end() {
        return end;
    }
}
