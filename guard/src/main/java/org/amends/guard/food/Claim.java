package org.amends.guard.food;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a product says of itself, on its front, in its list or as a label. */
public enum Claim {
    VEGAN(0),
    VEGETARIAN(0),
    HALAL(0),
    KOSHER(0),
    ORGANIC(0),
    CRUELTY_FREE(0),
    GLUTEN_FREE(Trait.set(Trait.GLUTEN, Trait.OATS)),
    CERTIFIED_OATS(Trait.set(Trait.OATS)),
    DEGLUTENISED(Trait.set(Trait.GLUTEN, Trait.OATS)),
    LACTOSE_FREE(Trait.set(Trait.LACTOSE)),
    DAIRY_FREE(Trait.set(Trait.MILK, Trait.LACTOSE)),
    EGG_FREE(Trait.set(Trait.EGG)),
    NUT_FREE(Trait.set(Trait.NUT)),
    MEAT_FREE(Trait.set(Trait.MEAT, Trait.PORK, Trait.BLOOD)),
    ALCOHOL_FREE(Trait.set(Trait.ALCOHOL)),
    FRAGRANCE_FREE(Trait.set(Trait.FRAGRANCE)),
    DECAF(Trait.set(Trait.CAFFEINE)),
    SUGAR_FREE(Trait.set(Trait.SUGAR)),
    OWN_BRAND(0),
    PREMIUM(0);

    private final long clears;

    Claim(long clears) {
        this.clears = clears;
    }

    /** The traits that a food does not have of which this is said in a list of ingredients. */
    public long clears() {
        return clears;
    }

    /** This claim alone, as a set. */
    public int bit() {
        return 1 << ordinal();
    }

    /** The claim of this name, in snake case; null where there is none. */
    public static @Nullable Claim named(String word) {
        String wanted = word.strip().replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
        for (Claim claim : values()) {
            if (claim.name().equals(wanted)) {
                return claim;
            }
        }
        return null;
    }
}
