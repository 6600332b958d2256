package org.amends.language.fact;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds days told from the day of the message: "yesterday", "last Tuesday", "il y a trois jours", "el lunes pasado", "позавчера". A bare weekday is
 * the last one before the message, unless a word before it looks ahead ("by Friday").
 */
final class RelativeDates {

    /** Longer counts are no days that anybody remembers. */
    private static final int MOST = 3660;

    private static final Map<Language, Map<String, Integer>> DAYS = new EnumMap<>(Language.class);

    static {
        DAYS.put(Language.ENGLISH, Map.of("today", 0, "tonight", 0, "yesterday", -1, "tomorrow", 1));
        DAYS.put(Language.FRENCH, Map.of("hier", -1, "demain", 1));
        DAYS.put(
                Language.SPANISH,
                Map.of("hoy", 0, "ayer", -1, "anoche", -1, "anteayer", -2, "antier", -2, "antenoche", -2));
        DAYS.put(
                Language.RUSSIAN,
                Map.of(
                        "сегодня",
                        0,
                        "сегодняшнего",
                        0,
                        "вчера",
                        -1,
                        "вчерашнего",
                        -1,
                        "завтра",
                        1,
                        "позавчера",
                        -2,
                        "послезавтра",
                        2));
    }

    private static final Set<String> LAST =
            Lexicon.words("last dernier derniere pasado pasada прошлый прошлую прошлое прошлой прошлого");
    private static final Set<String> NEXT = Lexicon.words(
            "next prochain prochaine proximo proxima следующий следующую следующее следующего ближайший ближайшую");
    private static final Set<String> AHEAD = Lexicon.words(
            "by until till before this coming d'ici avant jusqu ce para antes hasta este esta до к этот эту");
    private static final Set<String> DAY = Lexicon.words("day days jour jours dia dias день дня дней");
    private static final Set<String> WEEK =
            Lexicon.words("week weeks semaine semaines semana semanas неделю недели недель");
    private static final Set<String> MONTH = Lexicon.words("month months mois mes meses месяц месяца месяцев");

    private final Tokens tokens;
    private final Language language;
    private final @Nullable LocalDate sent;
    private final List<DateFact> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    RelativeDates(Tokens tokens, @Nullable LocalDate sent) {
        this.tokens = tokens;
        this.language = tokens.language();
        this.sent = sent;
    }

    List<DateFact> run() {
        int i = 0;
        while (i < tokens.size()) {
            int end = tokens.taken(i) ? -1 : day(i);
            i = end > i ? end : i + 1;
        }
        return found;
    }

    private int day(int i) {
        int phrase = phrase(i);
        if (phrase > 0) {
            return phrase;
        }
        Integer days = DAYS.getOrDefault(language, Map.of()).get(tokens.form(i));
        if (days != null) {
            return add(i, i + 1, plus(days));
        }
        int weekday = weekday(i);
        return weekday > 0 ? weekday : counted(i);
    }

    /** Sayings of several words. */
    private int phrase(int i) {
        return switch (language) {
            case ENGLISH -> english(i);
            case FRENCH -> french(i);
            case SPANISH -> spanish(i);
            case RUSSIAN -> -1;
        };
    }

    private int english(int i) {
        boolean before = tokens.is(i + 1, "before") && tokens.is(i + 2, "yesterday");
        boolean after = tokens.is(i + 1, "after") && tokens.is(i + 2, "tomorrow");
        if (tokens.is(i, "day") && (before || after)) {
            return add(i, i + 3, plus(before ? -2 : 2));
        }
        if (tokens.is(i, "last") && tokens.is(i + 1, "night")) {
            return add(i, i + 2, plus(-1));
        }
        boolean part = tokens.is(i + 1, "morning") || tokens.is(i + 1, "afternoon") || tokens.is(i + 1, "evening");
        return tokens.is(i, "this") && part ? add(i, i + 2, plus(0)) : -1;
    }

    private int french(int i) {
        if (tokens.is(i, "aujourd") && tokens.is(i + 2, "hui")) {
            return add(i, i + 3, plus(0));
        }
        boolean hyphen = tokens.sign(i + 1, "-");
        int at = hyphen ? i + 2 : i + 1;
        if (tokens.is(i, "avant") && tokens.is(at, "hier")) {
            return add(i, at + 1, plus(-2));
        }
        if (tokens.is(i, "apres") && tokens.is(at, "demain")) {
            return add(i, at + 1, plus(2));
        }
        boolean part = (tokens.is(i, "ce")
                        && (tokens.is(i + 1, "matin")
                                || tokens.is(i + 1, "soir")
                                || tokens.is(i + 1, "midi")
                                || tokens.is(i + 1, "jour")))
                || (tokens.is(i, "cette") && tokens.is(i + 1, "nuit"));
        return part ? add(i, i + 2, plus(0)) : -1;
    }

    private int spanish(int i) {
        if (tokens.is(i, "pasado") && tokens.is(i + 1, "manana")) {
            return add(i, i + 2, plus(2));
        }
        boolean part = tokens.is(i + 1, "manana") || tokens.is(i + 1, "tarde") || tokens.is(i + 1, "noche");
        if (tokens.is(i, "esta") && part) {
            return add(i, i + 2, plus(0));
        }
        boolean morning = tokens.is(i - 1, "la")
                || tokens.is(i - 1, "una")
                || tokens.is(i - 1, "cada")
                || tokens.is(i - 1, "por");
        return tokens.is(i, "manana") && !morning ? add(i, i + 1, plus(1)) : -1;
    }

    private int weekday(int i) {
        boolean last = LAST.contains(tokens.form(i));
        boolean next = NEXT.contains(tokens.form(i));
        int at = last || next ? i + 1 : i;
        int weekday = Calendar.weekday(language, tokens.form(at));
        if (weekday == 0 || tokens.length(at) < 4 || (!tokens.sameLine(at) && at > i)) {
            return -1;
        }
        int end = at + 1;
        if (!last && !next && LAST.contains(tokens.form(end))) {
            last = true;
            end++;
        } else if (!last && !next && NEXT.contains(tokens.form(end))) {
            next = true;
            end++;
        }
        boolean ahead = next || (!last && AHEAD.contains(tokens.form(i - 1)));
        LocalDate day = sent;
        DayOfWeek named = DayOfWeek.of(weekday);
        LocalDate value = day == null
                ? null
                : day.with(ahead ? TemporalAdjusters.next(named) : TemporalAdjusters.previous(named));
        return add(i, end, value);
    }

    /** "Three days ago", "il y a trois jours", "hace tres días", "неделю назад", "in two weeks". */
    private int counted(int i) {
        boolean ilya = tokens.is(i, "il") && tokens.is(i + 1, "y") && tokens.is(i + 2, "a");
        boolean hace = tokens.is(i, "hace") && language == Language.SPANISH && !tokens.is(i - 1, "desde");
        boolean through = tokens.is(i, "через")
                || (tokens.is(i, "dans") && language == Language.FRENCH)
                || (tokens.is(i, "in") && language == Language.ENGLISH);
        int at = ilya ? i + 3 : hace || through ? i + 1 : i;
        Quantity number = tokens.number(at) ? Numerals.plain(tokens, at) : article(at);
        if (number == null || number.value().intValue() > MOST) {
            return -1;
        }
        int unit = number.end();
        boolean ago = tokens.is(unit + 1, "ago") || tokens.is(unit + 1, "назад");
        if ((!ilya && !hace && !through && !ago) || (hace && tokens.is(unit + 1, "que"))) {
            return -1;
        }
        int sign = through ? 1 : -1;
        LocalDate value = shifted(tokens.form(unit), sign * number.value().intValue());
        boolean known = DAY.contains(tokens.form(unit))
                || WEEK.contains(tokens.form(unit))
                || MONTH.contains(tokens.form(unit))
                || tokens.is(unit, "fortnight");
        return known ? add(i, ago && !ilya && !hace ? unit + 2 : unit + 1, value) : -1;
    }

    private @Nullable Quantity article(int i) {
        if (tokens.is(i, "a")) {
            return new Quantity(BigDecimal.ONE, i + 1, true);
        }
        boolean bare = language == Language.RUSSIAN
                && (tokens.is(i, "неделю") || tokens.is(i, "месяц") || tokens.is(i, "день"));
        return bare ? new Quantity(BigDecimal.ONE, i, true) : NumberWords.read(tokens, i);
    }

    private @Nullable LocalDate shifted(String unit, int count) {
        LocalDate day = sent;
        if (day == null) {
            return null;
        }
        if (MONTH.contains(unit)) {
            return day.plusMonths(count);
        }
        return day.plusDays(WEEK.contains(unit) ? 7L * count : unit.equals("fortnight") ? 14L * count : count);
    }

    private @Nullable LocalDate plus(int days) {
        LocalDate day = sent;
        return day == null ? null : day.plusDays(days);
    }

    private int add(int from, int end, @Nullable LocalDate value) {
        String text = tokens.literal(from, end);
        if (seen.add(text)) {
            found.add(new DateFact(text, tokens.span(from, end), value, true));
        }
        return end;
    }
}
