package org.amends.language.fact;

import java.util.Set;

/** Finds the name with which a message is signed: the last lines, what follows the closing words, the end of the last line. */
final class Signature {

    /** Receives the first piece of a name and the one behind it. */
    @FunctionalInterface
    interface Found {
        void name(int from, int end);
    }

    private static final Set<String> CLOSINGS = Lexicon.list(NameRun.LISTS, "closings");
    private static final Set<String> CITIES = Lexicon.list(NameRun.LISTS, "cities");
    private static final Set<String> BRANDS = Lexicon.list(NameRun.LISTS, "brands");
    private static final Set<String> TITLES = Lexicon.list(NameRun.LISTS, "titles");
    private static final Set<String> STREETS = Lexicon.list(NameRun.LISTS, "streets_before");
    private static final Set<String> ROLES = Lexicon.list(NameRun.LISTS, "roles");

    /** How many lines from the end may be the one that is signed. */
    private static final int LAST_LINES = 5;

    /** How far before a name its closing words stand. */
    private static final int REACH = 5;

    private final Tokens tokens;
    private final NameRun run;

    Signature(Tokens tokens, NameRun run) {
        this.tokens = tokens;
        this.run = run;
    }

    void find(Found found) {
        int lines = 0;
        for (int i = tokens.size() - 1; i > 0 && lines < LAST_LINES; i--) {
            if (!tokens.sameLine(i)) {
                lines++;
            }
        }
        boolean signed = false;
        for (int i = start(lines); i < tokens.size(); i++) {
            if (!tokens.sameLine(i)) {
                signed |= i > 0 && line(i, signed, found);
            }
        }
        closed(found);
        if (!signed) {
            tail(found);
        }
    }

    private int start(int lines) {
        int seen = 0;
        int i = tokens.size() - 1;
        while (i > 0) {
            if (!tokens.sameLine(i) && ++seen == lines) {
                return i;
            }
            i--;
        }
        return Math.max(i, 0);
    }

    /** A line that is a name, alone or before a comma, a bracket or a dash. */
    private boolean line(int i, boolean signed, Found found) {
        int at = tokens.sign(i, "-–—*~") ? i + 1 : i;
        at = titleless(at);
        if (!begins(at)) {
            return false;
        }
        int end = run.end(at);
        boolean whole = !tokens.sameLine(end);
        boolean tail = whole || tokens.sign(end, ",(-–—/|.");
        boolean known = GivenNames.known(tokens.form(at));
        boolean several = words(at, end) > 1;
        boolean closing = closingBefore(i);
        boolean last = lastLine(i);
        boolean enough =
                known || closing || (several && !signed) || (last && whole && !signed && tokens.is(i - 1, ","));
        if (!tail
                || !enough
                || (signed && !known)
                || (!whole && !several && !closing && !brief(end))
                || unfit(at, end)) {
            return false;
        }
        found.name(at, end);
        return true;
    }

    /** Whether what follows on the line is no sentence. */
    private boolean brief(int end) {
        int words = 0;
        for (int i = end; tokens.sameLine(i); i++) {
            words += tokens.word(i) ? 1 : 0;
        }
        return words <= 4;
    }

    private int titleless(int i) {
        int at = i;
        while (tokens.sameLine(at + 1)
                && (TITLES.contains(tokens.form(at))
                        || (ROLES.contains(tokens.form(at)) && !GivenNames.known(tokens.form(at))))) {
            at = tokens.sign(at + 1, ".") ? at + 2 : at + 1;
        }
        return at;
    }

    private boolean begins(int i) {
        return (run.word(i) && tokens.length(i) > 1) || (run.initial(i) && run.word(i + 2));
    }

    private boolean unfit(int from, int end) {
        boolean shouted = tokens.capitals(from)
                && tokens.capitals(from + 1)
                && !GivenNames.known(tokens.form(from))
                && tokens.length(from) > 1;
        boolean letter = tokens.length(from - 2) == 1 && !tokens.capital(from - 2);
        boolean town = tokens.is(from - 1, ".") && (letter || STREETS.contains(tokens.form(from - 2)));
        if (shouted || town) {
            return true;
        }
        boolean place = CITIES.contains(tokens.form(from)) || BRANDS.contains(tokens.form(from));
        boolean acronym = tokens.capitals(from)
                && tokens.length(from) > 1
                && !GivenNames.known(tokens.form(from))
                && end == from + 1;
        return place || acronym || run.business(from, end);
    }

    private int words(int from, int end) {
        int words = 0;
        for (int i = from; i < end; i++) {
            words += tokens.word(i) && !(i > from && tokens.glued(i)) ? 1 : 0;
        }
        return words;
    }

    private boolean lastLine(int i) {
        for (int k = i + 1; k < tokens.size(); k++) {
            if (!tokens.sameLine(k)) {
                return false;
            }
        }
        return true;
    }

    private boolean closingBefore(int i) {
        for (int k = i - 1; k >= 0 && k >= i - REACH; k--) {
            if (CLOSINGS.contains(tokens.form(k))) {
                return true;
            }
        }
        return false;
    }

    /** "Regards, Rajesh Nair", "С уважением, Тимур Ахметжанов", on one line. */
    private void closed(Found found) {
        for (int i = 1; i < tokens.size(); i++) {
            boolean pause = tokens.sign(i - 1, ",.!-–—") && !tokens.glued(i);
            if (pause && !tokens.taken(i) && tokens.sameLine(i) && closingBefore(i)) {
                int at = titleless(i);
                if (begins(at) && closes(at, run.end(at)) && !unfit(at, run.end(at))) {
                    found.name(at, run.end(at));
                }
            }
        }
    }

    /** Whether the text or the line ends soon behind a name. */
    private boolean closes(int from, int end) {
        boolean stop = !tokens.sameLine(end) || tokens.sign(end, ",.(!-–—|/");
        boolean thanked = tokens.sign(from - 1, ",") && CLOSINGS.contains(tokens.form(from - 2));
        return stop && brief(end) && (thanked || GivenNames.known(tokens.form(from)) || words(from, end) > 1);
    }

    /** The last words of the text behind the end of a sentence: "... today. Jhon Fredy Agudelo". */
    private void tail(Found found) {
        int i = tokens.size() - 1;
        int steps = 0;
        while (i > 0 && steps < 16 && !boundary(i)) {
            i--;
            steps++;
        }
        if (!boundary(i)) {
            return;
        }
        int at = titleless(i);
        if (!begins(at) || tokens.taken(at)) {
            return;
        }
        int end = run.end(at);
        boolean whole =
                end >= tokens.size() || tokens.sign(end, ",(") || (tokens.sign(end, ".") && end + 1 >= tokens.size());
        boolean bare = end >= tokens.size() && tokens.length(at) > 2 && tokens.sign(at - 1, ".!?…");
        if (whole && (words(at, end) > 1 || bare || GivenNames.known(tokens.form(at))) && !unfit(at, end)) {
            found.name(at, end);
        }
    }

    private boolean boundary(int i) {
        boolean initial = tokens.sign(i - 1, ".") && tokens.length(i - 2) == 1 && tokens.capital(i - 2);
        return (tokens.sign(i - 1, ".!?…)»\"”—–;") || !tokens.sameLine(i))
                && !tokens.glued(i)
                && !initial
                && !tokens.sign(i);
    }
}
