package org.amends.language.cue;

import java.util.List;

/**
 * A pattern worked out for all places of a window at once. A set of places is the bits of a number: bit 0 is the place before the
 * window's first word, bit 1 the place between the first word and the second, and so on.
 */
sealed interface Places {

    /** The most words of a window: with the place behind its last word they fill the bits of a long. */
    int WIDEST = Long.SIZE - 1;

    /** From which places a match leads to one of these. */
    long before(long these, Window window);

    /** A word of a set. */
    record OfSet(int set) implements Places {
        @Override
        public long before(long these, Window window) {
            return these >>> 1 & window.places(set);
        }
    }

    /** Up to {@link Phrase#LONGEST_GAP} words of any kind. */
    record OfGap() implements Places {
        @Override
        public long before(long these, Window window) {
            long before = these;
            for (int words = 1; words <= Phrase.LONGEST_GAP; words++) {
                before |= these >>> words;
            }
            return before;
        }
    }

    /** The beginning or the end of a sentence. */
    record OfEdge(boolean beginning) implements Places {
        @Override
        public long before(long these, Window window) {
            return these & (beginning ? window.beginning() : window.end());
        }
    }

    /** One of several; all of it may be absent if it is optional. */
    record OfChoices(List<Places> choices, boolean optional) implements Places {
        @Override
        public long before(long these, Window window) {
            long before = optional ? these : 0;
            for (int i = 0; i < choices.size(); i++) {
                before |= choices.get(i).before(these, window);
            }
            return before;
        }
    }

    /** One after another. */
    record OfRow(List<Places> parts) implements Places {
        @Override
        public long before(long these, Window window) {
            long before = these;
            for (int i = parts.size() - 1; i >= 0 && before != 0; i--) {
                before = parts.get(i).before(before, window);
            }
            return before;
        }
    }
}
