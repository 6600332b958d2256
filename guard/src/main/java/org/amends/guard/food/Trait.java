package org.amends.guard.food;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something in a food that matters to somebody. Sets of traits are kept as the sum of their {@link #bit()}s. */
public enum Trait {
    /** Flesh, fat, bones, skin or stock of land animals and birds. */
    MEAT,
    /** Of the pig; always together with another trait. */
    PORK,
    BLOOD,
    FISH,
    /** Of fish that are not kosher, such as eel and sturgeon. */
    SCALELESS,
    CRUSTACEAN,
    /** Snails and squid too. */
    MOLLUSC,
    /** From a killed animal, though not its flesh: gelatine, animal rennet, isinglass. */
    SLAUGHTER,
    /** From killed insects: carmine. */
    INSECT,
    EGG,
    /** The proteins of milk: what milk allergies and vegans look at. */
    MILK,
    /** The sugar of milk. */
    LACTOSE,
    HONEY,
    /** Another product of a living animal: beeswax, lanolin, shellac. */
    ANIMAL,
    GLUTEN,
    /** Gluten unless a claim says less than 20 mg/kg: oats, de-glutinised starch and beer (Regulation (EU) No 828/2014). */
    OATS,
    /** The tree nuts of Annex II of Regulation (EU) No 1169/2011. */
    NUT,
    PEANUT,
    SESAME,
    SOY,
    CELERY,
    MUSTARD,
    LUPIN,
    SULPHITES,
    ALCOHOL,
    /** Of drinks with at most 1.2 % alcohol by volume. */
    LOW_ALCOHOL,
    /** Perfume, essential oils and the fragrance allergens of cosmetics. */
    FRAGRANCE,
    CAFFEINE,
    /** Added sugars. */
    SUGAR;

    /** This trait alone, as a set. */
    public long bit() {
        return 1L << ordinal();
    }

    /** These traits as a set. */
    public static long set(Trait... traits) {
        long set = 0;
        for (Trait trait : traits) {
            set |= trait.bit();
        }
        return set;
    }

    /** Its name in food files: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The trait of this name; null where there is none. */
    static @Nullable Trait named(String word) {
        for (Trait trait : values()) {
            if (trait.word().equals(word)) {
                return trait;
            }
        }
        return null;
    }
}
