package org.amends.language.text;

import java.util.Arrays;

/**
 * Finds the numbers that are kept under a word, or under the beginning of a word: a tree of letters in a few rows of numbers.
 * Safe for use by many threads.
 */
public final class WordTree {

    /** What is told of each number that is found. */
    @FunctionalInterface
    public interface Found {

        /**
         * A number is kept under a word.
         *
         * @param letters the length of the beginning under which it is kept; {@link #WHOLE} if it is kept under the whole word
         */
        void found(int kept, int letters);
    }

    /** More letters than any beginning has. */
    public static final int WHOLE = Integer.MAX_VALUE;

    /** By node, the letter that leads to it. The nodes below a node stand side by side. */
    private final char[] letters;

    /** By node, the first of those below it; those of the next node follow. */
    private final int[] below;

    /** By node, where begins what is kept there. */
    private final int[] keptFrom;

    /** What is kept, by node: a number for all words that begin so, its complement for the whole word. */
    private final int[] kept;

    private WordTree(Growing grown) {
        letters = new char[grown.nodes];
        below = new int[grown.nodes + 1];
        keptFrom = new int[grown.nodes + 1];
        kept = new int[grown.entries];
        int[] order = new int[grown.nodes];
        int placed = 1;
        int entries = 0;
        for (int node = 0; node < grown.nodes; node++) {
            below[node] = placed;
            for (int child = grown.first[order[node]]; child != 0; child = grown.next[child]) {
                letters[placed] = grown.letters[child];
                order[placed++] = child;
            }
            keptFrom[node] = entries;
            for (int entry = grown.firstEntry[order[node]]; entry != 0; entry = grown.nextEntry[entry]) {
                kept[entries++] = grown.kept[entry];
            }
        }
        below[grown.nodes] = placed;
        keptFrom[grown.nodes] = entries;
    }

    /** Tells what is kept under a word and under its beginnings, short beginnings first. */
    public void find(String form, Found found) {
        int node = 0;
        int length = form.length();
        for (int i = 0; i < length; i++) {
            node = below(node, form.charAt(i));
            if (node < 0) {
                return;
            }
            for (int k = keptFrom[node]; k < keptFrom[node + 1]; k++) {
                if (kept[k] >= 0) {
                    found.found(kept[k], i + 1);
                }
            }
        }
        for (int k = keptFrom[node]; k < keptFrom[node + 1]; k++) {
            if (kept[k] < 0) {
                found.found(~kept[k], WHOLE);
            }
        }
    }

    private int below(int node, char letter) {
        int end = below[node + 1];
        for (int child = below[node]; child < end; child++) {
            if (letters[child] == letter) {
                return child;
            }
        }
        return -1;
    }

    /** A tree that grows. */
    public static final class Growing {

        private static final int FEW = 1 << 10;

        private char[] letters = new char[FEW];

        /** By node, the first node below it and the next below the same; 0 for none: the root is below nothing. */
        private int[] first = new int[FEW];

        private int[] next = new int[FEW];
        private int[] firstEntry = new int[FEW];
        private int nodes = 1;

        /** Place 0 is left free, so that 0 stands for none. */
        private int[] kept = new int[FEW];

        private int[] nextEntry = new int[FEW];
        private int entries;

        /**
         * Keeps a number under a word, or under every word that begins so. What is there already is not kept twice.
         *
         * @param number from 0
         */
        public void add(String form, boolean prefix, int number) {
            int node = 0;
            for (int i = 0; i < form.length(); i++) {
                node = made(node, form.charAt(i));
            }
            int added = prefix ? number : ~number;
            int last = 0;
            for (int entry = firstEntry[node]; entry != 0; entry = nextEntry[entry]) {
                if (kept[entry] == added) {
                    return;
                }
                last = entry;
            }
            int entry = ++entries;
            if (entry == kept.length) {
                kept = Arrays.copyOf(kept, 2 * entry);
                nextEntry = Arrays.copyOf(nextEntry, 2 * entry);
            }
            kept[entry] = added;
            if (last == 0) {
                firstEntry[node] = entry;
            } else {
                nextEntry[last] = entry;
            }
        }

        private int made(int node, char letter) {
            int last = 0;
            for (int child = first[node]; child != 0; child = next[child]) {
                if (letters[child] == letter) {
                    return child;
                }
                last = child;
            }
            int made = nodes++;
            if (made == letters.length) {
                letters = Arrays.copyOf(letters, 2 * made);
                first = Arrays.copyOf(first, 2 * made);
                next = Arrays.copyOf(next, 2 * made);
                firstEntry = Arrays.copyOf(firstEntry, 2 * made);
            }
            letters[made] = letter;
            if (last == 0) {
                first[node] = made;
            } else {
                next[last] = made;
            }
            return made;
        }

        /** What has grown. */
        public WordTree grown() {
            return new WordTree(this);
        }
    }
}
