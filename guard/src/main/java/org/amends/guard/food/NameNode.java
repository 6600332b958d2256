package org.amends.guard.food;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in the tree of names: what the words up to here name, and which words may follow. */
public final class NameNode {

    private static final int MOST_SIDE_BY_SIDE = 12;
    private static final int[] NO_WORDS = {};
    private static final NameNode[] NONE = {};

    /** Which words may follow. At the beginning of all names there are thousands, elsewhere a few: those stand side by side. */
    private int[] words = NO_WORDS;

    private NameNode[] nodes = NONE;
    private @Nullable Map<Integer, NameNode> many;
    private @Nullable NameNode @Nullable [] byWord;
    private @Nullable Food food;
    private int kinds;
    private int claims;

    NameNode() {}

    /** The food of this name; null where the words so far name none. */
    public @Nullable Food food() {
        return food;
    }

    /** What else the words do, as a set of {@link WordKind}s. */
    public int kinds() {
        return kinds;
    }

    /** What they claim, as a set of {@link Claim}s. */
    public int claims() {
        return claims;
    }

    /** Whether the words up to here mean anything. */
    public boolean isName() {
        return food != null || kinds != 0 || claims != 0;
    }

    /** The place after one more word; null where no name goes on so. */
    public @Nullable NameNode after(int word) {
        if (byWord != null) {
            return byWord[word];
        }
        if (many != null) {
            return many.get(word);
        }
        for (int i = 0; i < words.length; i++) {
            if (words[i] == word) {
                return nodes[i];
            }
        }
        return null;
    }

    NameNode orMade(int word) {
        NameNode known = after(word);
        return known == null ? add(word, new NameNode()) : known;
    }

    private NameNode add(int word, NameNode node) {
        Map<Integer, NameNode> map = many;
        if (map == null && words.length == MOST_SIDE_BY_SIDE) {
            map = new HashMap<>();
            for (int i = 0; i < words.length; i++) {
                map.put(words[i], nodes[i]);
            }
            many = map;
        }
        if (map == null) {
            words = Arrays.copyOf(words, words.length + 1);
            nodes = Arrays.copyOf(nodes, nodes.length + 1);
            words[words.length - 1] = word;
            nodes[nodes.length - 1] = node;
        } else {
            map.put(word, node);
        }
        return node;
    }

    /** Once all names are in: the beginning of all names is asked so often that it stands by number of word. */
    void close(int words) {
        @Nullable NameNode[] all = new @Nullable NameNode[words + 1];
        for (int word = 0; word <= words; word++) {
            all[word] = after(word);
        }
        byWord = all;
    }

    void name(Food named) {
        food = named;
    }

    void add(WordKind kind) {
        kinds |= kind.bit();
    }

    void add(Claim claim) {
        claims |= claim.bit();
    }
}
