package org.amends.guard.food;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text as a row of words, in the one spelling in which words are compared: lower case, without accents; an apostrophe or a
 * hyphen parts words; the number of an additive is one word, {@code e322}, however it is written.
 */
public final class Words {

    /** Letters up to here are folded by table. */
    private static final int TABLE = 0x530;

    /** Longer words with figures are no codes of vitamins or additives. */
    private static final int LONGEST_CODE = 6;

    private static final char[] FOLDED = new char[TABLE];
    private static final Pattern NUMBER = Pattern.compile("1?[1-9]\\d{2}[a-h]?(?:i{1,3}|iv|vi{0,3})?");
    private static final Pattern ADDITIVE = Pattern.compile("(?:e|ins|sin|е)1?[1-9]\\d{2}[a-h]?(?:i{1,3}|iv|vi{0,3})?");
    private static final Pattern ROMAN = Pattern.compile("i{1,3}|iv|vi{0,3}");
    private static final Pattern PARTS = Pattern.compile("(?:e|ins|sin|е)(\\d+[a-h]?).*");

    static {
        for (char c = 0; c < TABLE; c++) {
            FOLDED[c] = fold(c);
        }
    }

    private Words() {}

    private static char fold(char c) {
        if (!Character.isLetterOrDigit(c)) {
            return 0;
        }
        char first = Normalizer.normalize(String.valueOf(Character.toLowerCase(c)), Normalizer.Form.NFKD)
                .charAt(0);
        return switch (first) {
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'đ' -> 'd';
            default -> first;
        };
    }

    /** The letter or digit as it is compared; 0 for everything else. */
    public static char folded(char c) {
        if (c < TABLE) {
            return FOLDED[c];
        }
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }

    /** The words of a text, in order. */
    public static List<Word> of(String text) {
        return of(text, 0, text.length());
    }

    /** The words of a part of a text, in order. */
    public static List<Word> of(String text, int from, int to) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = from;
        for (int i = from; i <= to; i++) {
            char c = i < to ? text.charAt(i) : ' ';
            if (word.isEmpty()) {
                start = i;
            }
            if (!append(word, readsAsL(text, i, start) ? 'l' : c) && !word.isEmpty()) {
                add(words, new Word(inOneScript(word), start, i));
                word.setLength(0);
            }
        }
        return words;
    }

    /** A capital I inside a word in small letters is a small L that a scanner misread. */
    private static boolean readsAsL(String text, int i, int start) {
        if (i >= text.length() || text.charAt(i) != 'I' || i == start) {
            return false;
        }
        int before = i - 1;
        while (before > start && text.charAt(before) == 'I') {
            before--;
        }
        return Character.isLowerCase(text.charAt(before));
    }

    /** Letters of two scripts that look alike: a word with Cyrillic letters is Cyrillic, one with figures is not. */
    private static String inOneScript(StringBuilder word) {
        boolean cyrillic = false;
        boolean latin = false;
        boolean figure = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            cyrillic |= c >= '\u0400';
            latin |= c >= 'a' && c <= 'z';
            figure |= isDigit(c);
        }
        if (cyrillic && latin) {
            translate(word, "aceopxykmthb", "асеорхукмтнв");
        } else if (cyrillic && figure && word.length() <= LONGEST_CODE) {
            translate(word, "асеорхукмтнв", "aceopxykmthb");
        }
        return word.toString();
    }

    private static void translate(StringBuilder word, String from, String to) {
        for (int i = 0; i < word.length(); i++) {
            int at = from.indexOf(word.charAt(i));
            if (at >= 0) {
                word.setCharAt(i, to.charAt(at));
            }
        }
    }

    /** Adds a word; joins it to the one before where both write the number of one additive. */
    private static void add(List<Word> words, Word word) {
        char first = word.text().charAt(0);
        Word before = words.isEmpty() ? null : words.getLast();
        if (before != null
                && isDigit(first)
                && isPrefix(before.text())
                && NUMBER.matcher(word.text()).matches()) {
            words.set(words.size() - 1, new Word(additive("e" + word.text()), before.start(), word.end()));
        } else if (before != null
                && (first == 'i' || first == 'v')
                && isAdditive(before.text())
                && ROMAN.matcher(word.text()).matches()) {
            words.set(words.size() - 1, new Word(before.text(), before.start(), word.end()));
        } else if (mayBeAdditive(word.text()) && ADDITIVE.matcher(word.text()).matches()) {
            words.add(new Word(additive(word.text()), word.start(), word.end()));
        } else {
            words.add(word);
        }
    }

    /** A quick look before the exact one: nearly all words are none. */
    private static boolean mayBeAdditive(String word) {
        return word.length() >= 4 && isDigit(word.charAt(word.charAt(0) == 'i' || word.charAt(0) == 's' ? 3 : 1));
    }

    /** In Cyrillic too: the letters look alike. */
    private static boolean isPrefix(String word) {
        return word.equals("e") || word.equals("е") || word.equals("ins") || word.equals("sin");
    }

    private static boolean isAdditive(String word) {
        return word.length() >= 4 && word.charAt(0) == 'e' && isDigit(word.charAt(1));
    }

    private static String additive(String word) {
        return PARTS.matcher(word).replaceFirst("e$1");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Adds a letter to a word in the spelling of comparison; false where the character ends the word. */
    private static boolean append(StringBuilder word, char c) {
        if (isMark(c)) {
            return !word.isEmpty();
        }
        char folded = folded(c);
        switch (folded) {
            case 0 -> {
                return false;
            }
            case 'œ' -> word.append("oe");
            case 'æ' -> word.append("ae");
            case 'ß' -> word.append("ss");
            default -> word.append(folded);
        }
        return true;
    }

    /** Accents that stand alone, soft hyphens and their like belong to the letter before. */
    private static boolean isMark(char c) {
        return c == '\u00AD' || c == '\u200B' || c == '\u200D' || (c >= '\u0300' && c < '\u0370');
    }
}
