package org.amends.guard.label;

import java.util.ArrayList;
import java.util.List;
import org.amends.guard.food.Language;
import org.amends.guard.food.Meanings;
import org.amends.guard.food.NameNode;
import org.jspecify.annotations.Nullable;

/** Finds names in the tokens of an item, in one language: the longest first, from left to right. */
final class Names {

    private final Language language;
    private final NameNode root;
    private final List<Token> tokens;

    /** The words that each token stands for; a word written together stands for several. */
    private final int[][] units;

    private final int[] tokenOf;

    private int bestEnd;
    private @Nullable NameNode best;

    private Names(Language language, NameNode root, List<Token> tokens) {
        this.language = language;
        this.root = root;
        this.tokens = tokens;
        int size = 0;
        for (Token token : tokens) {
            size += Math.max(1, token.meanings().size(language));
        }
        units = new int[size][];
        tokenOf = new int[size];
        int unit = 0;
        for (int t = 0; t < tokens.size(); t++) {
            Meanings meanings = tokens.get(t).meanings();
            int parts = Math.max(1, meanings.size(language));
            for (int part = 0; part < parts; part++) {
                units[unit] = meanings.part(language, part);
                tokenOf[unit] = t;
                unit++;
            }
        }
    }

    /** All names in the tokens; none overlap. */
    static List<Match> in(List<Token> tokens, Language language, NameNode root) {
        return new Names(language, root, tokens).all();
    }

    private List<Match> all() {
        List<Match> matches = new ArrayList<>();
        int unit = 0;
        while (unit < units.length) {
            best = null;
            bestEnd = unit;
            longest(root, unit);
            NameNode found = best;
            if (found == null) {
                unit++;
            } else {
                int from = tokenOf[unit];
                int to = tokenOf[bestEnd - 1] + 1;
                matches.add(new Match(found, from, to, isGuessed(from, to)));
                unit = bestEnd;
            }
        }
        return matches;
    }

    /** Articles and prepositions inside a name may be passed over: names of foods are kept without them. */
    private void longest(NameNode node, int unit) {
        if (unit == units.length) {
            return;
        }
        for (int word : units[unit]) {
            NameNode next = node.after(word);
            if (next != null) {
                if (unit + 1 > bestEnd && next.isName()) {
                    best = next;
                    bestEnd = unit + 1;
                }
                longest(next, unit + 1);
            }
        }
        if (!node.equals(root) && tokens.get(tokenOf[unit]).meanings().isFunctionWord(language)) {
            longest(node, unit + 1);
        }
    }

    private boolean isGuessed(int from, int to) {
        for (int t = from; t < to; t++) {
            if (tokens.get(t).meanings().isGuessed()) {
                return true;
            }
        }
        return false;
    }
}
