package org.amends.language.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds references: codes behind words that announce them, codes that speak for themselves, last digits of cards, user names. */
final class ReferenceScan {

    private static final Map<String, Set<String>> LISTS = Lexicon.read("references.txt");
    private static final Set<String> BETWEEN = Lexicon.list(LISTS, "between");
    private static final Set<String> PLACES = Lexicon.list(LISTS, "places");
    private static final Set<String> FLIGHTS = Lexicon.list(LISTS, "flights");
    private static final Set<String> MODELS = Lexicon.list(LISTS, "models");
    private static final Set<String> ENDS = Lexicon.list(LISTS, "ends");
    private static final Set<String> COVERS = Lexicon.list(LISTS, "covers");
    private static final Set<String> ACRONYMS = Lexicon.list(LISTS, "acronyms");

    /** Bookings may have codes of letters alone. */
    private static final Set<String> LETTER_CODES =
            Lexicon.words("booking pnr locator localizador reservation reserva resa бронь брони бронирования");

    private static final Set<String> LAST = Lexicon.words("last final ultimos ultimas derniers последние последних");
    private static final Set<String> FOUR = Lexicon.words("four three cuatro tres quatre trois четыре четырех 4 3");

    /** Short names of numbers are no parts of them: "Case ID 5001", "REF 4471". */
    private static final Set<String> NUMBER_NAMES = Lexicon.words("id ids no nr ref imei vin");

    /** How many pieces may stand between the word and the code. */
    private static final int REACH = 9;

    /** So many digits are seldom anything but a reference. */
    private static final int SURE_DIGITS = 7;

    private final Tokens tokens;
    private final UserNames users;
    private final CodeShapes shapes;
    private final OtherNumbers others;
    private final List<Reference> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable Code last;

    ReferenceScan(Tokens tokens) {
        this.tokens = tokens;
        this.users = new UserNames(tokens);
        this.shapes = new CodeShapes(tokens);
        this.others = new OtherNumbers(tokens);
    }

    List<Reference> run() {
        int code = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (code < i) {
                code = nextCode(i);
            }
            if (code - i <= REACH && tokens.word(i) && keyword(i)) {
                announced(i, ownCode(i) ? i : i + 1, false);
            }
            Stretch user = users.behind(i);
            if (user != null) {
                add(user.from(), user.end());
            }
            if (tokens.word(i) && ends(i)) {
                lastDigits(i);
            }
            if (tokens.is(i, "номер") || tokens.is(i, "numero") || tokens.is(i, "number")) {
                numbered(i);
            }
            if (numberSign(i) && !PLACES.contains(tokens.form(i - 1))) {
                announced(i, i + 1, true);
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            shaped(i);
        }
        for (int i = 0; i < tokens.size(); i++) {
            bare(i);
        }
        found.sort(Comparator.comparingInt(reference -> reference.span().start()));
        return found;
    }

    /** Where the next piece stands that may begin a code: a number, or letters in capitals. */
    private int nextCode(int from) {
        int i = from;
        while (i < tokens.size() && !tokens.number(i) && !(tokens.length(i) >= 2 && tokens.capitals(i))) {
            i++;
        }
        return i;
    }

    /** "Number" alone announces anything; the code must look like one. */
    private void numbered(int word) {
        int at = tokens.sign(word + 1, ":") ? word + 2 : word + 1;
        if (at < tokens.size() && !tokens.sign(at) && !tokens.taken(at) && tokens.sameLine(at)) {
            Code code = Code.at(tokens, at);
            Code wide = shapes.widened(at);
            boolean groups = wide != null && wide.end() > code.end() + 1 && wide.digits() >= 6;
            if (groups || (code.digits() >= 3 && code.joints() + code.capitals() > 0)) {
                announced(word, at, true);
            }
        }
    }

    /** "Ending", "the last four", "quatre derniers": the end of a number follows. */
    private boolean ends(int i) {
        String form = tokens.form(i);
        return ENDS.contains(form)
                || (LAST.contains(form) && FOUR.contains(tokens.form(i - 1)))
                || (FOUR.contains(form) && LAST.contains(tokens.form(i - 1)))
                || (form.length() > 9 && form.contains("канчива"));
    }

    private boolean keyword(int i) {
        return ReferenceWords.announce(tokens, i);
    }

    /** "RMA-66201": the word is written in capitals as a part of the code. */
    private boolean ownCode(int i) {
        return tokens.capitals(i)
                && tokens.length(i) <= 4
                && (!tokens.glued(i) || tokens.sign(i - 1))
                && tokens.sign(i + 1, "-")
                && tokens.glued(i + 1)
                && tokens.number(i + 2)
                && tokens.glued(i + 2);
    }

    private boolean numberSign(int i) {
        boolean letter = (tokens.is(i, "n")
                        || tokens.is(i, "no")
                        || tokens.is(i, "nro")
                        || tokens.is(i, "num")
                        || tokens.is(i, "nr"))
                && tokens.sign(i + 1, ".°º");
        return tokens.sign(i, "№#") || letter;
    }

    /** The code that a word announces, and those that follow it in a list. */
    private void announced(int word, int from, boolean numbered) {
        boolean sign = numbered;
        int at = from;
        for (int k = 0; k < REACH; k++, at++) {
            if (at >= tokens.size() || (tokens.taken(at) && !tokens.sameLine(at))) {
                return;
            }
            boolean number = numberSign(at)
                    || tokens.is(at, "no")
                    || (tokens.is(at, "n") && !beginsCode(at))
                    || tokens.is(at, "number")
                    || tokens.is(at, "numero")
                    || tokens.is(at, "номер")
                    || tokens.is(at, "номером");
            sign |= number;
            if (!number && !passes(word, at)) {
                at = behindColon(at);
                break;
            }
        }
        int end = take(word, at, sign);
        while (end > 0) {
            int next = tokens.sign(end, ",/&+") || AND.contains(tokens.form(end)) ? end + 1 : -1;
            next = tokens.sign(next, "№#") ? next + 1 : next;
            boolean more = next > 0
                    && (tokens.number(next) || tokens.capital(next))
                    && !tokens.taken(next)
                    && listed(end, next);
            end = more ? take(word, next, true) : -1;
        }
    }

    /** "N-0331", "N6T3KA": the letter belongs to the code. */
    private boolean beginsCode(int at) {
        boolean joined = tokens.sign(at + 1, "-/") && tokens.glued(at + 2);
        return tokens.capitals(at) && tokens.glued(at + 1) && (tokens.number(at + 1) || joined);
    }

    /** "Batch code on the jar: 6052A": other words may stand before a colon, if what is behind it looks like a code. */
    private int behindColon(int at) {
        int colon = at;
        while (colon - at < REACH && tokens.word(colon) && !tokens.capital(colon) && tokens.sameLine(colon)) {
            colon++;
        }
        int code = colon + 1;
        if (colon == at || !tokens.sign(colon, ":") || !tokens.sameLine(code) || tokens.sign(code)) {
            return at;
        }
        Code behind = code < tokens.size() ? Code.at(tokens, code) : null;
        boolean looks = behind != null
                && behind.digits() >= 3
                && (behind.digits() >= 5 || behind.capitals() + behind.joints() > 0);
        return looks ? code : at;
    }

    /** Papers of which the price is named as often as the number. */
    private static final Set<String> PAID =
            Lexicon.words("штраф штрафа билет билеты чек amende multa fine boleto billete");

    private static final Set<String> AND = Set.of("and", "et", "y", "и", "e");

    private boolean listed(int end, int next) {
        Code code = Code.at(tokens, next);
        if (last != null && code.digits() >= 3 && !code.digitsOnly() && code.alike(last)) {
            return true;
        }
        Code before = Code.of(tokens.form(end - 1), end);
        boolean alike = Math.abs(code.digits() - before.digits()) <= 1 && code.digits() >= 3;
        return code.digitsOnly() ? alike && !shapes.unit(code.end()) : code.speaksForItself();
    }

    private boolean passes(int word, int at) {
        if (tokens.taken(at)) {
            return tokens.sameLine(at);
        }
        if (tokens.sign(at)) {
            if (tokens.is(at, ",")) {
                return tokens.number(at + 1)
                        && tokens.length(at + 1) >= 5
                        && tokens.spaced(at + 1)
                        && (!tokens.word(at + 2) || AND.contains(tokens.form(at + 2)));
            }
            boolean short_ = tokens.length(at - 1) <= 4 && tokens.word(at - 1);
            boolean elided = tokens.length(at - 1) == 1 && tokens.sign(at, "'’");
            boolean dots = tokens.sign(at, ".…") && (tokens.sign(at - 1, ".(") || tokens.sign(at + 1, "."));
            return elided
                    || dots
                    || tokens.sign(at, "…")
                    || tokens.sign(at, ":#№(°º«\"“-–—=>»”")
                    || (tokens.is(at, ".") && short_ && at - word < 4);
        }
        boolean small = !tokens.capitals(at)
                || tokens.capitals(word)
                || COVERS.contains(tokens.form(at))
                || NUMBER_NAMES.contains(tokens.form(at));
        boolean bare = !(tokens.glued(at + 1) && (tokens.number(at + 1) || tokens.sign(at + 1, "-_/")));
        return tokens.word(at)
                && small
                && bare
                && tokens.sameLine(at)
                && (BETWEEN.contains(tokens.form(at)) || COVERS.contains(tokens.form(at)) || keyword(at));
    }

    /** Takes the code at a piece if it is one; answers the piece behind it, or -1. */
    private int take(int word, int at, boolean numbered) {
        if (at >= tokens.size() || tokens.sign(at) || tokens.taken(at) || (tokens.glued(at) && tokens.word(at - 1))) {
            return -1;
        }
        Code code = shapes.widened(at);
        if (code == null || others.announced(at)) {
            return -1;
        }
        boolean letters = letterCode(word, code);
        boolean mixed =
                code.capitals() >= 3 && code.digits() >= 1 && code.text().length() >= 5;
        boolean announced = numbered && tokens.word(word) && !numberSign(word);
        boolean enough = code.digits() >= 3 || mixed || (code.digits() >= 2 && (announced || code.capitals() > 0));
        boolean fine = !numbered
                && PAID.contains(tokens.form(word))
                && tokens.length(at) <= 4
                && tokens.form(at).endsWith("0");
        boolean clock = code.joints() <= 1 && code.text().matches("\\d{1,2}[.h]\\d{2}");
        boolean words = code.smalls() > 3 && code.joints() == 0 && code.capitals() == 0 && code.digits() < 2;
        boolean plain = code.digitsOnly() && code.digits() < 6;
        boolean sum = tokens.number(at)
                && code.joints() + code.digits()
                        == code.text().strip().replace(" ", "").length()
                && !sign(at - 1)
                && shapes.priced(at, code);
        if (!letters
                && (sum
                        || clock
                        || (fine && plain)
                        || !enough
                        || words
                        || (plain && (shapes.unit(code.end()) || (!numbered && code.year())))
                        || shapes.flight(at, code))) {
            return -1;
        }
        last = code;
        add(shapes.shortName(word, at) ? word : signed(at), code.end());
        return code.end();
    }

    /** "My booking is QXRTLM": a code of letters alone. */
    private boolean letterCode(int word, Code code) {
        return code.digits() == 0
                && LETTER_CODES.contains(tokens.form(word))
                && code.smalls() == 0
                && code.capitals() >= 5
                && code.capitals() <= 8
                && !tokens.capitals(word)
                && code.joints() == 0;
    }

    private boolean sign(int i) {
        return tokens.sign(i, "№#°º:");
    }

    /** Where a code begins with the sign that is glued to it: "#58213", "***2290". */
    private int signed(int at) {
        int from = at;
        while (tokens.glued(from) && tokens.sign(from - 1, "#*•") && at - from < 8) {
            from--;
        }
        return from;
    }

    private void lastDigits(int word) {
        int words = 0;
        for (int at = word + 1; words < 4 && at <= word + REACH; at++) {
            words += tokens.sign(at, ".…") ? 0 : 1;
            if (tokens.number(at)) {
                lastDigits(word, at);
                return;
            }
        }
    }

    private void lastDigits(int word, int at) {
        Code code = Code.at(tokens, at);
        boolean check = code.digits() >= 3 && code.digits() <= 6 && code.text().length() <= code.digits() + 2;
        if (!check || tokens.taken(at) || shapes.unit(code.end())) {
            return;
        }
        add(at, code.end());
        int next = code.end() + 1;
        if (AND.contains(tokens.form(next - 1)) && tokens.number(next) && tokens.length(next) == code.digits()) {
            lastDigits(word, next);
        }
    }

    private void shaped(int i) {
        if (tokens.word(i) && !tokens.glued(i + 1) && !tokens.capitals(i) && !tokens.is(i - 1, "@")) {
            return;
        }
        if (tokens.taken(i) || tokens.sign(i) || (tokens.glued(i) && !tokens.sign(i - 1, "(\"«“[:,=>*•№#—–@"))) {
            return;
        }
        Stretch user = users.at(i);
        if (user != null) {
            add(user.from(), user.end());
            return;
        }
        int bank = shapes.bankAccount(i);
        if (bank > 0 && tokens.free(i, bank)) {
            add(i, bank);
            return;
        }
        boolean starred = tokens.glued(i) && tokens.sign(i - 1, "*•") && tokens.number(i) && tokens.length(i) == 4;
        Code code = Code.at(tokens, i);
        boolean blocked = MODELS.contains(tokens.form(i - 1))
                || FLIGHTS.contains(tokens.form(i - 1))
                || (ACRONYMS.contains(tokens.form(i))
                        && code.digits() < SURE_DIGITS
                        && (code.joints() == 0 || (code.joints() == 1 && !shapes.dashed(i, code))))
                || tokens.sign(i - 1, "@")
                || (tokens.is(i - 1, "id") && tokens.is(i - 2, "message"))
                || others.shaped(i, code)
                || shapes.unit(code.end());
        if (starred || (code.speaksForItself() && !blocked && tokens.free(i, code.end()))) {
            add(shapes.named(i, code) ? i - 1 : signed(i), code.end());
        } else if (shapes.fours(i)) {
            add(i, i + 2);
        } else if (shapes.prefixed(i) && !others.announced(i) && !others.place(i)) {
            Code wide = shapes.widened(i);
            add(i, wide == null ? i + 2 : wide.end());
        } else if (tokens.number(i) && tokens.length(i) == 4 && tokens.spaced(i) && shapes.hidden(i - 1)) {
            int from = i - 1;
            while (shapes.hidden(from - 1) && tokens.sameLine(from)) {
                from--;
            }
            add(from, i + 1);
        }
    }

    /** A number that no word announces: one like those found already, one in brackets of its own, or a very long one. */
    private void bare(int i) {
        boolean open = tokens.sign(i - 1, "(") && tokens.glued(i);
        if (!tokens.number(i) || tokens.taken(i) || (tokens.glued(i) && !open)) {
            return;
        }
        Code code = Code.at(tokens, i);
        int end = code.end();
        boolean alone = !tokens.glued(end) || tokens.sign(end, ".,;:!?)»\"");
        boolean number = code.digitsOnly() && code.digits() >= 5 && alone && !shapes.unit(end);
        if (!number
                || code.text().endsWith("000")
                || tokens.number(end)
                || tokens.number(i - 1)
                || others.announced(i)) {
            return;
        }
        boolean like = found.stream().anyMatch(other -> digits(other.text(), code.digits()));
        boolean bracketed = open && tokens.sign(end, ")") && !tokens.capital(i - 2);
        if (like || bracketed || code.digits() >= SURE_DIGITS) {
            add(i, end);
        }
    }

    private static boolean digits(String text, int count) {
        return text.length() == count && text.chars().allMatch(Character::isDigit);
    }

    private void add(int from, int end) {
        String text = tokens.literal(from, end);
        tokens.take(from, end);
        if (seen.add(text)) {
            found.add(new Reference(text, tokens.span(from, end)));
        }
    }
}
