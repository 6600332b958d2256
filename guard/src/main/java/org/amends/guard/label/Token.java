package org.amends.guard.label;

import org.amends.guard.food.Meanings;

/**
 * A word of a label with what it may mean.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusively
 */
record Token(String word, Meanings meanings, int start, int end) {

    /** Numbers, and single letters that are left of abbreviations, name no food. */
    boolean isContent() {
        if (word.length() < 2) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 'a') {
                return true;
            }
        }
        return false;
    }
}
