package org.amends.language.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what is kept under a word, or under the beginning of a word: a tree of letters.
 *
 * @param <T> what is kept
 */
public final class WordTree<T> {

    private static final class Node<T> {
        private List<T> whole = List.of();
        private List<T> prefix = List.of();
        private char[] letters = new char[0];
        private List<Node<T>> below = List.of();

        private int place(char letter) {
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == letter) {
                    return i;
                }
            }
            return -1;
        }

        private Node<T> made(char letter) {
            int place = place(letter);
            if (place >= 0) {
                return below.get(place);
            }
            letters = Arrays.copyOf(letters, letters.length + 1);
            letters[letters.length - 1] = letter;
            below = with(below, new Node<>());
            return below.getLast();
        }
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = list.isEmpty() ? new ArrayList<>(1) : list;
        more.add(one);
        return more;
    }

    private final Node<T> root = new Node<>();

    /** Keeps something under a word, or under every word that begins so. */
    public void add(String form, boolean prefix, T kept) {
        Node<T> node = root;
        for (int i = 0; i < form.length(); i++) {
            node = node.made(form.charAt(i));
        }
        List<T> there = prefix ? node.prefix : node.whole;
        if (there.contains(kept)) {
            return;
        }
        if (prefix) {
            node.prefix = with(there, kept);
        } else {
            node.whole = with(there, kept);
        }
    }

    /** Adds to a list what is kept under a word and under its beginnings, short beginnings first. */
    public void find(String form, List<T> found) {
        Node<T> node = root;
        for (int i = 0; i < form.length(); i++) {
            int place = node.place(form.charAt(i));
            if (place < 0) {
                return;
            }
            node = node.below.get(place);
            addAll(node.prefix, found);
        }
        addAll(node.whole, found);
    }

    private static <T> void addAll(List<T> kept, List<T> found) {
        if (!kept.isEmpty()) {
            found.addAll(kept);
        }
    }
}
