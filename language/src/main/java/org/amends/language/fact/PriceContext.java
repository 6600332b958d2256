package org.amends.language.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.amends.language.text.Language;

/** How strongly a number and the words around it speak of money, though none is named beside it. */
final class PriceContext {

    private static final Map<String, Set<String>> LISTS = Lexicon.read("amount-words.txt");
    private static final Map<Language, Set<String>> PAYING = new EnumMap<>(Language.class);
    private static final Set<String> TELLING = Lexicon.list(LISTS, "telling");
    private static final Set<String> LINK = Lexicon.list(LISTS, "link");
    private static final Set<String> FOR = Lexicon.list(LISTS, "for");
    private static final Set<String> PER = Lexicon.list(LISTS, "per");
    private static final Set<String> PER_LEAD = Lexicon.list(LISTS, "per_lead");
    private static final Set<String> FOLLOWING = Lexicon.list(LISTS, "following");
    private static final Set<String> NOT_BEFORE = Lexicon.list(LISTS, "not_before");
    private static final Set<String> UNITS = Lexicon.list(LISTS, "units");

    /** How many pieces away the paying may be spoken of. */
    private static final int REACH = 6;

    private static final int NEAR = 3;
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_STEM = 7;
    private static final int PRICE_VERB_LENGTH = 4;
    private static final BigDecimal FIVE = new BigDecimal(5);
    private static final Set<String> OVER = Set.of("mas", "plus", "trop", "menos", "moins");
    private static final Set<String> MOMENT = Lexicon.list(LISTS, "moment");
    private static final Set<String> AGE = Lexicon.list(LISTS, "age");

    /** Russian nouns that are counted end so. */
    private static final Pattern COUNTED = Pattern.compile("(?:ов|ев|ей|ек|ок|ий|иц|ин)$");

    private static final int ENOUGH = 4;

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    static {
        for (Language language : Language.values()) {
            PAYING.put(language, Lexicon.list(LISTS, "paying." + language.code()));
        }
    }

    private final Tokens tokens;
    private final Set<String> paying;
    private final List<AmountFact> others;
    private final boolean russian;

    PriceContext(Tokens tokens, List<AmountFact> others) {
        this.tokens = tokens;
        this.paying = PAYING.getOrDefault(tokens.language(), Set.of());
        this.others = new ArrayList<>(others);
        this.russian = tokens.language() == Language.RUSSIAN;
    }

    /** Whether the number that begins at a piece is a sum. */
    boolean speaksOfMoney(int i, Quantity number) {
        int end = number.end();
        if (tokens.is(end - 1, "lakh") || tokens.is(end - 1, "lakhs") || tokens.is(end - 1, "crore")) {
            return true;
        }
        if (tokens.is(end - 1, "т") || blocked(i, number)) {
            return false;
        }
        return shape(i, number) + surroundings(i, number) >= ENOUGH;
    }

    private boolean blocked(int i, Quantity number) {
        int end = number.end();
        boolean signs = tokens.sign(i - 1, "№#°+/@*") || (tokens.sign(i - 1, "-–") && tokens.glued(i - 1));
        boolean letters = tokens.capitals(i - 1) && tokens.length(i - 1) <= 5 && tokens.length(i - 1) > 1;
        boolean register = letters && !tokens.capitals(i - 2) && !tokens.capitals(end) && !paying(tokens.form(i - 1));
        boolean zeros =
                tokens.number(i) && tokens.length(i) > 1 && tokens.form(i).startsWith("0");
        return signs
                || (register && end == i + 1 && tokens.spaced(i))
                || zeros
                || NOT_BEFORE.contains(tokens.form(i - 1))
                || (tokens.is(i - 1, ".") && tokens.glued(i - 1) && NOT_BEFORE.contains(tokens.form(i - 2)))
                || number.value().signum() == 0
                || (tokens.number(i) && end == i + 1 && tokens.length(i) > 7)
                || (year(i, number) && !(paying(tokens.form(i - 1)) && PRICE_VERB_LENGTH <= tokens.length(i - 1)))
                || calendar(i, number)
                || !standsAlone(i, number);
    }

    /** "le 14", "a las 15", "с 10 до 18", "she is 83": days, hours and ages. */
    private boolean calendar(int i, Quantity number) {
        if (cents(i, number) && clock(i) && MOMENT.contains(tokens.form(i - 1))) {
            return true;
        }
        if (!tokens.number(i) || number.end() > i + 1 || linked(i, number.end())) {
            return false;
        }
        String before = tokens.form(i - 1);
        int value = number.value().intValue();
        return (value <= 31 && MOMENT.contains(before))
                || (value < 100 && tokens.is(i - 1, "минус"))
                || (value < 120 && (AGE.contains(before) || (tokens.is(i - 1, "was") && !tokens.is(i - 2, "it"))));
    }

    /** Whether nothing behind the number is counted by it. */
    private boolean standsAlone(int i, Quantity number) {
        int end = number.end();
        if (tokens.sign(end, "%°ºª²") || (tokens.sign(end, "/:_") && tokens.glued(end))) {
            return false;
        }
        if (tokens.glued(end) && (tokens.word(end) || (tokens.sign(end, "-") && tokens.glued(end + 1)))) {
            return false;
        }
        if (!tokens.word(end) || !tokens.sameLine(end)) {
            return true;
        }
        String form = tokens.form(end);
        if (UNITS.contains(form)) {
            return false;
        }
        boolean sure = cents(i, number) || (russian && (number.end() > i + 1 || paying(tokens.form(i - 1))));
        if (sure && !(russian && COUNTED.matcher(form).find())) {
            return true;
        }
        return (FOLLOWING.contains(form) || paying(form) || TELLING.contains(form) || PER.contains(form));
    }

    private int shape(int i, Quantity number) {
        boolean cents = cents(i, number);
        boolean grouped = grouped(i, number);
        boolean multiplied = !number.worded()
                && number.end() > i + 1
                && (tokens.word(number.end() - 1) || tokens.word(number.end() - 2))
                && !tokens.is(number.end() - 1, "штук");
        if (swiss(tokens, number.end())) {
            return 4;
        }
        if (grouped) {
            return russian || !tokens.number(i + 1) ? 4 : 3;
        }
        if (multiplied) {
            return russian ? 4 : 2;
        }
        if (cents) {
            return clock(i) ? 2 : number.value().compareTo(FIVE) >= 0 ? 4 : 3;
        }
        if (number.worded()) {
            boolean thousands = number.value().compareTo(THOUSAND) >= 0 && number.end() > i + 1;
            return thousands ? (russian && !tokens.word(number.end()) ? 3 : 2) : 0;
        }
        if (number.end() > i + 1) {
            return 0;
        }
        if (number.value().compareTo(HUNDRED) >= 0) {
            if (russian && tokens.length(i) >= 4) {
                return 2;
            }
            return tokens.form(i).endsWith("9") || tokens.form(i).endsWith("90") ? 2 : 1;
        }
        return number.value().compareTo(BigDecimal.TEN) >= 0 ? 0 : -2;
    }

    /** "560.-": whole francs. */
    static boolean swiss(Tokens tokens, int end) {
        return tokens.language() == Language.FRENCH
                && tokens.is(end, ".")
                && tokens.glued(end)
                && tokens.sign(end + 1, "-–—")
                && tokens.glued(end + 1);
    }

    /** "14.30", which may be a time. */
    private boolean clock(int i) {
        return tokens.length(i) <= 2
                && tokens.is(i + 1, ".")
                && Integer.parseInt(tokens.form(i)) < 24
                && Integer.parseInt(tokens.form(i + 2)) < 60
                && !tokens.form(i + 2).endsWith("9");
    }

    private int surroundings(int i, Quantity number) {
        int end = number.end();
        int score = 0;
        int near = distance(i, end, true);
        int telling = others.isEmpty() ? REACH + 1 : distance(i, end, false);
        boolean beside = paying(tokens.form(i - 1)) || (paying(tokens.form(i - 2)) && tokens.word(i - 1));
        if (beside) {
            score += number.value().compareTo(BigDecimal.TEN) >= 0 ? 4 : 3;
        } else if (near <= NEAR) {
            score += 3;
        } else if (near <= REACH) {
            score += 2;
        } else if (telling <= 1) {
            score += 3;
        } else if (telling <= NEAR) {
            score += number.value().compareTo(HUNDRED) >= 0 || cents(i, number) ? 3 : 2;
        }
        if (!others.isEmpty()) {
            score += linked(i, end) ? 4 : 1;
        }
        if (period(end) && (FOR.contains(tokens.form(i - 1)) || cents(i, number))) {
            score += 3;
        }
        if (over(end)) {
            score += 3;
        }
        boolean ends = end >= tokens.size() || tokens.sign(end) || !tokens.sameLine(end);
        if (cents(i, number) && !clock(i) && number.value().compareTo(FIVE) >= 0 && (tokens.opensSentence(i) || ends)) {
            score += 1;
        }
        return score;
    }

    /** "220 de más": too much. */
    private boolean over(int end) {
        String next = tokens.form(end + 1);
        return (tokens.is(end, "de") && OVER.contains(next)) || (tokens.is(end, "too") && next.equals("much"));
    }

    /** How many pieces away the nearest word of paying, or of telling, stands in the sentence. */
    private int distance(int from, int end, boolean money) {
        int nearest = REACH + 1;
        for (int k = 1, at = from - 1; k <= REACH && at >= 0 && !stop(at); k++, at--) {
            if (money ? paying(tokens.form(at)) : TELLING.contains(tokens.form(at))) {
                nearest = k;
                break;
            }
        }
        for (int k = 1, at = end; k < nearest && k <= NEAR && at < tokens.size() && !stop(at); k++, at++) {
            if (money ? paying(tokens.form(at)) : TELLING.contains(tokens.form(at))) {
                return k;
            }
        }
        return nearest;
    }

    private boolean stop(int at) {
        return tokens.sign(at, ".!?") || (at + 1 < tokens.size() && !tokens.sameLine(at + 1));
    }

    /** Whether little words alone lead to a sum whose money is named: "299 to 549 euros", "45 рублей вместо 54". */
    private boolean linked(int i, int end) {
        int back = i - 1;
        int words = 0;
        while (words <= NEAR && LINK.contains(tokens.form(back))) {
            back--;
            words++;
        }
        if (words > 0 && back >= 0 && tokens.taken(back) && sumEnds(back + 1)) {
            return true;
        }
        int ahead = end;
        words = 0;
        while (words <= NEAR && LINK.contains(tokens.form(ahead))) {
            ahead++;
            words++;
        }
        return words > 0 && tokens.taken(ahead) && sumBegins(ahead);
    }

    private boolean sumEnds(int piece) {
        int end = tokens.get(piece - 1).end();
        return others.stream().anyMatch(sum -> sum.span().end() == end);
    }

    private boolean sumBegins(int piece) {
        int start = tokens.get(piece).start();
        return others.stream().anyMatch(sum -> sum.span().start() == start);
    }

    /** Adds a sum that was found without its money, so that others may stand beside it. */
    void add(AmountFact sum) {
        others.add(sum);
    }

    private boolean period(int end) {
        return (PER_LEAD.contains(tokens.form(end)) && PER.contains(tokens.form(end + 1)))
                || tokens.is(end, "mensuales")
                || tokens.is(end, "ежемесячно")
                || tokens.is(end, "pcm");
    }

    private boolean year(int i, Quantity number) {
        return number.end() == i + 1
                && tokens.length(i) == 4
                && Calendar.year(tokens.form(i)) > 1900
                && Calendar.year(tokens.form(i)) < 2050;
    }

    private boolean cents(int i, Quantity number) {
        return number.end() == i + 3 && tokens.sign(i + 1, ".,") && tokens.length(i + 2) == 2;
    }

    private boolean grouped(int i, Quantity number) {
        int end = number.end();
        boolean digits = end > i + 1 && tokens.number(end - 1) && tokens.length(end - 1) == 3;
        boolean cents = end > i + 3 && tokens.number(end - 1) && tokens.length(end - 1) == 2;
        return (digits || cents) && number.value().compareTo(THOUSAND) >= 0;
    }

    private boolean paying(String form) {
        if (paying.contains(form)) {
            return true;
        }
        for (int length = SHORTEST_STEM; length <= LONGEST_STEM && length < form.length(); length++) {
            if (paying.contains(form.substring(0, length))) {
                return true;
            }
        }
        return false;
    }
}
