package org.amends.language.fact;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the pieces around a code add to it, and which of its kinds tell a reference from other numbers. */
final class CodeShapes {

    private static final Set<String> FLIGHTS = Lexicon.list(ReferenceWords.LISTS, "flights");
    private static final Set<String> UNITS = Lexicon.list(ReferenceWords.LISTS, "units");
    private static final Set<String> STANDARDS = Lexicon.list(ReferenceWords.LISTS, "standards");
    private static final Set<String> ACRONYMS = Lexicon.list(ReferenceWords.LISTS, "acronyms");
    private static final Set<String> PLACES = Lexicon.list(ReferenceWords.LISTS, "places");

    /** Short names of papers that are written as part of their numbers. */
    private static final Set<String> SHORT_NAMES = Lexicon.words("po bl cde cmd sn pv bc ot os wo so rma sav");

    private static final Set<String> PRICED = Lexicon.words("de por of for за на d pour a en");

    private static final int SHORTEST_ACCOUNT = 16;
    private static final int LONGEST_ACCOUNT = 34;

    private final Tokens tokens;

    CodeShapes(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "Factura de 612.000", "билет за 11 200": thousands behind a word that leads to a price. */
    boolean priced(int at, Code code) {
        Quantity number = Numerals.plain(tokens, at);
        boolean thousands = number != null && number.end() > at + 1 && number.end() == code.end();
        return thousands
                && (PRICED.contains(tokens.form(at - 1))
                        || tokens.form(code.end() - 1).equals("000"));
    }

    /** A short name in capitals belongs to the number behind it: "PO 60071", "BL 3029". */
    boolean shortName(int word, int at) {
        return at == word + 1
                && tokens.capitals(word)
                && tokens.spaced(at)
                && SHORT_NAMES.contains(tokens.form(word))
                && !tokens.capitals(word - 1);
    }

    /** The code with what belongs to it behind a space: "ORD 20931", "70088 2241 903"; null if there is none. */
    @Nullable
    Code widened(int at) {
        Code code = Code.at(tokens, at);
        int end = code.end();
        boolean prefix = code.digits() == 0 && code.smalls() == 0 && code.capitals() <= 5 && code.capitals() > 0;
        if (code.digits() == 0 && (code.smalls() > 0 || code.capitals() > 8)) {
            return null;
        }
        boolean postal = prefix && tokens.length(at) == 2 && tokens.spaced(at + 1);
        int groups = 1;
        while (groups < 8
                && tokens.spaced(end)
                && tokens.number(end)
                && !tokens.taken(end)
                && Code.at(tokens, end).digits()
                        >= least(groups, prefix || code.text().length() < 5)) {
            Code next = Code.at(tokens, end);
            boolean counted = unit(next.end()) && !(code.capitals() > 0 && tokens.capitals(next.end()));
            boolean check = next.digits() == 1 && groups > 1 && !(tokens.word(end + 1) && tokens.sameLine(end + 1));
            if ((next.year() && !prefix && groups < 2) || counted || (next.digits() < 2 && !postal && !check)) {
                break;
            }
            end = next.end();
            groups++;
            prefix = false;
        }
        boolean country = tokens.length(end) == 2 && (postal ? groups >= 3 : groups == 2 && code.capitals() > 0);
        boolean letters = tokens.spaced(end) && tokens.capitals(end) && tokens.length(end) <= 3;
        boolean whole = !tokens.glued(end + 1) || tokens.sign(end + 1, ".,;:!?)»\"");
        boolean check = tokens.length(end) == 1
                && code.digits() >= 5
                && (tokens.sign(end + 1) || !tokens.sameLine(end + 1))
                && !tokens.is(end, "i");
        if (letters && whole && (check || country || plate(at, end) || (tokens.length(end) == 1 && groups > 1))) {
            end++;
        }
        return Code.of(tokens.literal(at, end), end);
    }

    /** How many digits the next group of a code has at least. */
    private static int least(int groups, boolean beginning) {
        if (groups > 1) {
            return 1;
        }
        return beginning ? 2 : 3;
    }

    /** "01KG 448 ACB", "LK68 XYZ": letters and digits of a number plate, with letters behind them. */
    private boolean plate(int at, int end) {
        Code code = Code.of(tokens.literal(at, end), end);
        return code.digits() >= 2
                && code.digits() <= 5
                && code.capitals() == 2
                && code.joints() == 0
                && tokens.length(end) == 3;
    }

    boolean unit(int i) {
        return tokens.sameLine(i) && (UNITS.contains(tokens.form(i)) || tokens.sign(i, "%€$£°"));
    }

    /** Two letters and up to four digits behind "flight". */
    boolean flight(int at, Code code) {
        boolean shape = code.capitals() <= 2 && code.digits() <= 4 && code.smalls() == 0 && code.digits() > 0;
        return shape && (FLIGHTS.contains(tokens.form(at - 1)) || FLIGHTS.contains(tokens.form(at - 2)));
    }

    /** Stars that stand for the digits of a card which are not shown: "**** 4471". */
    boolean hidden(int i) {
        return tokens.sign(i, "*•") && (tokens.sign(i - 1, "*•") || tokens.sign(i + 1, "*•"));
    }

    /** "RC-20917": letters that mean something else when they stand alone. */
    boolean dashed(int i, Code code) {
        return code.digits() >= 4
                && tokens.length(i) <= 3
                && tokens.sign(i + 1, "-")
                && !STANDARDS.contains(tokens.form(i));
    }

    /** "RA 70-3391-X": a short name in capitals that belongs to the code behind it. */
    boolean named(int i, Code code) {
        return tokens.number(i)
                && tokens.spaced(i)
                && tokens.capitals(i - 1)
                && tokens.length(i - 1) >= 2
                && tokens.length(i - 1) <= 4
                && code.joints() > 0
                && !tokens.taken(i - 1)
                && !tokens.capitals(i - 2)
                && !ACRONYMS.contains(tokens.form(i - 1))
                && (SHORT_NAMES.contains(tokens.form(i - 1)) || !ReferenceWords.announce(tokens, i - 1));
    }

    /** Whether hundredths follow: a sum. */
    boolean decimals(int end) {
        return tokens.sign(end, ",")
                && tokens.glued(end)
                && tokens.number(end + 1)
                && tokens.glued(end + 1)
                && tokens.length(end + 1) == 2
                && !tokens.glued(end + 2);
    }

    /** "N-0331", "N6T3KA": the letter belongs to the code. */
    boolean begins(int at) {
        boolean joined = tokens.sign(at + 1, "-/") && tokens.glued(at + 2);
        return tokens.capitals(at) && tokens.glued(at + 1) && (tokens.number(at + 1) || joined);
    }

    /** "Batch code on the jar: 6052A": other words may stand before a colon, if what is behind it looks like a code. */
    int behindColon(int at, int reach) {
        int colon = at;
        while (colon - at < reach && tokens.word(colon) && !tokens.capital(colon) && tokens.sameLine(colon)) {
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

    /** Where an international bank account number ends that begins at a piece, in groups or in one; -1 if there is none. */
    int bankAccount(int i) {
        boolean begins = tokens.capitals(i)
                && tokens.length(i) == 2
                && tokens.number(i + 1)
                && tokens.glued(i + 1)
                && tokens.length(i + 1) >= 2;
        if (!begins || (tokens.length(i + 1) == 2 && !tokens.spaced(i + 2) && !tokens.glued(i + 2))) {
            return -1;
        }
        int end = i + 2;
        int signs = 2 + tokens.length(i + 1);
        int group = signs;
        int last = -1;
        while (end < tokens.size() && signs <= LONGEST_ACCOUNT && (tokens.number(end) || tokens.capitals(end))) {
            if (!tokens.glued(end)) {
                if (!tokens.spaced(end) || group % 4 != 0) {
                    break;
                }
                group = 0;
            }
            group += tokens.length(end);
            signs += tokens.length(end);
            end++;
            last = tokens.glued(end) && !tokens.sign(end) ? last : end;
        }
        return signs >= SHORTEST_ACCOUNT && signs <= LONGEST_ACCOUNT && last == end ? end : -1;
    }

    /** "RR 448 901 772 CH": two letters and nine digits in groups. */
    boolean postal(int i) {
        if (!tokens.capitals(i) || tokens.length(i) != 2 || !tokens.number(i + 1) || tokens.is(i, "id")) {
            return false;
        }
        Code wide = widened(i);
        return wide != null && wide.digits() >= 6 && wide.digits() <= 10 && wide.end() > i + 3;
    }

    /** "8820 1147": two groups of four digits, none of them a year. */
    boolean fours(int i) {
        boolean both = tokens.number(i)
                && tokens.number(i + 1)
                && tokens.length(i) == 4
                && tokens.length(i + 1) == 4
                && tokens.spaced(i + 1)
                && !tokens.taken(i + 1)
                && !tokens.number(i - 1)
                && !tokens.number(i + 2);
        return both && !Code.at(tokens, i).year() && !Code.at(tokens, i + 1).year() && !tokens.glued(i + 2);
    }

    /** "BL 3029", "КУСП 11873": a short name in capitals and a number. */
    boolean prefixed(int i) {
        boolean name = tokens.capitals(i)
                && tokens.length(i) >= 2
                && tokens.length(i) <= 6
                && !tokens.taken(i)
                && (!ACRONYMS.contains(tokens.form(i)) || UNITS.contains(tokens.form(i)) || postal(i));
        if (!name || !tokens.number(i + 1) || !tokens.spaced(i + 1) || tokens.taken(i + 1)) {
            return false;
        }
        Code code = Code.at(tokens, i + 1);
        boolean enough = tokens.length(i) <= 4 ? code.digits() >= 4 : code.joints() == 1 && code.digits() >= 5;
        if (postal(i)) {
            return true;
        }
        boolean plain = code.smalls() == 0 && code.text().indexOf('.') < 0;
        if (!enough
                || !plain
                || unit(code.end())
                || (tokens.glued(code.end()) && !tokens.sign(code.end(), ".,;:!?)»\""))) {
            return false;
        }
        boolean shouting = (tokens.capitals(i - 1) && tokens.length(i - 1) > 1)
                || (tokens.capitals(code.end()) && tokens.length(code.end()) > 2);
        return !shouting
                && !code.year()
                && !FLIGHTS.contains(tokens.form(i - 1))
                && (tokens.length(i + 1) >= 5 || !PLACES.contains(tokens.form(i - 1)));
    }
}
