package org.amends.language.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** Finds sums of money: a sign or code before a number, or a number in digits or words before what money is called. */
final class AmountScan {

    private static final BigDecimal CENT = BigDecimal.ONE.movePointLeft(2);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Codes that are words as well, or too short to mean money in small letters. */
    private static final Set<String> ONLY_IN_CAPITALS =
            Lexicon.words("pen mad cop try da dt cup lei ves bs bob ron sar mn sos won");

    /** Short names of money that may stand before the number though they are no codes. */
    private static final Set<String> BEFORE = Lexicon.words("fr rs ksh kshs bs sfr cfa fcfa tsh ush rmb");

    private static final Set<String> WITH_POINT = Lexicon.words("р руб коп грн тг p");

    private static final Set<String> NOT = Lexicon.words(
            "pas ni not ни moindre even no sin nunca jamas sans jamais plus aucun never without nothing t не нет без ningun nadie personne nobody nadie никто");

    /** Money of which one is named in words; one of the others is more often another thing of that name. */
    private static final Set<String> COUNTED_SINGLY = Set.of("EUR", "GBP", "dollar", "peso", "RUB", "franc", "KZT");

    /** Behind these a letter and two digits are a sum of rands rather than a road. */
    private static final Set<String> LEADING = Lexicon.words("for of paid was only charged a is cost costs");

    /** What may stand between a number and its money. */
    private static final Set<String> ABOUT = Lexicon.words("odd something pico algo нибудь");

    private static final Set<String> JOINED = Lexicon.words("and et y con и &");

    /** How many pieces before "a penny" a negation makes it a figure of speech. */
    private static final int SPEECH = 6;

    private final Tokens tokens;
    private final boolean russian;
    private final List<AmountFact> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    AmountScan(Tokens tokens) {
        this.tokens = tokens;
        this.russian = tokens.language() == Language.RUSSIAN;
    }

    List<AmountFact> run() {
        int i = 0;
        while (i < tokens.size()) {
            int end = tokens.taken(i) ? -1 : sum(i);
            i = end > i ? end : i + 1;
        }
        return found;
    }

    private int sum(int i) {
        int end = before(i);
        return end > 0 ? end : behind(i);
    }

    /** A sum whose money stands before the number; answers the piece behind it, or -1. */
    private int before(int i) {
        if (tokens.glued(i) && (tokens.number(i - 1) || (tokens.word(i) && tokens.sign(i - 1, "-_/@#")))) {
            return -1;
        }
        int at = i + 1;
        String name = null;
        if (tokens.word(i) && tokens.sign(i + 1, "$") && tokens.glued(i + 1)) {
            name = Currencies.dollar(tokens.form(i));
            at = i + 2;
        } else if (tokens.is(i, "s") && tokens.sign(i + 1, "/") && tokens.glued(i + 1)) {
            name = "PEN";
            at = i + 2;
        } else if (tokens.is(i, "$")) {
            name = "$";
            // The code may be wedged between the sign and the number.
            Currencies.Unit code = tokens.capitals(at) ? Currencies.named(tokens.form(at)) : null;
            if (code != null && Currencies.code(code.name())) {
                name = code.name();
                at++;
            }
        } else {
            Currencies.Unit unit = unitBefore(i);
            name = unit == null ? null : unit.name();
        }
        return name == null ? -1 : number(i, at, name);
    }

    private Currencies.@Nullable Unit unitBefore(int i) {
        String form = tokens.form(i);
        Currencies.Unit unit = Currencies.named(form);
        if (unit == null) {
            return glued(i, form);
        }
        boolean code = tokens.capitals(i) && form.length() == 3;
        boolean turned = russian
                && form.startsWith("рубл")
                && tokens.spaced(i + 1)
                && !tokens.number(i - 1)
                && !unitBehind(i + 1);
        if (form.equals("fr") && (tokens.glued(i + 1) != tokens.sign(i + 1, "."))) {
            return null;
        }
        boolean fits = tokens.sign(i) || code || turned || BEFORE.contains(form);
        return fits && !unit.part() ? unit : null;
    }

    private boolean unitBehind(int i) {
        Quantity number = Numerals.read(tokens, i, false);
        return number == null || (tokens.word(number.end()) && unit(number.end()) != null);
    }

    /** The rand and the naira have a letter for their sign: R450, N85,000. */
    private Currencies.@Nullable Unit glued(int i, String form) {
        boolean code = tokens.glued(i + 2) && tokens.word(i + 2);
        boolean letter =
                !code && form.length() == 1 && tokens.capitals(i) && tokens.number(i + 1) && tokens.glued(i + 1);
        if (letter
                && form.equals("q")
                && tokens.language() == Language.SPANISH
                && (tokens.length(i + 1) > 1 || tokens.sign(i + 2, ",."))) {
            return new Currencies.Unit("GTQ", BigDecimal.ONE);
        }
        if (!letter || tokens.language() != Language.ENGLISH || (tokens.glued(i) && !tokens.sign(i - 1, "(\""))) {
            return null;
        }
        String place = tokens.country();
        if (form.equals("r")
                && (tokens.length(i + 1) > 2
                        || (tokens.length(i + 1) == 2 && LEADING.contains(tokens.form(i - 1)))
                        || (tokens.sign(i + 2, ",.")
                                && tokens.glued(i + 2)
                                && tokens.number(i + 3)
                                && tokens.glued(i + 3))
                        || (tokens.spaced(i + 2) && tokens.length(i + 2) == 3 && tokens.number(i + 2)))
                && !(tokens.glued(i + 2) && !tokens.sign(i + 2, ".,;:!?)/'’"))) {
            return new Currencies.Unit("ZAR", BigDecimal.ONE);
        }
        boolean naira = form.equals("n") && (tokens.sign(i + 2, ",") || "NG".equals(place));
        return naira ? new Currencies.Unit("NGN", BigDecimal.ONE) : null;
    }

    private int number(int from, int at, String name) {
        boolean code = tokens.capitals(at - 1) && tokens.length(at - 1) == 3;
        int i = tokens.sign(at, ".") && tokens.glued(at) && !code ? at + 1 : at;
        if (!tokens.sameLine(i)) {
            return -1;
        }
        Quantity number = Numerals.read(tokens, i, true);
        if (number == null) {
            return -1;
        }
        int end = dash(number.end());
        boolean register =
                tokens.sign(end, "/-") && tokens.glued(end) && tokens.number(end + 1) && tokens.glued(end + 1);
        if (register && tokens.word(from) && tokens.spaced(at)) {
            return -1;
        }
        BigDecimal value = number.value();
        String currency = name.equals("$") ? "$" : name;
        Currencies.Unit unit = tokens.sameLine(end) ? unit(end) : null;
        if (unit != null && !unit.part() && (name.equals("$") || unit.name().equals(name)) && !tokens.sign(end)) {
            currency = unit.name();
            end = behindUnit(end, 1);
        } else if (unit == null
                && name.equals("$")
                && Nationalities.BEHIND.containsKey(tokens.form(end))
                && tokens.capitals(end)) {
            currency = Nationalities.BEHIND.get(tokens.form(end));
            end++;
        }
        return add(from, end, value, currency == null ? name : currency);
    }

    /** A sum whose money stands behind the number; answers the piece behind it, or -1. */
    private int behind(int i) {
        if (insideCode(i)) {
            return -1;
        }
        Quantity number = tokens.number(i) ? Numerals.read(tokens, i, false) : NumberWords.read(tokens, i);
        if (number == null) {
            return tokens.is(i, "a") || tokens.is(i, "пол") ? slang(i) : -1;
        }
        int end = unitFrom(number);
        if (end < 0 && tokens.number(i)) {
            number = Numerals.read(tokens, i, true);
            end = number == null ? -1 : unitFrom(number);
        }
        if (number == null || end < 0 || (number.worded() && single(i, number))) {
            return -1;
        }
        return named(i, number, end);
    }

    /** "Not one euro", "pas un centime": a figure of speech. */
    private boolean single(int i, Quantity number) {
        if (number.value().compareTo(BigDecimal.ONE) != 0) {
            return false;
        }
        Currencies.Unit unit = Currencies.named(tokens.form(number.end()));
        for (int k = i - 1; k >= i - SPEECH && k >= 0 && !tokens.sign(k, ".!?;:"); k--) {
            if (NOT.contains(tokens.form(k))) {
                return true;
            }
        }
        return tokens.is(number.end() + 1, "de") || unit == null || !COUNTED_SINGLY.contains(unit.name());
    }

    private boolean insideCode(int i) {
        if (!tokens.glued(i)) {
            return false;
        }
        boolean times = (tokens.is(i - 1, "x") || tokens.is(i - 1, "х")) && tokens.number(i - 2);
        boolean afterLetter = tokens.number(i) && tokens.word(i - 1) && !times;
        boolean afterNumber =
                tokens.sign(i - 1, ".,-/'’_") && tokens.glued(i - 1) && (tokens.number(i - 2) || tokens.word(i - 2));
        return afterLetter || (afterNumber && !tokens.sign(i - 1, "'’") && !range(i));
    }

    /** "50-60 €": the second number of a range is a sum of its own. */
    private boolean range(int i) {
        return tokens.sign(i - 1, "-") && tokens.number(i - 2) && !tokens.glued(i - 2);
    }

    private int slang(int i) {
        Currencies.Unit unit = Currencies.named(tokens.form(i + 1));
        return unit != null
                        && unit.worth().compareTo(BigDecimal.ONE) > 0
                        && unit.name().equals("GBP")
                ? add(i, i + 2, unit.worth(), "GBP")
                : -1;
    }

    /** Where the name of the money stands that belongs to a number; -1 if there is none. */
    private int unitFrom(Quantity number) {
        int at = dash(number.end());
        int odd = tokens.sign(at, "-‑") ? at + 1 : at;
        if (ABOUT.contains(tokens.form(odd))) {
            at = odd + 1;
        }
        if ((tokens.is(at, "de") || tokens.is(at, "d") || tokens.is(at, "of")) && tokens.spaced(at)) {
            at = tokens.sign(at + 1, "'’") ? at + 2 : at + 1;
        }
        if (Nationalities.BEFORE.containsKey(tokens.form(at)) && tokens.sameLine(at)) {
            int next = tokens.sign(at + 1, ".") ? at + 2 : at + 1;
            return unit(next) == null ? -1 : at;
        }
        return tokens.sameLine(at) && unit(at) != null ? at : -1;
    }

    /** ".–", ",-" and the like, which Swiss and Germans write for no cents. */
    private int dash(int i) {
        if (tokens.sign(i, ".,") && tokens.glued(i) && tokens.sign(i + 1, "-–—") && tokens.glued(i + 1)) {
            return tokens.sign(i + 2, "-–—") && tokens.glued(i + 2) ? i + 3 : i + 2;
        }
        return i;
    }

    private Currencies.@Nullable Unit unit(int i) {
        String form = tokens.form(i);
        if (form.isEmpty() || tokens.between(i)) {
            return null;
        }
        if (tokens.is(i + 1, "sterling") || tokens.is(i + 1, "esterlinas") || tokens.is(i + 1, "стерлингов")) {
            return new Currencies.Unit("GBP", BigDecimal.ONE);
        }
        if (form.equals("p")) {
            boolean penny = tokens.glued(i) && !russian;
            return penny || russian ? Currencies.named(russian ? "р" : "p") : null;
        }
        if (form.equals("e") && tokens.language() == Language.FRENCH && tokens.glued(i) && !tokens.word(i + 1)) {
            return tokens.length(i - 1) == 1 ? null : new Currencies.Unit("EUR", BigDecimal.ONE);
        }
        if (form.equals("f") && tokens.language() == Language.FRENCH && tokens.capitals(i)) {
            return new Currencies.Unit("franc-f", BigDecimal.ONE);
        }
        if (form.equals("fr") && (tokens.capitals(i) || tokens.language() != Language.FRENCH)) {
            return null;
        }
        if (form.startsWith("pound") && tokens.is(i + 1, "of")) {
            return null;
        }
        if (ONLY_IN_CAPITALS.contains(form) && !tokens.capitals(i)) {
            return null;
        }
        if (tokens.is(i, "us") || tokens.is(i, "ca")) {
            return tokens.sign(i + 1, "$") && tokens.glued(i + 1) ? Currencies.named("$") : null;
        }
        return Currencies.named(form);
    }

    /** A number and the money behind it, with the cents that may follow. */
    private int named(int from, Quantity number, int at) {
        int word = at;
        String whose = Nationalities.BEFORE.get(tokens.form(at));
        if (whose != null && !tokens.sign(at + 1, "$")) {
            word = tokens.sign(at + 1, ".") ? at + 2 : at + 1;
        } else if (tokens.sign(at + 1, "$") && tokens.word(at)) {
            whose = Currencies.dollar(tokens.form(at));
            word = at + 1;
        }
        Currencies.Unit unit = unit(word);
        if (unit == null) {
            return -1;
        }
        int end = behindUnit(word, 1);
        String after = tokens.sameLine(end) && !unit.part() ? Nationalities.BEHIND.get(tokens.form(end)) : null;
        if (after != null && (tokens.length(end) > 3 || tokens.capitals(end))) {
            whose = after;
            end++;
        } else if (tokens.is(word, "$") && tokens.capitals(end) && Currencies.dollar(tokens.form(end)) != null) {
            whose = Currencies.dollar(tokens.form(end));
            end++;
        }
        BigDecimal value = number.value().multiply(unit.worth());
        if (!unit.part()) {
            Quantity cents = cents(word, end);
            if (cents != null) {
                value = value.add(cents.value().multiply(CENT));
                end = cents.end();
            }
        }
        if (tokens.sign(end, "(") && tokens.capitals(end + 1) && tokens.sign(end + 2, ")")) {
            Currencies.Unit code = Currencies.named(tokens.form(end + 1));
            whose = code == null ? whose : code.name();
            end = code == null ? end : end + 3;
        }
        if ((tokens.is(end, "ht") || tokens.is(end, "ttc")) && tokens.spaced(end)) {
            end++;
        }
        return add(from, end, value, whose == null ? unit.name() : whose);
    }

    private int behindUnit(int word, int length) {
        int end = word + length;
        boolean sterling = tokens.is(end, "sterling") || tokens.is(end, "esterlinas") || tokens.is(end, "стерлингов");
        if (sterling) {
            return end + 1;
        }
        boolean francs = tokens.is(word, "fr") && tokens.number(end + 1) && tokens.sameLine(end + 1);
        if ((francs || (WITH_POINT.contains(tokens.form(word)) && russian))
                && tokens.sign(end, ".")
                && tokens.glued(end)) {
            return end + 1;
        }
        return end;
    }

    /** Cents behind whole units: "50 коп.", "and 50p", "5€50", "15 euros 50"; the value is in cents. */
    private @Nullable Quantity cents(int word, int end) {
        int at = tokens.sign(end, ",") || JOINED.contains(tokens.form(end)) ? end + 1 : end;
        if (!tokens.sameLine(at)) {
            return null;
        }
        Quantity number = tokens.number(at) ? Numerals.plain(tokens, at) : NumberWords.read(tokens, at);
        if (number == null || number.value().compareTo(HUNDRED) >= 0) {
            return null;
        }
        int behind = number.end();
        Currencies.Unit unit = tokens.sameLine(behind) ? unit(behind) : null;
        if (unit != null && unit.part()) {
            return new Quantity(number.value(), behindUnit(behind, 1), false);
        }
        boolean glued = tokens.glued(at) && tokens.sign(word) && tokens.length(at) == 2;
        boolean con = tokens.is(end, "con") && unit == null && !tokens.word(behind);
        boolean french = at == end && tokens.language() == Language.FRENCH && !tokens.sign(word);
        boolean round =
                tokens.length(at) == 2 || (number.worded() && number.value().intValue() >= 10);
        boolean alone = !tokens.word(behind) && !tokens.sign(behind, "%/€$");
        boolean english = at == end && tokens.language() == Language.ENGLISH && number.worded() && tokens.word(word);
        return glued || con || ((french ? alone : english) && round && unit == null) ? number : null;
    }

    private int add(int from, int end, BigDecimal value, String name) {
        String currency = name.equals("$") || (name.equals("dollar") && tokens.sign(from)) ? sign() : currency(name);
        BigDecimal plain = value.stripTrailingZeros();
        BigDecimal shown = plain.scale() < 0 ? plain.setScale(0) : plain;
        tokens.take(from, end);
        if (seen.add(shown + currency)) {
            found.add(new AmountFact(tokens.literal(from, end), tokens.span(from, end), shown, currency));
        }
        return end;
    }

    private String sign() {
        return Currencies.sign(tokens.countryAmong(Currencies.DOLLAR_PLACES), tokens.language());
    }

    private String currency(String name) {
        return Currencies.code(name) && !name.equals("XOF") && !name.equals("RUB")
                ? name
                : Currencies.resolve(name, tokens.countryAmong(Currencies.places(name)), tokens.language());
    }
}
