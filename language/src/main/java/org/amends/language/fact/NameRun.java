package org.amends.language.fact;

import java.util.Map;
import java.util.Set;

/** Follows a name through a text: capital letters, initials, particles, hyphens and apostrophes, up to what cannot belong to a name. */
final class NameRun {

    static final Map<String, Set<String>> LISTS = Lexicon.read("person-words.txt");
    private static final Set<String> STOPS = Lexicon.list(LISTS, "stops");
    private static final Set<String> COMPANIES = Lexicon.list(LISTS, "companies");
    private static final Set<String> STREETS = Lexicon.list(LISTS, "streets");
    private static final Set<String> PARTICLES = Lexicon.words(
            "de del la las los van von der den ter ten da das dos do di le el al bin ben ibn bint y e du des of ould af zu ap oğlu оглы кызы");

    /** The most words a name has. */
    private static final int MOST = 6;

    private final Tokens tokens;

    NameRun(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the piece can be a word of a name: a capital letter, and no word that begins sentences or is called otherwise. */
    boolean word(int i) {
        boolean elided = tokens.length(i) == 1 && tokens.sign(i + 1, "'’") && tokens.capital(i + 2);
        boolean begins = tokens.capital(i) && !tokens.taken(i) && (elided || !STOPS.contains(tokens.form(i)));
        return begins && !(tokens.glued(i + 1) && tokens.number(i + 1)) && !tokens.camel(i);
    }

    /** Whether the piece is a letter with a point, which stands for a name. */
    boolean initial(int i) {
        return tokens.capital(i)
                && tokens.length(i) == 1
                && tokens.sign(i + 1, ".")
                && tokens.glued(i + 1)
                && !tokens.taken(i);
    }

    /** Whether a word follows that shows a company or a street: "Martin & Sons", "Baker Street". */
    boolean business(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (COMPANIES.contains(tokens.form(i)) || STREETS.contains(tokens.form(i))) {
                return true;
            }
        }
        boolean joined = tokens.sign(end, "&+") && (tokens.capital(end + 1) || tokens.spaced(end + 1));
        boolean next = tokens.sameLine(end)
                && (COMPANIES.contains(tokens.form(end)) || STREETS.contains(tokens.form(end)))
                && tokens.capital(end);
        return joined || next;
    }

    /** Behind the last word of the name that begins at a piece. */
    int end(int from) {
        int end = initial(from) ? from + 2 : from + 1;
        int words = 1;
        boolean shouted = tokens.capitals(from) && tokens.length(from) > 1;
        while (words < MOST) {
            int next = next(end, shouted);
            if (next < 0) {
                break;
            }
            end = next;
            words++;
        }
        return end;
    }

    private int next(int end, boolean shouted) {
        boolean joint = tokens.sign(end, "-‑'’") && tokens.glued(end) && tokens.glued(end + 1);
        if (joint
                && tokens.word(end + 1)
                && (tokens.capital(end + 1)
                        || (tokens.sign(end, "-") && tokens.length(end + 1) <= 3 && tokens.glued(end + 2)))) {
            return end + 2;
        }
        if (!tokens.spaced(end)) {
            return -1;
        }
        if (initial(end)) {
            return end + 2;
        }
        if (word(end) && !tokens.glued(end)) {
            boolean widow = tokens.is(end, "vda") && tokens.sign(end + 1, ".");
            boolean acronym = !shouted && tokens.capitals(end) && tokens.length(end) > 1 && tokens.length(end) < 4;
            return widow ? end + 2 : acronym ? -1 : end + 1;
        }
        int at = end;
        while (at < end + 3 && PARTICLES.contains(tokens.form(at)) && tokens.spaced(at + 1) && !tokens.taken(at)) {
            at++;
        }
        boolean particle = at > end && word(at) && tokens.spaced(at) && !tokens.is(end, "y") && !tokens.is(end, "e");
        return particle && (!tokens.capitals(at) || shouted) ? at + 1 : -1;
    }
}
