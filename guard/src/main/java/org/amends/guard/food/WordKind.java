package org.amends.guard.food;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What words on a label do that are not themselves foods. */
public enum WordKind {
    /** Form, state, process or place: says nothing about what is in the food. */
    NEUTRAL,
    /** A class of additives by its function, such as emulsifier. */
    CLASS,
    /** Settles a doubt: from plants, microbes or made synthetically. */
    PLANT_ORIGIN,
    /** Settles a doubt the other way. */
    ANIMAL_ORIGIN,
    /** On a product's name: made in imitation of what is named. */
    ANALOGUE,
    /** Opens a warning of traces. */
    TRACES,
    /** Opens a statement of what is in it. */
    CONTAINS,
    /** Stands before what is absent. */
    FREE,
    /** Stands after what is absent. */
    FREE_AFTER,
    /** Says that the list is elsewhere. */
    SEE_PACK,
    /** Food for animals. */
    PET,
    AND,
    /** Articles and prepositions, which matching leaves out. */
    FUNCTION;

    /** This kind alone, as a set. */
    public int bit() {
        return 1 << ordinal();
    }

    static @Nullable WordKind named(String word) {
        for (WordKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
