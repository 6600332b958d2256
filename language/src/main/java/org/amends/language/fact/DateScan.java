package org.amends.language.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** Finds days whose month is written as a word: "10 mars 2026", "the 3rd of May", "May 3, 2026", "primero de mayo", "5 мая с.г.". */
final class DateScan {

    private static final Set<String> ORDINAL_ENDS = Lexicon.words("st nd rd th er ero o го е ого ое re");

    /** What may stand between day and month. */
    private static final Set<String> LINKS = Lexicon.words("of de del day");

    /** Short names of months that are no abbreviations, so that a point behind them ends the sentence. */
    private static final Set<String> FULL =
            Lexicon.words("may june july mars mai juin aout mayo мая май март марта июня июля");

    private final Tokens tokens;
    private final Language language;
    private final NumericDates numeric;
    private final List<DateFact> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    DateScan(Tokens tokens, @Nullable LocalDate sent) {
        this.tokens = tokens;
        this.language = tokens.language();
        this.numeric = new NumericDates(tokens, sent);
    }

    List<DateFact> run() {
        int i = 0;
        while (i < tokens.size()) {
            int end = tokens.taken(i) ? -1 : date(i);
            i = end > i ? end : i + 1;
        }
        return found;
    }

    private int date(int i) {
        if (tokens.number(i)) {
            DateFact day = numeric.read(i);
            if (day != null) {
                return add(i, numeric.end(), day.value());
            }
            int value = tokens.length(i) <= 2 ? Integer.parseInt(tokens.form(i)) : 0;
            return value < 1 || value > 31 || insideNumber(i) ? -1 : dayFirst(i, behindDay(i + 1), value);
        }
        if (!tokens.word(i)) {
            return -1;
        }
        int month = month(i);
        if (month > 0) {
            int end = monthFirst(i, month);
            return end;
        }
        return worded(i);
    }

    private boolean insideNumber(int i) {
        return tokens.glued(i)
                && (tokens.word(i - 1) || (tokens.sign(i - 1, ".,:/-") && tokens.glued(i - 1) && tokens.number(i - 2)));
    }

    private int month(int i) {
        int month = Calendar.month(language, tokens.form(i));
        if (month == 0 && language != Language.RUSSIAN && tokens.length(i) > 2) {
            month = Calendar.month(Language.ENGLISH, tokens.form(i));
        }
        return month;
    }

    /** Behind "st", "er", "º", "-го". */
    private int behindDay(int i) {
        if (tokens.glued(i) && tokens.word(i) && ORDINAL_ENDS.contains(tokens.form(i))) {
            return i + 1;
        }
        if (tokens.glued(i) && tokens.sign(i, "º°ª")) {
            return i + 1;
        }
        boolean hyphen = tokens.sign(i, "-‑") && tokens.glued(i) && ORDINAL_ENDS.contains(tokens.form(i + 1));
        return hyphen ? i + 2 : i;
    }

    private int dayFirst(int from, int behindDay, int day) {
        int at = behindDay;
        if (tokens.glued(at) && tokens.sign(at, "-/.") && tokens.word(at + 1)) {
            at++;
        } else {
            for (int k = 0; k < 2 && (LINKS.contains(tokens.form(at)) || link(at)); k++) {
                at += tokens.is(at, "mes") || tokens.is(at, "mois") ? 2 : 1;
            }
        }
        int month = tokens.word(at) ? month(at) : 0;
        if (month == 0 || day > 31 || (tokens.length(at) < 3)) {
            return -1;
        }
        return withYear(from, at, day, month);
    }

    private boolean link(int at) {
        return (tokens.is(at, "mes") && tokens.is(at + 1, "de")) || (tokens.is(at, "mois") && tokens.is(at + 1, "de"));
    }

    private int withYear(int from, int monthAt, int day, int month) {
        int at = monthAt + 1;
        int end = at;
        boolean point =
                tokens.sign(at, ".") && tokens.glued(at) && (tokens.number(at + 1) || tokens.length(monthAt) <= 4);
        if (point && !tokens.capital(at + 1)) {
            at++;
            end = FULL.contains(tokens.form(monthAt)) || tokens.length(monthAt) > 4 ? end : at;
        }
        int yearAt = yearAt(at);
        if (yearAt > 0) {
            int year = Calendar.year(tokens.form(yearAt));
            return add(from, behindYear(yearAt + 1), Calendar.day(year, month, day));
        }
        int thisYear = thisYear(at);
        return add(from, thisYear > 0 ? thisYear : end, null);
    }

    /** Where the year stands that follows a month or a day; -1 if there is none. */
    private int yearAt(int i) {
        int at = i;
        boolean apostrophe = tokens.sign(at, "'’");
        boolean dash = tokens.sign(at, "-/") && tokens.glued(at);
        if (tokens.sign(at, ",") || apostrophe || dash) {
            at++;
        } else if (tokens.is(at, "de") || tokens.is(at, "del") || tokens.is(at, "of")) {
            at = tokens.is(at + 1, "ano") ? at + 2 : at + 1;
        }
        if (!tokens.number(at) || !tokens.sameLine(at) || Calendar.year(tokens.form(at)) == 0) {
            return -1;
        }
        boolean four = tokens.length(at) == 4;
        return four || ((apostrophe || dash) && tokens.glued(at)) ? at : -1;
    }

    /** Behind "года" or "г.". */
    private int behindYear(int i) {
        if (tokens.is(i, "года") || tokens.is(i, "году")) {
            return i + 1;
        }
        if (tokens.is(i, "г") && !tokens.capital(i)) {
            return tokens.sign(i + 1, ".") && tokens.glued(i + 1) ? i + 2 : i + 1;
        }
        return i;
    }

    /** Behind "с.г." (of this year); -1 if it is not written. */
    private int thisYear(int i) {
        boolean words = tokens.is(i, "сего") || tokens.is(i, "этого") || tokens.is(i, "текущего");
        if (words && tokens.is(i + 1, "года")) {
            return i + 2;
        }
        boolean letter = tokens.is(i, "с") || tokens.is(i, "т");
        int at = tokens.sign(i + 1, "./") ? i + 2 : i + 1;
        if (!letter || !tokens.is(at, "г")) {
            return -1;
        }
        return tokens.sign(at + 1, ".") && tokens.glued(at + 1) ? at + 2 : at + 1;
    }

    private int monthFirst(int i, int month) {
        int at = tokens.sign(i + 1, ".") && tokens.glued(i + 1) ? i + 2 : i + 1;
        at = tokens.is(at, "the") ? at + 1 : at;
        boolean reads = language == Language.ENGLISH || language == Language.SPANISH;
        if (!reads || !tokens.number(at) || !tokens.spaced(at) || tokens.length(at) > 2 || tokens.length(i) < 3) {
            return -1;
        }
        int day = Integer.parseInt(tokens.form(at));
        int end = behindDay(at + 1);
        boolean verb = end == at + 1
                && (tokens.is(i, "may") || tokens.is(i, "march") || tokens.is(i, "mar"))
                && !tokens.capital(i);
        boolean other = tokens.glued(end)
                && (tokens.sign(end, ":%$€£") || tokens.word(end) || (tokens.number(end + 1) && tokens.glued(end + 1)));
        if (day < 1 || day > 31 || verb || other) {
            return -1;
        }
        int yearAt = yearAt(end);
        return yearAt > 0
                ? add(i, yearAt + 1, Calendar.day(Calendar.year(tokens.form(yearAt)), month, day))
                : add(i, end, null);
    }

    /** "First of May", "quinze mars", "двадцать пятого мая". */
    private int worded(int i) {
        int day = Calendar.ordinal(language, tokens.form(i));
        int end = i + 1;
        if (day == 0) {
            java.math.BigDecimal number = NumberWords.value(language, tokens.form(i));
            if (number == null || number.intValue() > 30 || number.signum() == 0) {
                return -1;
            }
            day = number.intValue();
            int next = tokens.sign(end, "-") ? end + 1 : tokens.is(end, "y") || tokens.is(end, "et") ? end + 1 : end;
            int unit = Calendar.ordinal(language, tokens.form(next));
            java.math.BigDecimal one = NumberWords.value(language, tokens.form(next));
            if (day >= 20 && unit > 0 && unit < 10) {
                day += unit;
                end = next + 1;
            } else if (language == Language.RUSSIAN || language == Language.ENGLISH) {
                return -1;
            } else if (one != null && one.intValue() < 10) {
                day += one.intValue();
                end = next + 1;
            }
        }
        return dayFirst(i, end, day);
    }

    private int add(int from, int end, @Nullable LocalDate value) {
        String text = tokens.literal(from, end);
        tokens.take(from, end);
        if (seen.add(value == null ? text : value.toString())) {
            found.add(new DateFact(text, tokens.span(from, end), value, false));
        }
        return end;
    }
}
