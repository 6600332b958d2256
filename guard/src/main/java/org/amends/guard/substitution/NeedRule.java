package org.amends.guard.substitution;

import static org.amends.guard.food.Trait.set;

import java.util.EnumMap;
import java.util.Map;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Trait;
import org.amends.preference.Need;
import org.jspecify.annotations.Nullable;

/**
 * What a need forbids.
 *
 * @param forbidden traits that block
 * @param certified traits that block unless the label of the need certifies the product
 * @param asked traits that lead to a question
 * @param traces traits of which traces block
 * @param settling claims that settle what is in a food in unusual making only, as a set
 * @param certificate the claim that certifies; null where no label settles anything certain
 * @param phrase what the customer does not eat or use, for reasons
 */
record NeedRule(
        long forbidden,
        long certified,
        long asked,
        long traces,
        int settling,
        @Nullable Claim certificate,
        String phrase) {

    /** What nobody eats who eats no meat and no fish. */
    static final long FLESH =
            set(Trait.MEAT, Trait.PORK, Trait.BLOOD, Trait.FISH, Trait.SCALELESS, Trait.CRUSTACEAN, Trait.MOLLUSC);

    private static final long KILLED = FLESH | set(Trait.SLAUGHTER, Trait.INSECT);
    private static final long ANIMAL = KILLED | set(Trait.EGG, Trait.MILK, Trait.LACTOSE, Trait.HONEY, Trait.ANIMAL);

    private static final Map<Need, NeedRule> RULES = new EnumMap<>(Need.class);

    static {
        int plants = Claim.VEGAN.bit();
        int meatless = plants | Claim.VEGETARIAN.bit();
        int dairyless = plants | Claim.DAIRY_FREE.bit();
        diet(Need.VEGETARIAN, KILLED, 0, meatless, "not vegetarian");
        diet(Need.VEGAN, ANIMAL, 0, plants, "not vegan");
        diet(Need.NO_PORK, set(Trait.PORK), 0, meatless | Claim.HALAL.bit() | Claim.KOSHER.bit(), "from the pig");
        diet(Need.NO_ALCOHOL, set(Trait.ALCOHOL), set(Trait.LOW_ALCOHOL), Claim.ALCOHOL_FREE.bit(), "alcohol");
        diet(Need.LACTOSE_FREE, set(Trait.LACTOSE), 0, dairyless | Claim.LACTOSE_FREE.bit(), "with lactose");
        RULES.put(
                Need.GLUTEN_FREE,
                new NeedRule(
                        set(Trait.GLUTEN, Trait.OATS),
                        0,
                        0,
                        set(Trait.GLUTEN, Trait.OATS),
                        Claim.GLUTEN_FREE.bit(),
                        null,
                        "with gluten"));
        RULES.put(
                Need.HALAL,
                new NeedRule(
                        set(Trait.PORK, Trait.BLOOD, Trait.ALCOHOL),
                        set(Trait.MEAT, Trait.SLAUGHTER),
                        set(Trait.INSECT, Trait.LOW_ALCOHOL),
                        0,
                        meatless | Claim.HALAL.bit(),
                        Claim.HALAL,
                        "not halal"));
        RULES.put(
                Need.KOSHER,
                new NeedRule(
                        set(Trait.PORK, Trait.BLOOD, Trait.CRUSTACEAN, Trait.MOLLUSC, Trait.SCALELESS, Trait.INSECT),
                        set(Trait.MEAT, Trait.SLAUGHTER),
                        set(Trait.ALCOHOL),
                        0,
                        Claim.KOSHER.bit(),
                        Claim.KOSHER,
                        "not kosher"));
        allergies();
    }

    private static void allergies() {
        allergy(Need.NUT_ALLERGY, Trait.NUT, Claim.NUT_FREE.bit(), "a tree nut");
        allergy(Need.PEANUT_ALLERGY, Trait.PEANUT, 0, "peanut");
        allergy(Need.MILK_ALLERGY, Trait.MILK, Claim.DAIRY_FREE.bit(), "from milk");
        allergy(Need.EGG_ALLERGY, Trait.EGG, Claim.EGG_FREE.bit(), "from egg");
        allergy(Need.SESAME_ALLERGY, Trait.SESAME, 0, "sesame");
        allergy(Need.CELERY_ALLERGY, Trait.CELERY, 0, "celery");
        allergy(Need.MUSTARD_ALLERGY, Trait.MUSTARD, 0, "mustard");
        allergy(Need.FISH_ALLERGY, Trait.FISH, 0, "fish");
        allergy(Need.LUPIN_ALLERGY, Trait.LUPIN, 0, "lupin");
        allergy(Need.MOLLUSC_ALLERGY, Trait.MOLLUSC, 0, "a mollusc");
        allergy(Need.SOY_ALLERGY, Trait.SOY, 0, "soya");
        allergy(Need.SULPHITE_ALLERGY, Trait.SULPHITES, 0, "sulphites");
        // In everyday English shellfish are crustaceans and molluscs.
        long shellfish = set(Trait.CRUSTACEAN, Trait.MOLLUSC);
        RULES.put(Need.SHELLFISH_ALLERGY, new NeedRule(shellfish, 0, 0, shellfish, 0, null, "shellfish"));
        diet(Need.FRAGRANCE_FREE, set(Trait.FRAGRANCE), 0, Claim.FRAGRANCE_FREE.bit(), "a fragrance");
    }

    private static void diet(Need need, long forbidden, long asked, int settling, String phrase) {
        RULES.put(need, new NeedRule(forbidden, 0, asked, 0, settling, null, phrase));
    }

    private static void allergy(Need need, Trait trait, int settling, String phrase) {
        RULES.put(need, new NeedRule(trait.bit(), 0, 0, trait.bit(), settling, null, phrase));
    }

    /** What this need forbids in a list; null for those that only a label can meet. */
    static @Nullable NeedRule of(Need need) {
        return RULES.get(need);
    }

    /** All that matters for it. */
    long all() {
        return forbidden | certified | asked;
    }
}
