package org.amends.guard.substitution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Language;
import org.amends.guard.food.Trait;
import org.amends.guard.label.Finding;
import org.amends.guard.label.LabelReader;
import org.amends.preference.Bearing;
import org.amends.preference.Habit;
import org.amends.preference.InferredPreference;
import org.amends.preference.JudgedPurchase;
import org.amends.preference.Need;
import org.jspecify.annotations.Nullable;

/** What a customer never said and what their purchases suggest. */
final class Habits {

    /** The needs that purchases can show, the narrower before the wider one that it includes. */
    private static final List<Need> SHOWN = List.of(
            Need.VEGAN, Need.VEGETARIAN, Need.HALAL, Need.KOSHER, Need.NO_PORK, Need.GLUTEN_FREE, Need.LACTOSE_FREE);

    private static final long GLUTEN = Trait.set(Trait.GLUTEN, Trait.OATS);

    /** Foods that hardly anybody buys who eats meat at every meal. */
    private static final Set<String> SUBSTITUTES =
            Set.of("tofu", "tempeh", "seitan", "mycoprotein", "quorn", "textured vegetable protein", "falafel");

    private final List<ProductReading> bought;
    private final List<Purchase> purchases;

    Habits(List<Purchase> purchases, LabelReader reader, @Nullable Language language) {
        this.purchases = purchases;
        this.bought = purchases.stream()
                .map(it -> ProductReading.of(
                        new Product(it.product(), it.category(), null, List.of(), null), reader, language))
                .toList();
    }

    /** The needs that the purchases suggest. */
    List<InferredPreference> inferred() {
        List<InferredPreference> found = new ArrayList<>();
        if (purchases.isEmpty()) {
            return found;
        }
        for (Need need : SHOWN) {
            List<JudgedPurchase> judged = new ArrayList<>();
            for (int i = 0; i < purchases.size(); i++) {
                Purchase purchase = purchases.get(i);
                judged.add(new JudgedPurchase(purchase.product(), purchase.times(), bearing(need, bought.get(i))));
            }
            InferredPreference inferred = Habit.of(need, judged).inferred();
            if (inferred != null) {
                found.add(inferred);
            }
        }
        return found;
    }

    /** Whether the customer buys products that name any of these traits. */
    boolean buy(long traits) {
        return bought.stream().anyMatch(it -> (said(it) & traits) != 0);
    }

    private static Bearing bearing(Need need, ProductReading product) {
        if (product.isForPets() || product.named().isEmpty()) {
            return product.isForPets() || !product.isImitation() ? Bearing.NEUTRAL : Bearing.SIGN;
        }
        long said = said(product);
        return switch (need) {
            case VEGETARIAN -> meatless(product, said, NeedRule.FLESH);
            case VEGAN -> vegan(product, said);
            case HALAL -> certified(product, Claim.HALAL, said, Trait.set(Trait.PORK, Trait.BLOOD, Trait.ALCOHOL));
            case KOSHER ->
                certified(
                        product,
                        Claim.KOSHER,
                        said,
                        Trait.set(Trait.PORK, Trait.BLOOD, Trait.CRUSTACEAN, Trait.MOLLUSC));
            case NO_PORK ->
                has(said, Trait.PORK.bit())
                        ? Bearing.CONTRADICTION
                        : has(said, NeedRule.FLESH) ? Bearing.SUPPORT : Bearing.NEUTRAL;
            case GLUTEN_FREE -> claimed(product, Claim.GLUTEN_FREE, said, GLUTEN);
            case LACTOSE_FREE -> claimed(product, Claim.LACTOSE_FREE, said, Trait.LACTOSE.bit());
            case NUT_ALLERGY,
                    PEANUT_ALLERGY,
                    MILK_ALLERGY,
                    EGG_ALLERGY,
                    SESAME_ALLERGY,
                    SHELLFISH_ALLERGY,
                    CELERY_ALLERGY,
                    MUSTARD_ALLERGY,
                    FISH_ALLERGY,
                    LUPIN_ALLERGY,
                    MOLLUSC_ALLERGY,
                    SOY_ALLERGY,
                    SULPHITE_ALLERGY,
                    NO_ALCOHOL,
                    ORGANIC_ONLY,
                    FRAGRANCE_FREE,
                    CRUELTY_FREE -> Bearing.NEUTRAL;
        };
    }

    private static Bearing meatless(ProductReading product, long said, long against) {
        if (product.isImitation() || isSubstitute(product)) {
            return Bearing.SIGN;
        }
        return has(said, against) ? Bearing.CONTRADICTION : Bearing.SUPPORT;
    }

    private static Bearing vegan(ProductReading product, long said) {
        NeedRule rule = NeedRule.of(Need.VEGAN);
        if (rule != null && has(said, rule.forbidden())) {
            return product.claims(Claim.VEGAN) ? Bearing.SIGN : Bearing.CONTRADICTION;
        }
        return product.claims(Claim.VEGAN) ? Bearing.SIGN : Bearing.SUPPORT;
    }

    private static Bearing certified(ProductReading product, Claim claim, long said, long against) {
        if (has(said, against)) {
            return Bearing.CONTRADICTION;
        }
        if (product.claims(claim)) {
            return Bearing.SIGN;
        }
        return has(said, NeedRule.FLESH) ? Bearing.SUPPORT : Bearing.NEUTRAL;
    }

    private static Bearing claimed(ProductReading product, Claim claim, long said, long against) {
        if (product.claims(claim)) {
            return Bearing.SIGN;
        }
        return has(said, against) ? Bearing.CONTRADICTION : Bearing.NEUTRAL;
    }

    private static boolean isSubstitute(ProductReading product) {
        return product.named().stream()
                .anyMatch(it -> SUBSTITUTES.contains(it.food().key()));
    }

    private static boolean has(long said, long traits) {
        return (said & traits) != 0;
    }

    private static long said(ProductReading product) {
        long set = 0;
        for (Finding finding : product.named()) {
            set |= finding.is();
        }
        return set;
    }
}
