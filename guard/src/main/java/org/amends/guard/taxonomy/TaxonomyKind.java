package org.amends.guard.taxonomy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which taxonomy a file holds. */
public enum TaxonomyKind {
    INGREDIENTS,
    ADDITIVES,
    ALLERGENS,
    LABELS;

    /**
     * By the name of the file, such as {@code ingredients.txt} or {@code labels.txt.gz}.
     *
     * @return null where it is none of these
     */
    public static @Nullable TaxonomyKind ofFile(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        for (TaxonomyKind kind : values()) {
            String title = kind.word() + ".txt";
            if (plain.equals(title) || plain.equals(title + ".gz")) {
                return kind;
            }
        }
        return null;
    }

    /** In lower case, as the files are called. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
