package org.amends.language.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds how long the writer has been a customer. Every span of years or months is weighed by what its sentence says: that the writer is
 * a customer or speaks to the company counts for it; an age, a guarantee, a time gone by or to come counts against it.
 */
final class TenureScan {

    private static final Map<String, Set<String>> LISTS = Lexicon.read("tenure-words.txt");
    private static final Set<String> YEARS = Lexicon.list(LISTS, "years");
    private static final Set<String> MONTHS = Lexicon.list(LISTS, "months");
    private static final Set<String> DECADES = Lexicon.list(LISTS, "decades");
    private static final Set<String> CUSTOMER = Lexicon.list(LISTS, "customer");
    private static final Set<String> YOU = Lexicon.list(LISTS, "you");
    private static final Set<String> LASTING = Lexicon.list(LISTS, "lasting");
    private static final Set<String> SINCE = Lexicon.list(LISTS, "since");
    private static final Set<String> AGAINST = Lexicon.list(LISTS, "against");
    private static final Set<String> AGE = Lexicon.list(LISTS, "age");
    private static final Set<String> PAST = Lexicon.list(LISTS, "past");
    private static final Set<String> USE = Lexicon.list(LISTS, "use");

    private static final BigDecimal TWELVE = new BigDecimal(12);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** How many pieces on either side are looked at. */
    private static final int REACH = 24;

    /** Nobody has been a customer for longer, in years. */
    private static final int LONGEST = 90;

    /** The weight from which a span counts as tenure. */
    private static final int ENOUGH = 3;

    private final Tokens tokens;
    private final @Nullable LocalDate sent;
    private @Nullable Tenure best;
    private int most = ENOUGH - 1;

    TenureScan(Tokens tokens, @Nullable LocalDate sent) {
        this.tokens = tokens;
        this.sent = sent;
    }

    @Nullable
    Tenure run() {
        int i = 0;
        while (i < tokens.size()) {
            int end = duration(i);
            end = end > i ? end : since(i);
            i = end > i ? end : i + 1;
        }
        return best;
    }

    private int duration(int i) {
        if (tokens.is(i, "полгода")) {
            return weigh(i, i + 1, HALF, true);
        }
        if (tokens.glued(i) && tokens.number(i) && !tokens.sign(i - 1, "(\"«“,")) {
            return -1;
        }
        Quantity number = tokens.number(i) ? Numerals.plain(tokens, i) : number(i);
        if (number == null || number.value().intValue() > LONGEST) {
            return -1;
        }
        boolean halved = half(number.end());
        int at = unitAt(halved ? behindHalf(number.end()) : number.end());
        String unit = tokens.form(at);
        boolean halfBehind = half(at + 1) && YEARS.contains(unit);
        int end = halfBehind ? behindHalf(at + 1) : at + 1;
        BigDecimal value = halved || halfBehind ? number.value().add(HALF) : number.value();
        if (DECADES.contains(unit)) {
            return weigh(i, end, value.multiply(BigDecimal.TEN), false);
        }
        if (MONTHS.contains(unit)) {
            return weigh(i, end, value.divide(TWELVE, 2, RoundingMode.HALF_UP), true);
        }
        return YEARS.contains(unit) ? weigh(i, end, value, false) : -1;
    }

    /** Where "years" stands: behind a hyphen, or behind what stretches it ("long", "с лишним"). */
    private int unitAt(int i) {
        int at = tokens.sign(i, "-") && tokens.glued(i) ? i + 1 : i;
        boolean more = tokens.is(at, "с") && tokens.is(at + 1, "лишним");
        boolean stretched = tokens.is(at, "long") || tokens.is(at, "full") || tokens.is(at, "good");
        return more ? at + 2 : stretched ? at + 1 : at;
    }

    private int behindHalf(int i) {
        return tokens.is(i + 1, "a") ? i + 3 : i + 2;
    }

    private @Nullable Quantity number(int i) {
        boolean decade = tokens.is(i, "a") && (tokens.is(i + 1, "decade") || tokens.is(i + 1, "year"));
        boolean year = tokens.is(i, "год") && tokens.language() == Language.RUSSIAN;
        if (decade) {
            return new Quantity(BigDecimal.ONE, i + 1, true);
        }
        return year ? new Quantity(BigDecimal.ONE, i, true) : NumberWords.read(tokens, i);
    }

    /** "and a half", "et demi", "y medio". */
    private boolean half(int i) {
        boolean and = tokens.is(i, "and") || tokens.is(i, "et") || tokens.is(i, "y") || tokens.is(i, "с");
        int at = tokens.is(i + 1, "a") ? i + 2 : i + 1;
        String form = tokens.form(at);
        return and
                && (form.equals("half")
                        || form.equals("demi")
                        || form.equals("demie")
                        || form.equals("medio")
                        || form.equals("половиной"));
    }

    /** "Since 2009" needs the day of the message. */
    private int since(int i) {
        LocalDate day = sent;
        int at =
                tokens.is(i + 1, "the") || tokens.is(i + 1, "el") || tokens.is(i + 1, "year") || tokens.is(i + 1, "ano")
                        ? i + 2
                        : i + 1;
        int behindMonth = Calendar.month(tokens.language(), tokens.form(at)) > 0 ? at + 1 : at;
        behindMonth = tokens.is(behindMonth, "de") ? behindMonth + 1 : behindMonth;
        if (day == null
                || !SINCE.contains(tokens.form(i))
                || !tokens.number(behindMonth)
                || tokens.length(behindMonth) != 4) {
            return -1;
        }
        boolean russian = tokens.language() == Language.RUSSIAN;
        String after = tokens.form(behindMonth + 1);
        int year = Calendar.year(tokens.form(behindMonth));
        if (year == 0 || year > day.getYear() || (russian && !after.startsWith("г"))) {
            return -1;
        }
        return weigh(i, behindMonth + 1, new BigDecimal(day.getYear() - year), false);
    }

    private int weigh(int from, int end, BigDecimal years, boolean months) {
        int score = score(from, end, months);
        if (score > most) {
            most = score;
            BigDecimal plain = years.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
            BigDecimal value = plain.scale() < 0 ? plain.setScale(0) : plain;
            best = new Tenure(value, tokens.literal(from, end), tokens.span(from, end));
        }
        return end;
    }

    private int score(int from, int end, boolean months) {
        int score = 0;
        int before = from - 1;
        while (before >= 0 && from - before <= REACH && !tokens.sign(before, ".!?…;") && !doubleBreak(before + 1)) {
            before--;
        }
        int after = end;
        while (after < tokens.size() && after - end <= REACH && !tokens.sign(after, ".!?…;")) {
            after++;
        }
        boolean customer = any(CUSTOMER, before + 1, after);
        boolean you = any(YOU, before + 1, after)
                || (after - before <= 8 && any(YOU, after, Math.min(tokens.size(), after + REACH)));
        boolean opens = from - before <= 2;
        boolean shortSaying = after - before <= 12;
        boolean insistent = tokens.is(end, "de") || tokens.is(end, "of") || tokens.is(end, "with");
        boolean lasting = LASTING.contains(tokens.form(from - 1))
                || LASTING.contains(tokens.form(from - 2))
                || LASTING.contains(tokens.form(end));
        score += customer ? 3 : 0;
        score += you ? 2 : 0;
        score += opens ? shortSaying ? 3 : 2 : 0;
        score += lasting ? 1 : 0;
        boolean use = any(USE, Math.max(before + 1, from - 8), Math.min(after, end + 6));
        score += use ? 2 : 0;
        score += insistent ? 1 : 0;
        score -= age(from, end) ? 5 : 0;
        score -= past(from, end) ? 4 : 0;
        score -= any(AGAINST, Math.max(before + 1, from - 6), Math.min(after, end + 5)) ? 3 : 0;
        score -= months && !((customer || use) && lasting) ? 3 : 0;
        return score;
    }

    private boolean doubleBreak(int i) {
        return !tokens.sameLine(i) && i > 0 && tokens.sign(i - 1, ":,");
    }

    private boolean any(Set<String> words, int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (words.contains(tokens.form(i))) {
                return true;
            }
        }
        return false;
    }

    /** "91 ans,", "aged 81", "мне 81 год", "(11 лет)". */
    private boolean age(int from, int end) {
        boolean told = AGE.contains(tokens.form(from - 1))
                || AGE.contains(tokens.form(end))
                || AGE.contains(tokens.form(from - 2));
        boolean aside = tokens.sign(from - 1, ",(") && tokens.sign(end, ",.)") && from > 2;
        boolean named = aside && (tokens.capital(from - 2) || tokens.sign(from - 1, "("));
        return told || named;
    }

    private boolean past(int from, int end) {
        boolean ago = PAST.contains(tokens.form(end)) || (tokens.is(from - 1, "a") && tokens.is(from - 2, "y"));
        boolean hace = tokens.is(from - 1, "hace")
                && !tokens.is(from - 2, "desde")
                && !tokens.is(end, "que")
                && !CUSTOMER.contains(tokens.form(from - 2))
                && !tokens.is(from - 2, "ustedes");
        boolean ahead = PAST.contains(tokens.form(from - 1));
        return ago || hace || ahead;
    }
}
