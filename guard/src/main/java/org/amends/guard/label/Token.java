package org.amends.guard.label;

import java.util.Set;
import org.amends.guard.food.Meanings;

/**
 * A word of a label with what it may mean.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusively
 */
record Token(String word, Meanings meanings, int start, int end) {

    private static final Set<String> UNITS =
            Set.of("ppm", "vol", "kcal", "max", "min", "mcg", "ccm", "ккал", "кдж", "макс", "мин");

    /** Numbers, codes of languages and letters that are left of abbreviations name no food that is not known. */
    boolean isContent() {
        if (UNITS.contains(word)) {
            return false;
        }
        if (word.length() < 3 && word.charAt(0) < '\u0530') {
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
