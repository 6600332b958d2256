package org.amends.language.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the last digits of cards and accounts: "ending in 4471 and 8830", "the last four 7719". */
final class LastDigits {

    private static final Set<String> ENDS = Lexicon.list(ReferenceWords.LISTS, "ends");
    private static final Set<String> LAST = Lexicon.words("last final ultimos ultimas derniers последние последних");
    private static final Set<String> FOUR = Lexicon.words("four three cuatro tres quatre trois четыре четырех 4 3");

    /** How many words, and how many pieces, may stand before the digits. */
    private static final int WORDS = 4;

    private static final int REACH = 9;

    private final Tokens tokens;
    private final CodeShapes shapes;

    LastDigits(Tokens tokens, CodeShapes shapes) {
        this.tokens = tokens;
        this.shapes = shapes;
    }

    /** The digits that the word at a piece announces, and those that follow them; none if it announces none. */
    List<Stretch> behind(int word) {
        if (!tokens.word(word) || !announces(word)) {
            return List.of();
        }
        int words = 0;
        for (int at = word + 1; words < WORDS && at <= word + REACH; at++) {
            words += tokens.sign(at, ".…") ? 0 : 1;
            if (tokens.number(at)) {
                return from(at);
            }
        }
        return List.of();
    }

    private boolean announces(int i) {
        String form = tokens.form(i);
        return ENDS.contains(form)
                || (LAST.contains(form) && FOUR.contains(tokens.form(i - 1)))
                || (FOUR.contains(form) && LAST.contains(tokens.form(i - 1)))
                || (form.length() > 9 && form.contains("канчива"));
    }

    private List<Stretch> from(int first) {
        List<Stretch> found = new ArrayList<>();
        int at = first;
        while (at > 0) {
            Code code = Code.at(tokens, at);
            boolean check =
                    code.digits() >= 3 && code.digits() <= 6 && code.text().length() <= code.digits() + 2;
            if (!check || tokens.taken(at) || shapes.unit(code.end())) {
                break;
            }
            found.add(new Stretch(at, code.end()));
            int next = code.end() + 1;
            boolean more = ReferenceScan.AND.contains(tokens.form(next - 1))
                    && tokens.number(next)
                    && tokens.length(next) == code.digits();
            at = more ? next : -1;
        }
        return found;
    }
}
