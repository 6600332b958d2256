package org.amends.language.cue;

import java.util.Arrays;
import java.util.List;
import org.amends.language.text.Word;
import org.amends.language.text.WordTree;

/** Some words of one sentence, and where among them the words of each set stand. It is moved along a message. */
final class Window {

    private static final int USUALLY_FILLED = 256;

    private final List<Word> words;
    private final WordTree sets;
    private final long[] places;
    private final WordTree.Found fill = this::fill;
    private int[] filled = new int[USUALLY_FILLED];
    private int fills;
    private int from;
    private int to;
    private long place;
    private long beginning;
    private long end;

    /**
     * A window.
     *
     * @param sets by word, the sets to which it belongs
     * @param places room for the places of each set, all 0
     */
    Window(List<Word> words, WordTree sets, long[] places) {
        this.words = words;
        this.sets = sets;
        this.places = places;
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
        clear();
        from = first;
        to = behind;
        beginning = begins ? 1 : 0;
        end = ends ? 1L << (behind - first) : 0;
        for (int i = first; i < behind; i++) {
            place = 1L << (i - first);
            sets.find(words.get(i).form(), fill);
        }
    }

    /** Sees no words any more, and leaves its room as it was. */
    void clear() {
        for (int i = 0; i < fills; i++) {
            places[filled[i]] = 0;
        }
        fills = 0;
    }

    private void fill(int set, int letters) {
        if (places[set] == 0) {
            if (fills == filled.length) {
                filled = Arrays.copyOf(filled, 2 * fills);
            }
            filled[fills++] = set;
        }
        places[set] |= place;
    }

    /** How many sets have a word here. */
    int present() {
        return fills;
    }

    /** One of the sets that have a word here. */
    int present(int i) {
        return filled[i];
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
