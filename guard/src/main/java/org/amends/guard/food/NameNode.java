package org.amends.guard.food;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in the tree of names: what the words up to here name, and which words may follow. */
public final class NameNode {

    private final Map<Integer, NameNode> next = new HashMap<>(2);
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
        return next.get(word);
    }

    NameNode orMade(int word) {
        return next.computeIfAbsent(word, any -> new NameNode());
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
