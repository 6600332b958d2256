package org.amends.guard.label;

import java.util.Map;
import java.util.Set;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Food;
import org.jspecify.annotations.Nullable;

/** What it means for the whole product that something is absent from it, or that it is a food made without something. */
final class Absences {

    /** "Free from gluten" claims something; "without wheat" does not, for barley has gluten too. */
    private static final Map<String, Claim> CLAIMS = Map.ofEntries(
            Map.entry("gluten", Claim.GLUTEN_FREE),
            Map.entry("wheat gluten", Claim.GLUTEN_FREE),
            Map.entry("lactose", Claim.LACTOSE_FREE),
            Map.entry("milk", Claim.DAIRY_FREE),
            Map.entry("dairy", Claim.DAIRY_FREE),
            Map.entry("dairy product", Claim.DAIRY_FREE),
            Map.entry("egg", Claim.EGG_FREE),
            Map.entry("nuts", Claim.NUT_FREE),
            Map.entry("meat", Claim.MEAT_FREE),
            Map.entry("alcohol", Claim.ALCOHOL_FREE),
            Map.entry("sugar", Claim.SUGAR_FREE),
            Map.entry("caffeine", Claim.DECAF),
            Map.entry("fragrance", Claim.FRAGRANCE_FREE));

    private static final Map<String, Claim> MADE_WITHOUT = Map.of(
            "gluten-free", Claim.GLUTEN_FREE,
            "lactose-free", Claim.LACTOSE_FREE,
            "alcohol-free", Claim.ALCOHOL_FREE,
            "decaffeinated", Claim.DECAF);

    private static final Set<String> WITHOUT_MILK = Set.of("vegan dairy", "vegan cheese");

    private Absences() {}

    /** What follows for the whole product from this food's absence; null where nothing does. */
    static @Nullable Claim claim(Food absent) {
        return CLAIMS.get(absent.key());
    }

    /** What a product claims that bears the name of this food, as a set of {@link Claim}s. */
    static int claimedBy(Food named) {
        if (WITHOUT_MILK.contains(named.key())) {
            return Claim.DAIRY_FREE.bit();
        }
        int space = named.key().indexOf(' ');
        Claim claim = space < 0 ? null : MADE_WITHOUT.get(named.key().substring(0, space));
        return claim == null ? 0 : claim.bit();
    }
}
