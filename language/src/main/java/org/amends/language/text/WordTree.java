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
        private final List<T> whole = new ArrayList<>(1);
        private final List<T> prefix = new ArrayList<>(1);
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
            List<Node<T>> more = new ArrayList<>(below);
            more.add(new Node<>());
            letters = Arrays.copyOf(letters, letters.length + 1);
            letters[letters.length - 1] = letter;
            below = more;
            return more.getLast();
        }
    }

    private final Node<T> root = new Node<>();

    /** Keeps something under a word, or under every word that begins so. */
    public void add(String form, boolean prefix, T kept) {
        Node<T> node = root;
        for (int i = 0; i < form.length(); i++) {
            node = node.made(form.charAt(i));
        }
        List<T> there = prefix ? node.prefix : node.whole;
        if (!there.contains(kept)) {
            there.add(kept);
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
            found.addAll(node.prefix);
        }
        found.addAll(node.whole);
    }
}
