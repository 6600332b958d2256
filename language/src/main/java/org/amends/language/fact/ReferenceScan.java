package org.amends.language.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds references: codes behind words that announce them, codes that speak for themselves, last digits of cards, user names. */
final class ReferenceScan {

    private static final Set<String> BETWEEN = Lexicon.list(ReferenceWords.LISTS, "between");
    private static final Set<String> PLACES = Lexicon.list(ReferenceWords.LISTS, "places");
    private static final Set<String> FLIGHTS = Lexicon.list(ReferenceWords.LISTS, "flights");
    private static final Set<String> MODELS = Lexicon.list(ReferenceWords.LISTS, "models");
    private static final Set<String> COVERS = Lexicon.list(ReferenceWords.LISTS, "covers");
    private static final Set<String> ACRONYMS = Lexicon.list(ReferenceWords.LISTS, "acronyms");

    /** Bookings may have codes of letters alone. */
    private static final Set<String> LETTER_CODES =
            Lexicon.words("booking pnr locator localizador reservation reserva resa бронь брони бронирования");

    /** What leads to the day of a paper, behind which its number may stand. */
    private static final Set<String> DATED =
            Lexicon.words("dated of from placed made on du de del le el on от emise datee fecha fechada issued sent");

    /** "An order of 250 cards". */
    private static final Set<String> COUNTS = Lexicon.words("of de d из");

    /** Shorter numbers may be counts and sums. */
    private static final int LONG = 6;

    /** Short names of numbers are no parts of them: "Case ID 5001", "REF 4471". */
    private static final Set<String> NUMBER_NAMES = Lexicon.words("id ids no nr ref imei vin");

    /** How many pieces may stand between the word and the code. */
    private static final int REACH = 9;

    /** So many digits are seldom anything but a reference. */
    static final int SURE_DIGITS = 7;

    private final Tokens tokens;
    private final UserNames users;
    private final CodeShapes shapes;
    private final OtherNumbers others;
    private final BareReferences bare;
    private final LastDigits last;
    private final List<Reference> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** How many digits the references have that are digits alone. */
    private final BitSet lengths = new BitSet();

    private @Nullable Code before;

    ReferenceScan(Tokens tokens) {
        this.tokens = tokens;
        this.users = new UserNames(tokens);
        this.shapes = new CodeShapes(tokens);
        this.others = new OtherNumbers(tokens);
        this.last = new LastDigits(tokens, shapes);
        this.bare = new BareReferences(tokens, shapes, others);
    }

    List<Reference> run() {
        int code = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (code < i) {
                code = nextCode(i);
            }
            if (code - i <= REACH && tokens.word(i) && ReferenceWords.announce(tokens, i)) {
                announced(i, ownCode(i) ? i : i + 1, false);
            }
            Stretch user = users.behind(i);
            if (user != null) {
                add(user.from(), user.end());
            }
            for (Stretch digits : last.behind(i)) {
                add(digits.from(), digits.end());
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
            int end = bare.end(i, lengths);
            if (end > i) {
                add(i, end);
            }
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
            boolean of = code.digitsOnly() && code.digits() >= 4 && bare.named(word) && !shapes.unit(code.end());
            if (groups || of || (code.digits() >= 3 && code.joints() + code.capitals() > 0)) {
                announced(word, at, true);
            }
        }
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
                    || (tokens.is(at, "n") && !shapes.begins(at))
                    || tokens.is(at, "number")
                    || tokens.is(at, "numero")
                    || tokens.is(at, "номер")
                    || tokens.is(at, "номером");
            sign |= number;
            if (!number && !passes(word, at)) {
                at = shapes.behindColon(at, REACH);
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
                    && listed(end, next, sign);
            end = more ? take(word, next, true) : -1;
        }
    }

    /** Papers of which the price is named as often as the number. */
    private static final Set<String> PAID =
            Lexicon.words("штраф штрафа билет билеты чек amende multa fine boleto billete deposit deposito acompte");

    static final Set<String> AND = Set.of("and", "et", "y", "и", "e");

    private boolean listed(int end, int next, boolean numbered) {
        Code code = Code.at(tokens, next);
        if (before != null && code.digits() >= 3 && !code.digitsOnly() && code.alike(before)) {
            return true;
        }
        if (before != null && code.alike(before) && (code.capitals() > 0 || numbered)) {
            return true;
        }
        Code other = Code.of(tokens.form(end - 1), end);
        boolean alike = Math.abs(code.digits() - other.digits()) <= 1 && code.digits() >= 3;
        return code.digitsOnly() ? alike && !shapes.unit(code.end()) : code.speaksForItself();
    }

    private boolean passes(int word, int at) {
        if (tokens.taken(at)) {
            return tokens.sameLine(at);
        }
        if (DATED.contains(tokens.form(at)) && tokens.taken(at + 1)) {
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
            boolean quoted = tokens.sign(at, "'‘’") && tokens.spaced(at) && tokens.glued(at + 1);
            return elided
                    || quoted
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
                && (BETWEEN.contains(tokens.form(at))
                        || COVERS.contains(tokens.form(at))
                        || ReferenceWords.announce(tokens, at));
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
        if (!letterCode(word, code) && (other(word, at, numbered, code) || !enough(word, at, numbered, code))) {
            return -1;
        }
        before = code;
        add(shapes.shortName(word, at) ? word : signed(at), code.end());
        return code.end();
    }

    /** Whether there is enough of a code for a reference. */
    private boolean enough(int word, int at, boolean numbered, Code code) {
        boolean mixed = (code.hasty() && at - word <= 4)
                || (code.capitals() >= 3 && code.digits() >= 1 && code.text().length() >= 5);
        boolean announced = numbered && tokens.word(word) && !numberSign(word);
        return code.digits() >= 3
                || mixed
                || (code.digits() >= 2 && (announced || code.capitals() > 0))
                || (code.digits() == 1 && code.capitals() > 0 && code.joints() > 0 && several(word, at, code));
    }

    /** Whether a number is a sum, a count, a time or a word rather than a reference. */
    private boolean other(int word, int at, boolean numbered, Code code) {
        boolean counted = code.digitsOnly()
                && code.digits() < LONG
                && !numbered
                && ((COUNTS.contains(tokens.form(at - 1)) && tokens.spaced(code.end()) && tokens.word(code.end()))
                        || shapes.decimals(code.end()));
        boolean fine = !numbered
                && PAID.contains(tokens.form(word))
                && tokens.length(at) <= 4
                && tokens.form(at).endsWith("0");
        boolean clock = code.joints() <= 1 && code.text().matches("\\d{1,2}[.h]\\d{2}");
        boolean words = code.smalls() > 3 && code.joints() == 0 && code.capitals() == 0 && code.digits() < 2;
        boolean plain = code.digitsOnly() && code.digits() < LONG;
        boolean sum = tokens.number(at)
                && code.joints() + code.digits()
                        == code.text().strip().replace(" ", "").length()
                && !sign(at - 1)
                && shapes.priced(at, code);
        return sum
                || counted
                || clock
                || (fine && plain)
                || words
                || (plain && (shapes.unit(code.end()) || (!numbered && code.year())))
                || shapes.flight(at, code);
    }

    /** "Dossiers G-1, G-2": short codes are believed where there are several of them. */
    private boolean several(int word, int at, Code code) {
        return (at == word + 1 && "sыиа".indexOf(tokens.form(word).charAt(tokens.length(word) - 1)) >= 0)
                || (before != null && code.alike(before));
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
        if (starred || (code.speaksForItself() && !blocked(i, code) && tokens.free(i, code.end()))) {
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

    /** Whether the words around a code say that it is none. */
    private boolean blocked(int i, Code code) {
        return MODELS.contains(tokens.form(i - 1))
                || FLIGHTS.contains(tokens.form(i - 1))
                || (ACRONYMS.contains(tokens.form(i))
                        && code.digits() < SURE_DIGITS
                        && (code.joints() == 0 || (code.joints() == 1 && !shapes.dashed(i, code))))
                || tokens.sign(i - 1, "@")
                || (tokens.is(i - 1, "id") && tokens.is(i - 2, "message"))
                || others.shaped(i, code)
                || shapes.unit(code.end());
    }

    private void add(int from, int end) {
        String text = tokens.literal(from, end);
        tokens.take(from, end);
        if (text.chars().allMatch(Character::isDigit)) {
            lengths.set(text.length());
        }
        if (seen.add(text)) {
            found.add(new Reference(text, tokens.span(from, end)));
        }
    }
}
