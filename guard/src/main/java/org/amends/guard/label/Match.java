package org.amends.guard.label;

import org.amends.guard.food.NameNode;

/**
 * A name found in an item.
 *
 * @param node what is named
 * @param from the number of its first token
 * @param to the number after its last token
 * @param guessed whether a letter was taken for misread
 */
record Match(NameNode node, int from, int to, boolean guessed) {

    boolean is(org.amends.guard.food.WordKind kind) {
        return (node.kinds() & kind.bit()) != 0;
    }
}
