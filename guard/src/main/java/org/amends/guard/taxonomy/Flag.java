package org.amends.guard.taxonomy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a taxonomy says of whether something is vegan or vegetarian. */
enum Flag {
    YES,
    NO,
    /** It depends on the maker; or parents disagree. */
    MAYBE,
    /** The entry is no ingredient, but a word among ingredients. */
    IGNORE,
    /** Nothing is said, here or by a parent. */
    UNKNOWN;

    /** As it is written: {@code no}, {@code en:no}; null where it is none of the known words. */
    static @Nullable Flag written(String text) {
        String word = text.toLowerCase(Locale.ROOT).strip();
        return switch (word.startsWith("en:") ? word.substring(3).strip() : word) {
            case "yes" -> YES;
            case "no" -> NO;
            case "maybe" -> MAYBE;
            case "ignore" -> IGNORE;
            case "unknown" -> UNKNOWN;
            default -> null;
        };
    }

    /** What two say together: a flag against another gives maybe; who says nothing does not count. */
    Flag with(Flag other) {
        if (other == UNKNOWN || other == this) {
            return this;
        }
        if (this == UNKNOWN || this == IGNORE) {
            return other;
        }
        return other == IGNORE ? this : MAYBE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
