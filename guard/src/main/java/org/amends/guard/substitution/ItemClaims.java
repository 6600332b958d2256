package org.amends.guard.substitution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amends.guard.food.Claim;
import org.amends.guard.food.WordKind;
import org.amends.guard.label.Finding;
import org.amends.preference.Need;
import org.amends.slip.Verdict;

/** What the ordered product says of itself, the product sent instead must say too: somebody may have bought it for that. */
final class ItemClaims {

    private static final List<Claim> KEPT = List.of(
            Claim.VEGAN,
            Claim.VEGETARIAN,
            Claim.HALAL,
            Claim.KOSHER,
            Claim.GLUTEN_FREE,
            Claim.LACTOSE_FREE,
            Claim.DAIRY_FREE,
            Claim.EGG_FREE,
            Claim.NUT_FREE,
            Claim.ALCOHOL_FREE,
            Claim.DECAF,
            Claim.SUGAR_FREE,
            Claim.ORGANIC,
            Claim.FRAGRANCE_FREE,
            Claim.CRUELTY_FREE);

    /** Foods that are bought in the place of meat. */
    private static final Set<String> SUBSTITUTES = Set.of(
            "meat substitute group",
            "soya mince",
            "veggie burger",
            "vegetable burger",
            "plant sausage",
            "plant chicken",
            "plant fish",
            "tofu",
            "tempeh",
            "seitan",
            "mycoprotein");

    private ItemClaims() {}

    static List<Reason> of(ProductReading ordered, ProductReading candidate) {
        List<Reason> reasons = new ArrayList<>();
        if (candidate.isForPets() && !ordered.isForPets()) {
            reasons.add(new Reason(Verdict.BLOCK, "pet_food", "It is food for animals.", 0.99));
        }
        for (Claim claim : KEPT) {
            if (!(ordered.isForPets() && candidate.isForPets()) && ordered.claims(claim) && !has(candidate, claim)) {
                String name = claim.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                reasons.add(new Reason(
                        Verdict.ASK,
                        "item_claim:" + claim.name().toLowerCase(Locale.ROOT),
                        "What was ordered is " + name + "; this is not shown to be.",
                        0.9));
            }
        }
        boolean forPets = ordered.isForPets() && candidate.isForPets();
        if (!forPets && isMeatless(ordered) && !isWithoutMeat(candidate)) {
            reasons.add(new Reason(
                    Verdict.ASK,
                    "item_claim:meat_free",
                    "What was ordered is made without meat; this is not shown to be.",
                    0.9));
        }
        return reasons;
    }

    /** Something without meat that is usually made with it. */
    private static boolean isMeatless(ProductReading product) {
        return product.claims(Claim.MEAT_FREE)
                || product.name().findings().stream()
                        .anyMatch(it -> SUBSTITUTES.contains(it.food().key()))
                || ((product.name().kinds() & WordKind.ANALOGUE.bit()) != 0
                        && product.name().findings().stream().anyMatch(ItemClaims::isMeat));
    }

    private static boolean isMeat(Finding finding) {
        return (finding.food().is() & NeedRule.FLESH) != 0;
    }

    private static boolean isWithoutMeat(ProductReading candidate) {
        boolean says = candidate.isImitation();
        for (Finding finding : candidate.list().findings()) {
            if (((finding.is() | finding.may()) & NeedRule.FLESH) != 0) {
                return false;
            }
        }
        return says || (candidate.hasList() && candidate.list().unknown().isEmpty());
    }

    /** Vegan is vegetarian, and free of milk and egg. */
    private static boolean has(ProductReading candidate, Claim claim) {
        if (candidate.claims(claim)) {
            return true;
        }
        return switch (claim) {
            case VEGETARIAN, DAIRY_FREE, EGG_FREE, LACTOSE_FREE ->
                candidate.claims(Claim.VEGAN)
                        || (candidate.hasList() && candidate.list().unknown().isEmpty() && isWithout(candidate, claim));
            case VEGAN, DECAF, SUGAR_FREE, ALCOHOL_FREE, GLUTEN_FREE, NUT_FREE ->
                candidate.hasList() && candidate.list().unknown().isEmpty() && isWithout(candidate, claim);
            case HALAL,
                    KOSHER,
                    ORGANIC,
                    CRUELTY_FREE,
                    CERTIFIED_OATS,
                    DEGLUTENISED,
                    MEAT_FREE,
                    FRAGRANCE_FREE,
                    OWN_BRAND,
                    PREMIUM -> false;
        };
    }

    private static long forbidden(Need need) {
        NeedRule rule = NeedRule.of(need);
        return rule == null ? 0 : rule.forbidden();
    }

    private static boolean isWithout(ProductReading candidate, Claim claim) {
        long traits = switch (claim) {
            case VEGAN -> forbidden(Need.VEGAN);
            case VEGETARIAN -> forbidden(Need.VEGETARIAN);
            case HALAL,
                    KOSHER,
                    ORGANIC,
                    CRUELTY_FREE,
                    GLUTEN_FREE,
                    CERTIFIED_OATS,
                    DEGLUTENISED,
                    LACTOSE_FREE,
                    DAIRY_FREE,
                    EGG_FREE,
                    NUT_FREE,
                    MEAT_FREE,
                    ALCOHOL_FREE,
                    FRAGRANCE_FREE,
                    DECAF,
                    SUGAR_FREE,
                    OWN_BRAND,
                    PREMIUM -> claim.clears();
        };
        for (Finding finding : candidate.list().findings()) {
            if (((finding.is() | finding.may() | finding.seldom() | finding.trace()) & traits) != 0) {
                return false;
            }
        }
        for (Finding finding : candidate.named()) {
            if ((finding.is() & traits) != 0) {
                return false;
            }
        }
        return true;
    }
}
