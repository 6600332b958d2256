package org.amends.language.fact;

import java.time.LocalDate;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads days in digits: 12/04/2026, 12.04.26, 2026-04-12, 16/05. Where the order of day and month is open, the country that the
 * text shows decides; failing that, the day that lies shortly before the message.
 */
final class NumericDates {

    /** Words before a day without a year; the signs of numbers that look alike have other company. */
    private static final Set<String> BEFORE =
            Lexicon.words("on by since from until till to dated date before after of for and between le du au des les "
                    + "depuis avant apres et dates lundi mardi mercredi jeudi vendredi samedi dimanche el del al "
                    + "desde hasta fecha dia lunes martes miercoles jueves viernes sabado domingo y с до от по к "
                    + "на и за дата числа после monday tuesday wednesday thursday friday saturday sunday tues weds "
                    + "thurs");

    /** What behind two numbers with a point shows a measure, a price or a time. */
    private static final Set<String> MEASURES =
            Lexicon.words("% руб р ₽ $ € £ млн тыс кг см м л мм г гб мб час часов h am pm a p kg cm km l m balles chf "
                    + "eur hs hrs pts грн тенге byn стр");

    private static final Set<String> MONTH_FIRST = Set.of("US", "PH");

    private final Tokens tokens;
    private final @Nullable LocalDate sent;
    private final boolean dollars;
    private int end;

    NumericDates(Tokens tokens, @Nullable LocalDate sent) {
        this.tokens = tokens;
        this.sent = sent;
        this.dollars = dollars(tokens);
    }

    private static boolean dollars(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "$")) {
                return true;
            }
        }
        return false;
    }

    /** The piece behind the day read last. */
    int end() {
        return end;
    }

    /** The day in digits that begins at a piece, or null. */
    @Nullable
    DateFact read(int i) {
        if (!startsChunk(i) || tokens.length(i) > 4 || !separator(i + 1)) {
            return null;
        }
        String sign = tokens.form(i + 1);
        boolean three = separator(i + 3) && tokens.is(i + 3, sign);
        end = three ? i + 5 : i + 3;
        if (!endsChunk(end)) {
            return null;
        }
        return three ? full(i) : withoutYear(i, sign);
    }

    private boolean startsChunk(int i) {
        boolean numbered = tokens.sign(i - 1, "№#°") || tokens.is(i - 1, "no");
        return !numbered && (!tokens.glued(i) || opens(i));
    }

    private boolean opens(int i) {
        boolean bracket = tokens.sign(i - 1, "(«\"“[,:;'’~");
        return bracket && !(tokens.number(i - 2) && tokens.glued(i - 1));
    }

    private boolean separator(int i) {
        return tokens.sign(i, "./-")
                && tokens.glued(i)
                && tokens.number(i + 1)
                && tokens.glued(i + 1)
                && tokens.length(i + 1) <= 4;
    }

    private boolean endsChunk(int i) {
        if (!tokens.glued(i)) {
            return true;
        }
        boolean goesOn = tokens.sign(i, "./-_:") && tokens.glued(i + 1) && !tokens.sign(i + 1);
        return !goesOn && ((tokens.sign(i) && !tokens.sign(i, "%€$£₽")) || tokens.is(i, "г") || tokens.is(i, "года"));
    }

    private @Nullable DateFact full(int i) {
        String first = tokens.form(i);
        String second = tokens.form(i + 2);
        String third = tokens.form(i + 4);
        LocalDate day;
        if (first.length() == 4) {
            boolean fits = second.length() <= 2 && third.length() <= 2 && Calendar.year(first) > 0;
            day = fits ? day(Calendar.year(first), second, third) : null;
        } else {
            boolean fits = first.length() <= 2 && second.length() <= 2 && (third.length() == 4 || third.length() == 2);
            int year = fits ? Calendar.year(third) : 0;
            day = year == 0 ? null : ordered(year, first, second);
        }
        if (day == null) {
            return null;
        }
        if (tokens.is(end, "г") || tokens.is(end, "года")) {
            end = tokens.sign(end + 1, ".") && tokens.glued(end + 1) && tokens.is(end, "г") ? end + 2 : end + 1;
        }
        return new DateFact(tokens.literal(i, end), tokens.span(i, end), day, false);
    }

    private static @Nullable LocalDate day(int year, String month, String day) {
        return Calendar.day(year, Integer.parseInt(month), Integer.parseInt(day));
    }

    private @Nullable LocalDate ordered(int year, String first, String second) {
        LocalDate dayFirst = day(year, second, first);
        LocalDate monthFirst = day(year, first, second);
        if (monthFirst == null || tokens.language() != Language.ENGLISH || dayFirst == null) {
            return dayFirst != null ? dayFirst : tokens.language() == Language.RUSSIAN ? null : monthFirst;
        }
        String country = tokens.country();
        if (country != null) {
            return MONTH_FIRST.contains(country) ? monthFirst : dayFirst;
        }
        if (sent != null && dayFirst.isAfter(sent) != monthFirst.isAfter(sent)) {
            return dayFirst.isAfter(sent) ? monthFirst : dayFirst;
        }
        return dollars ? monthFirst : dayFirst;
    }

    /** Day and month alone: only where the company shows that it is no fraction, mark, price or time. */
    private @Nullable DateFact withoutYear(int i, String sign) {
        String first = tokens.form(i);
        String second = tokens.form(i + 2);
        if (first.length() > 2 || second.length() > 2) {
            return null;
        }
        int one = Integer.parseInt(first);
        int two = Integer.parseInt(second);
        boolean dayFirst = one >= 1 && one <= 31 && two >= 1 && two <= 12;
        boolean monthFirst = tokens.language() == Language.ENGLISH
                && sign.equals("/")
                && one >= 1
                && one <= 12
                && two >= 1
                && two <= 31;
        if ((!dayFirst && !monthFirst) || MEASURES.contains(tokens.form(end)) || (one == 24 && two == 7)) {
            return null;
        }
        boolean both = first.length() == 2 && second.length() == 2;
        boolean announced = BEFORE.contains(tokens.form(i - 1)) || (both && sameKindBefore(i, sign));
        boolean zero = first.startsWith("0") || second.startsWith("0");
        boolean accepted = switch (sign) {
            case "/" -> announced || (both && (zero || one > 12));
            case "." -> pointed(i, announced, both, second.startsWith("0"));
            default -> announced && both && zero && tokens.language() != Language.RUSSIAN;
        };
        return accepted ? new DateFact(tokens.literal(i, end), tokens.span(i, end), null, false) : null;
    }

    private boolean pointed(int i, boolean announced, boolean two, boolean zero) {
        return switch (tokens.language()) {
            case RUSSIAN -> two && !tokens.is(i - 1, "в") && !tokens.is(i - 1, "около") && (zero || announced);
            case FRENCH -> two && announced;
            case SPANISH, ENGLISH -> false;
        };
    }

    /** One of several days in a row: "(11/12, 06/01, 20/01)". */
    private boolean sameKindBefore(int i, String sign) {
        boolean before = tokens.sign(i - 1, ",(") && tokens.number(i - 2) && tokens.is(i - 3, sign);
        boolean after = tokens.sign(end, ",") && tokens.number(end + 1) && tokens.is(end + 2, sign);
        return before || after;
    }
}
