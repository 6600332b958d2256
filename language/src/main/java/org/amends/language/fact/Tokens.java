package org.amends.language.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;
import org.amends.language.text.Words;
import org.jspecify.annotations.Nullable;

/** A text as a row of pieces, with a note of which ones have been understood. Positions outside the row are answered with "no". */
final class Tokens {

    private final String text;
    private final Language language;
    private final List<Token> split = new ArrayList<>();
    private final Token[] tokens;
    private final BitSet taken = new BitSet();
    private @Nullable Map<String, Integer> countryVotes;

    Tokens(String text, Language language) {
        this.text = text;
        this.language = language;
        split();
        this.tokens = split.toArray(Token[]::new);
    }

    private void split() {
        int i = 0;
        Token.Gap gap = Token.Gap.LINE;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028') {
                gap = Token.Gap.LINE;
                i++;
            } else if (blank(c)) {
                gap = gap == Token.Gap.LINE ? gap : Token.Gap.SPACE;
                i++;
            } else {
                int end = add(i, gap);
                gap = Token.Gap.NONE;
                i = end;
            }
        }
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff' || c == '\u2060';
    }

    private int add(int from, Token.Gap gap) {
        char c = text.charAt(from);
        int end = from + 1;
        if (Character.isDigit(c)) {
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            split.add(new Token(Token.Kind.NUMBER, digits(from, end), from, end, gap));
        } else if (letter(c)) {
            while (end < text.length() && (letter(text.charAt(end)) || mark(text.charAt(end)))) {
                end++;
            }
            split.add(new Token(Token.Kind.WORD, folded(from, end), from, end, gap));
        } else {
            split.add(new Token(Token.Kind.SIGN, String.valueOf(c), from, end, gap));
        }
        return end;
    }

    private static boolean letter(char c) {
        return Words.folded(c) != 0 && !Character.isDigit(c) && c != 'º' && c != 'ª';
    }

    private static boolean mark(char c) {
        return c >= '\u0300' && c <= '\u036f';
    }

    private String digits(int from, int end) {
        StringBuilder form = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            form.append((char) ('0' + Character.digit(text.charAt(i), 10)));
        }
        return form.toString();
    }

    private String folded(int from, int end) {
        StringBuilder form = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (!mark(c)) {
                form.append(Words.folded(c));
            }
        }
        return form.toString();
    }

    Language language() {
        return language;
    }

    /** The code of the country that the text points to; null if it points to none. */
    @Nullable
    String country() {
        return countryAmong(Set.of());
    }

    /** The code of the country among some that the text points to most; null if it points to none of them. */
    @Nullable
    String countryAmong(Set<String> countries) {
        Map<String, Integer> votes = countryVotes;
        if (votes == null) {
            votes = Countries.votes(this);
            countryVotes = votes;
        }
        return Countries.best(votes, countries);
    }

    int size() {
        return tokens.length;
    }

    Token get(int i) {
        return tokens[i];
    }

    private boolean has(int i) {
        return i >= 0 && i < tokens.length;
    }

    /** The compared form of a piece; empty outside the row. */
    String form(int i) {
        return has(i) ? tokens[i].form() : "";
    }

    boolean is(int i, String form) {
        return form(i).equals(form);
    }

    boolean word(int i) {
        return has(i) && tokens[i].kind() == Token.Kind.WORD;
    }

    boolean number(int i) {
        return has(i) && tokens[i].kind() == Token.Kind.NUMBER;
    }

    boolean sign(int i) {
        return has(i) && tokens[i].kind() == Token.Kind.SIGN;
    }

    /** Whether the piece is a sign and one of those given. */
    boolean sign(int i, String signs) {
        return sign(i) && signs.indexOf(form(i).charAt(0)) >= 0;
    }

    /** Whether nothing stands between the piece and the one before it. */
    boolean glued(int i) {
        return has(i) && tokens[i].gap() == Token.Gap.NONE;
    }

    /** Whether the piece stands on the line of the one before it. */
    boolean sameLine(int i) {
        return has(i) && tokens[i].gap() != Token.Gap.LINE;
    }

    /** Whether a space, and nothing else, stands before the piece on its line. */
    boolean spaced(int i) {
        return has(i) && tokens[i].gap() == Token.Gap.SPACE;
    }

    /** Whether the piece is a single letter and three digits or more follow without a space, as in "19P0044". */
    boolean between(int i) {
        return word(i) && length(i) == 1 && number(i + 1) && glued(i + 1) && length(i + 1) > 2;
    }

    /** How many characters the compared form has. */
    int length(int i) {
        return form(i).length();
    }

    /** Whether the piece is a word that begins with a capital letter. */
    boolean capital(int i) {
        return word(i) && Character.isUpperCase(text.charAt(tokens[i].start()));
    }

    /** Whether the piece is a word of capital letters alone. */
    boolean capitals(int i) {
        if (!word(i)) {
            return false;
        }
        Token token = tokens[i];
        for (int k = token.start(); k < token.end(); k++) {
            if (Character.isLowerCase(text.charAt(k))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a small letter stands before a capital one in the word, as in names of users and brands; "McKay" and the like are none. */
    boolean camel(int i) {
        Token token = tokens[i];
        for (int k = token.start() + 4; k < token.end(); k++) {
            if (Character.isUpperCase(text.charAt(k)) && Character.isLowerCase(text.charAt(k - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the piece begins with a letter of the Latin alphabet. */
    boolean latin(int i) {
        return word(i) && form(i).charAt(0) <= 'z';
    }

    /** Whether a capital letter stands behind a small one anywhere in the word. */
    boolean capitalInside(int i) {
        Token token = tokens[i];
        for (int k = token.start() + 1; k < token.end(); k++) {
            if (Character.isUpperCase(text.charAt(k)) && Character.isLowerCase(text.charAt(k - 1))) {
                return true;
            }
        }
        return false;
    }

    /** What is written from one piece to the one before another. */
    String literal(int from, int to) {
        return text.substring(tokens[from].start(), tokens[to - 1].end());
    }

    Span span(int from, int to) {
        return new Span(tokens[from].start(), tokens[to - 1].end());
    }

    void take(int from, int to) {
        taken.set(from, to);
    }

    boolean taken(int i) {
        return taken.get(i);
    }

    /** Whether none of the pieces has been understood. */
    boolean free(int from, int to) {
        int next = taken.nextSetBit(from);
        return next < 0 || next >= to;
    }

    /** Whether the piece begins a sentence, a line or quoted speech. */
    boolean opensSentence(int i) {
        int k = i;
        while (k > 0 && i - k < 6 && sameLine(k) && sign(k - 1, "\"«“„(¡¿>*•—–")) {
            k--;
        }
        return k == 0 || !sameLine(k) || sign(k - 1, ".!?…:");
    }
}
