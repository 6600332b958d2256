package org.amends.guard.label;

import java.util.Map;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Food;
import org.jspecify.annotations.Nullable;

/** What it means that a label says that something is absent: "free from gluten" claims more than "without wheat". */
final class Absences {

    private static final Map<String, Claim> CLAIMS = Map.ofEntries(
            Map.entry("gluten", Claim.GLUTEN_FREE),
            Map.entry("lactose", Claim.LACTOSE_FREE),
            Map.entry("milk", Claim.DAIRY_FREE),
            Map.entry("dairy", Claim.DAIRY_FREE),
            Map.entry("egg", Claim.EGG_FREE),
            Map.entry("nuts", Claim.NUT_FREE),
            Map.entry("meat", Claim.MEAT_FREE),
            Map.entry("alcohol", Claim.ALCOHOL_FREE),
            Map.entry("sugar", Claim.SUGAR_FREE),
            Map.entry("caffeine", Claim.DECAF),
            Map.entry("fragrance", Claim.FRAGRANCE_FREE));

    private Absences() {}

    /** What follows for the whole product from this food's absence; null where nothing does. */
    static @Nullable Claim claim(Food absent) {
        return CLAIMS.get(absent.key());
    }
}
