package org.amends.preference;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hard need that a customer can state and that an article meets, violates or leaves open. A name is never changed.
 *
 * <p>The allergies are those of Annex II of Regulation (EU) 1169/2011, gluten apart: it is a diet here, since the limit of 20 ppm
 * of Regulation (EU) 828/2014 settles it. Somebody who wants none of an allergen ({@code nut free}, {@code no nuts}) is
 * understood as allergic: that is the stricter reading.
 */
public enum Need {
    VEGETARIAN("vegetarian", Nature.DIET, "veggie", "ovo lacto vegetarian", "lacto ovo vegetarian"),
    VEGAN("vegan", Nature.DIET, "strict vegan"),
    HALAL("halal", Nature.RELIGION, "halal only"),
    KOSHER("kosher", Nature.RELIGION, "kosher only", "kasher"),
    NO_PORK("no_pork", Nature.DIET, "pork free", "without pork"),
    GLUTEN_FREE("gluten_free", Nature.DIET, "no gluten", "without gluten", "coeliac", "celiac", "coeliac disease"),
    LACTOSE_FREE(
            "lactose_free", Nature.DIET, "no lactose", "without lactose", "lactose intolerant", "lactose intolerance"),
    /** Tree nuts: almonds, hazelnuts, walnuts, cashews, pecans, Brazil nuts, pistachios, macadamias. */
    NUT_ALLERGY("nut_allergy", "nut", "nuts", "tree nut", "tree nuts"),
    PEANUT_ALLERGY("peanut_allergy", "peanut", "peanuts", "groundnut", "groundnuts"),
    MILK_ALLERGY("milk_allergy", "milk", "cows milk", "milk protein", "dairy"),
    EGG_ALLERGY("egg_allergy", "egg", "eggs"),
    SESAME_ALLERGY("sesame_allergy", "sesame", "sesame seed", "sesame seeds"),
    /** Crustaceans. Everyday English says shellfish of molluscs too, so that those are at least to be asked about. */
    SHELLFISH_ALLERGY("shellfish_allergy", "shellfish", "crustacean", "crustaceans"),
    CELERY_ALLERGY("celery_allergy", "celery", "celeriac"),
    MUSTARD_ALLERGY("mustard_allergy", "mustard"),
    FISH_ALLERGY("fish_allergy", "fish"),
    LUPIN_ALLERGY("lupin_allergy", "lupin", "lupins", "lupine"),
    MOLLUSC_ALLERGY("mollusc_allergy", "mollusc", "molluscs", "mollusk", "mollusks"),
    SOY_ALLERGY("soy_allergy", "soy", "soya", "soybean", "soybeans"),
    SULPHITE_ALLERGY(
            "sulphite_allergy", "sulphite", "sulphites", "sulfite", "sulfites", "sulphur dioxide", "sulfur dioxide"),
    NO_ALCOHOL("no_alcohol", Nature.DIET, "alcohol free", "without alcohol"),
    ORGANIC_ONLY("organic_only", Nature.CONVICTION, "organic", "only organic"),
    FRAGRANCE_FREE(
            "fragrance_free", Nature.CONVICTION, "no fragrance", "without fragrance", "perfume free", "no perfume"),
    CRUELTY_FREE("cruelty_free", Nature.CONVICTION, "not tested on animals", "no animal testing");

    private enum Nature {
        DIET,
        RELIGION,
        ALLERGY,
        CONVICTION
    }

    private static final Map<String, Need> BY_SPELLING = new HashMap<>();

    static {
        for (Need need : values()) {
            BY_SPELLING.put(folded(need.stableName), need);
            for (String spelling : need.spellings) {
                BY_SPELLING.put(folded(spelling), need);
            }
        }
    }

    private final String stableName;
    private final Nature nature;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of strings
    private final List<String> spellings;

    Need(String stableName, Nature nature, String... spellings) {
        this.stableName = stableName;
        this.nature = nature;
        this.spellings = List.of(spellings);
    }

    /** An allergy to what has these names. */
    Need(String stableName, String... allergens) {
        this.stableName = stableName;
        this.nature = Nature.ALLERGY;
        this.spellings = Stream.of(allergens).flatMap(Need::avoiding).toList();
    }

    /** How people write that they must not have an allergen. */
    private static Stream<String> avoiding(String allergen) {
        return Stream.of(
                        "%s allergy",
                        "%s allergies", "%s allergic", "allergy %s", "allergic to %s", "%s free", "no %s", "without %s")
                .map(pattern -> pattern.formatted(allergen));
    }

    /** The name in events, files and APIs, for example {@code nut_allergy}. */
    public String stableName() {
        return stableName;
    }

    /** Whether it says what the customer eats and drinks, for whatever reason, allergies apart. */
    public boolean isDiet() {
        return nature == Nature.DIET || nature == Nature.RELIGION;
    }

    /** Whether traces matter and only ingredients and warnings settle it, never a label of another need. */
    public boolean isAllergy() {
        return nature == Nature.ALLERGY;
    }

    /** Whether it follows a religious law, so that certification decides. */
    public boolean isReligious() {
        return nature == Nature.RELIGION;
    }

    /**
     * The need of this name or of one of its usual English spellings, whatever their case, spaces, hyphens and underscores;
     * null when there is none, which never means that nothing was stated.
     */
    public static @Nullable Need named(String text) {
        return BY_SPELLING.get(folded(text));
    }

    /** Letters and digits only, in lower case. */
    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && "-_'\u2010\u2011\u2013\u2019".indexOf(c) < 0)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
