package org.amends.language.cue;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The patterns of a language worked out for all places of a window at once. A set of places is the bits of a number: bit 0 is the
 * place before the window's first word, bit 1 the place between the first word and the second, and so on. All patterns stand in one
 * row of numbers, since to look for objects in memory takes longer than to work them out.
 */
final class Places {

    /** The most words of a window: with the place behind its last word they fill the bits of a long. */
    static final int WIDEST = Long.SIZE - 1;

    /** What a part is; behind it stand the number of its parts and these. A set of words stands as the complement of its number. */
    private static final int ROW = 0;

    private static final int CHOICE = 1;
    private static final int OPTIONAL = 2;
    private static final int GAP = 3;
    private static final int BEGINNING = 4;
    private static final int END = 5;

    private final int[] row;

    private Places(int[] row) {
        this.row = row;
    }

    /**
     * From which places a match of a part leads to one of these.
     *
     * @param part where it stands in the row
     */
    long before(int part, long these, Window window) {
        if (part < 0) {
            return these >>> 1 & window.places(~part);
        }
        int kind = row[part];
        if (kind == ROW) {
            return beforeRow(part, these, window);
        }
        if (kind == CHOICE) {
            return beforeChoice(part, 0, these, window);
        }
        if (kind == OPTIONAL) {
            return beforeChoice(part, these, these, window);
        }
        if (kind == GAP) {
            return beforeGap(these);
        }
        return these & (kind == BEGINNING ? window.beginning() : window.end());
    }

    /** One after another. */
    private long beforeRow(int part, long these, Window window) {
        int first = part + 2;
        long before = these;
        for (int i = first + row[part + 1] - 1; i >= first && before != 0; i--) {
            int of = row[i];
            before = of < 0 ? before >>> 1 & window.places(~of) : before(of, before, window);
        }
        return before;
    }

    /** One of several. */
    private long beforeChoice(int part, long absent, long these, Window window) {
        long before = absent;
        int behind = part + 2 + row[part + 1];
        for (int i = part + 2; i < behind; i++) {
            before |= before(row[i], these, window);
        }
        return before;
    }

    /** Up to {@link Phrase#LONGEST_GAP} words of any kind. */
    private static long beforeGap(long these) {
        long before = these;
        for (int words = 1; words <= Phrase.LONGEST_GAP; words++) {
            before |= these >>> words;
        }
        return before;
    }

    /** Patterns being put into a row. What is defined once and used in many patterns stands there once. */
    static final class Growing {

        /** About so many parts do the patterns of a language have. */
        private static final int USUAL = 8_000;

        private static final int SOME = 1 << 10;

        private final WordSets sets;
        private final IdentityHashMap<Phrase, Integer> known = new IdentityHashMap<>(USUAL);
        private int[] row = new int[SOME];
        private int end;

        Growing(WordSets sets) {
            this.sets = sets;
        }

        /** Puts a pattern into the row, and says where it stands. */
        int add(Phrase phrase) {
            Integer before = known.get(phrase);
            if (before != null) {
                return before;
            }
            int part = switch (phrase) {
                case Phrase.Single word -> ~sets.number(word);
                case Phrase.AnyOf words -> ~sets.number(words);
                case Phrase.Figures figures -> ~sets.number(figures);
                case Phrase.Gap gap -> put(GAP, List.of());
                case Phrase.Edge(boolean beginning) -> put(beginning ? BEGINNING : END, List.of());
                case Phrase.OneOf(List<Phrase> choices, boolean optional) -> put(optional ? OPTIONAL : CHOICE, choices);
                case Phrase.Row(List<Phrase> parts) -> put(ROW, parts);
            };
            known.put(phrase, part);
            return part;
        }

        private int put(int kind, List<Phrase> of) {
            int[] parts = of.stream().mapToInt(this::add).toArray();
            int at = end;
            end += 2 + parts.length;
            if (end > row.length) {
                row = Arrays.copyOf(row, 2 * end);
            }
            row[at] = kind;
            row[at + 1] = parts.length;
            System.arraycopy(parts, 0, row, at + 2, parts.length);
            return at;
        }

        /** All that was put there. */
        Places grown() {
            return new Places(Arrays.copyOf(row, end));
        }
    }
}
