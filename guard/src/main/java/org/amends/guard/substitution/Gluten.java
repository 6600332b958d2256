package org.amends.guard.substitution;

import org.amends.guard.food.Claim;
import org.amends.guard.food.Trait;
import org.amends.guard.label.Finding;

/** When a cereal is without gluten: less than 20 mg/kg, as Regulation (EU) No 828/2014 lets a label say. */
final class Gluten {

    private static final long BEER = Trait.ALCOHOL.bit() | Trait.LOW_ALCOHOL.bit();

    private Gluten() {}

    static boolean isSettled(ProductReading product, long sure) {
        boolean claimed = product.claims(Claim.GLUTEN_FREE) || product.claims(Claim.DEGLUTENISED);
        if (sure == Trait.OATS.bit()) {
            return claimed || product.claims(Claim.CERTIFIED_OATS);
        }
        return claimed && isBeer(product);
    }

    /** Beer is brewed from barley; its gluten can be taken out. */
    private static boolean isBeer(ProductReading product) {
        for (Finding finding : product.named()) {
            if ((finding.food().is() & BEER) != 0) {
                return true;
            }
        }
        return false;
    }
}
