package org.amends.event;

import java.util.Locale;

/** How far apart two names are, so that an error can say what was probably meant. */
public final class Spelling {

    private Spelling() {}

    /**
     * The least number of single-character insertions, deletions and replacements that turn one name into the other
     * (Levenshtein), ignoring case and taking {@code -} and space for {@code _}.
     */
    public static int distance(String one, String other) {
        String a = folded(one);
        String b = folded(other);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /** The candidate nearest to the given name. */
    public static String nearest(String name, Iterable<String> candidates) {
        String nearest = name;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int edits = distance(name, candidate);
            if (edits < fewest) {
                fewest = edits;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }
}
