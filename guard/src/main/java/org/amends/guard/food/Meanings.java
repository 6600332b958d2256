package org.amends.guard.food;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a word may stand for in each language: known words, the likeliest first; several in a row where it is
 * written together.
 */
public final class Meanings {

    private static final int[][] NONE = {};
    private static final int[] NO_WORD = {};

    /** Misread letters are only looked for in words that are long enough to be told from others. */
    private static final int SHORTEST_MISREAD = 7;

    /** Longer ones are not words. */
    private static final int LONGEST = 40;

    private final int[][][] byLanguage;
    private final boolean known;
    private final boolean guessed;
    private final int functionWordIn;

    private Meanings(int[][][] byLanguage, boolean known, boolean guessed, int functionWordIn) {
        this.byLanguage = byLanguage;
        this.known = known;
        this.guessed = guessed;
        this.functionWordIn = functionWordIn;
    }

    static Meanings of(String word, List<Lexicon> lexicons) {
        int[][][] found = new int[lexicons.size()][][];
        boolean any = false;
        int functionWordIn = 0;
        for (int i = 0; i < found.length; i++) {
            functionWordIn |= lexicons.get(i).isFunctionWord(word) ? 1 << i : 0;
            int[] ids = lexicons.get(i).lookUp(word);
            found[i] = ids.length == 0 ? NONE : new int[][] {ids};
            any |= ids.length > 0;
        }
        if (any) {
            return new Meanings(found, true, false, functionWordIn);
        }
        if (word.length() > LONGEST || isNumber(word)) {
            return new Meanings(found, false, false, 0);
        }
        return together(word, lexicons, found);
    }

    private static Meanings together(String word, List<Lexicon> lexicons, int[][][] found) {
        boolean any = false;
        for (int i = 0; i < found.length; i++) {
            found[i] = lexicons.get(i).parts(word);
            any |= found[i].length > 0;
        }
        return any ? new Meanings(found, true, false, 0) : misread(word, lexicons, found);
    }

    /** As a scanner misreads: figures in the place of letters, or one letter for another. */
    private static Meanings misread(String word, List<Lexicon> lexicons, int[][][] found) {
        boolean any = false;
        for (int i = 0; i < found.length; i++) {
            String right = rightened(word, lexicons.get(i));
            if (right != null) {
                int[] ids = lexicons.get(i).lookUp(right);
                found[i] = ids.length == 0 ? NONE : new int[][] {ids};
                any |= ids.length > 0;
            }
        }
        // A figure amid letters can hardly be anything else than the letter that looks like it.
        return new Meanings(found, any, any && !hasFigure(word), 0);
    }

    private static @Nullable String rightened(String word, Lexicon lexicon) {
        if (hasFigure(word)) {
            for (String letters : lexicon.language() == Language.RU ? cyrillic(word) : latin(word)) {
                if (lexicon.lookUp(letters).length > 0) {
                    return letters;
                }
            }
            return null;
        }
        return word.length() < SHORTEST_MISREAD ? null : lexicon.nearest(word);
    }

    private static List<String> latin(String word) {
        String letters = word.replace('0', 'o')
                .replace('5', 's')
                .replace('8', 'b')
                .replace('3', 'e')
                .replace('4', 'a');
        return List.of(letters.replace('1', 'l'), letters.replace('1', 'i'));
    }

    private static List<String> cyrillic(String word) {
        return List.of(
                word.replace('0', 'о').replace('3', 'з').replace('6', 'б').replace('4', 'ч'));
    }

    private static boolean hasFigure(String word) {
        return word.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether it has nothing but figures. */
    static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether any language knows it. */
    public boolean isKnown() {
        return known;
    }

    /** Whether it is only known by assuming a misread letter. */
    public boolean isGuessed() {
        return guessed;
    }

    /** How many words it stands for in a language; 0 where the language does not know it. */
    public int size(Language language) {
        return byLanguage[language.ordinal()].length;
    }

    /** Whether a language knows it as an article or a preposition. */
    public boolean isFunctionWord(Language language) {
        return (functionWordIn & 1 << language.ordinal()) != 0;
    }

    /** The words that its part of this number may be. */
    public int[] part(Language language, int number) {
        int[][] parts = byLanguage[language.ordinal()];
        return number < parts.length ? parts[number] : NO_WORD;
    }
}
