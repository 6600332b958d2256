package org.amends.guard.label;

import java.util.ArrayList;
import java.util.List;
import org.amends.guard.food.Language;
import org.amends.guard.food.NameNode;
import org.jspecify.annotations.Nullable;

/** Finds names in the tokens of an item, in one language: the longest first, from left to right. */
final class Names {

    private final Language language;
    private final NameNode root;
    private final List<Token> tokens;

    /** The words that each token stands for; a word written together stands for several. */
    private final List<int[]> units = new ArrayList<>();

    private final List<Integer> tokenOf = new ArrayList<>();

    private int bestEnd;
    private @Nullable NameNode best;

    private Names(Language language, NameNode root, List<Token> tokens) {
        this.language = language;
        this.root = root;
        this.tokens = tokens;
    }

    /** All names in the tokens; none overlap. */
    static List<Match> in(List<Token> tokens, Language language, NameNode root) {
        return new Names(language, root, tokens).all();
    }

    private List<Match> all() {
        for (int t = 0; t < tokens.size(); t++) {
            Token token = tokens.get(t);
            int parts = token.meanings().size(language);
            for (int part = 0; part < Math.max(1, parts); part++) {
                units.add(token.meanings().part(language, part));
                tokenOf.add(t);
            }
        }
        List<Match> matches = new ArrayList<>();
        int unit = 0;
        while (unit < units.size()) {
            best = null;
            bestEnd = unit;
            longest(root, unit);
            NameNode found = best;
            if (found == null) {
                unit++;
            } else {
                int from = tokenOf.get(unit);
                int to = tokenOf.get(bestEnd - 1) + 1;
                matches.add(new Match(found, from, to, isGuessed(from, to)));
                unit = bestEnd;
            }
        }
        return matches;
    }

    /** Articles and prepositions inside a name may be passed over: names of foods are kept without them. */
    private void longest(NameNode node, int unit) {
        if (unit == units.size()) {
            return;
        }
        for (int word : units.get(unit)) {
            NameNode next = node.after(word);
            if (next != null) {
                if (unit + 1 > bestEnd && next.isName()) {
                    best = next;
                    bestEnd = unit + 1;
                }
                longest(next, unit + 1);
            }
        }
        if (!node.equals(root) && tokens.get(tokenOf.get(unit)).meanings().isFunctionWord(language)) {
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
