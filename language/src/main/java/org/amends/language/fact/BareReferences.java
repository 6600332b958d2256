package org.amends.language.fact;

import java.util.BitSet;

/** Finds references that stand apart from the word for what they number: in brackets, behind a comma, or alike to one before. */
final class BareReferences {

    /** How far back in the sentence the thing may be named that has the number; in pieces. */
    private static final int REACH = 16;

    private static final int LEAST = 5;

    private final Tokens tokens;
    private final CodeShapes shapes;
    private final OtherNumbers others;

    BareReferences(Tokens tokens, CodeShapes shapes, OtherNumbers others) {
        this.tokens = tokens;
        this.shapes = shapes;
        this.others = others;
    }

    /**
     * Where a reference ends that begins at a piece; -1 if there is none.
     *
     * @param lengths how many digits those have that were found already
     */
    int end(int i, BitSet lengths) {
        boolean open = tokens.sign(i - 1, "(") && tokens.glued(i);
        boolean begins = tokens.number(i) || (tokens.capitals(i) && tokens.glued(i + 1));
        if (!begins || tokens.taken(i) || (tokens.glued(i) && !open)) {
            return -1;
        }
        Code code = Code.at(tokens, i);
        int end = code.end();
        boolean alone = !tokens.glued(end) || tokens.sign(end, ".,;:!?)»\"");
        if (!alone || shapes.unit(end) || !tokens.free(i, end) || others.shaped(i, code)) {
            return -1;
        }
        boolean apart = (open && tokens.sign(end, "),;"))
                || (tokens.sign(i - 1, ",") && (tokens.sign(end) || !tokens.sameLine(end)));
        if (!code.digitsOnly()) {
            boolean looks = code.capitals() > 0
                    && (code.digits() >= 3 || (code.digits() == 2 && code.joints() == 1))
                    && code.smalls() == 0
                    && code.text().indexOf('.') < 0;
            return looks && apart && named(i) ? end : -1;
        }
        if (code.digits() < LEAST - 1 || code.year() || code.text().endsWith("000") || grouped(i, end)) {
            return -1;
        }
        boolean sure = code.digits() >= ReferenceScan.SURE_DIGITS || lengths.get(code.digits());
        boolean bracketed = open && tokens.sign(end, ")") && !tokens.capital(i - 2);
        boolean several = code.digits() >= LEAST;
        return (several && (sure || bracketed)) || (apart && named(i) && (open || several)) ? end : -1;
    }

    /** Whether the sentence before a piece names something that has a number. */
    boolean named(int i) {
        for (int k = i - 1; k >= Math.max(0, i - REACH); k--) {
            boolean stop =
                    tokens.sign(k, "!?") || (tokens.sign(k, ".") && !tokens.glued(k + 1) && tokens.length(k - 1) > 3);
            if (stop || !tokens.sameLine(k + 1)) {
                return false;
            }
            if (ReferenceWords.announce(tokens, k)) {
                return true;
            }
        }
        return false;
    }

    private boolean grouped(int i, int end) {
        return tokens.number(end) || tokens.number(i - 1);
    }
}
