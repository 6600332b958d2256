package org.amends.guard.substitution;

import org.amends.guard.food.Claim;
import org.amends.guard.label.Finding;

/** When milk is without lactose. */
final class Lactose {

    private Lactose() {}

    /** Treated with lactase, or said to be without lactose while the list names neither lactose nor whey. */
    static boolean isSettled(ProductReading product, Finding finding) {
        for (Finding each : product.list().findings()) {
            if (each.food().key().startsWith("lactase")) {
                return true;
            }
        }
        String key = finding.food().key();
        boolean explicit = key.startsWith("lactose") || key.contains("whey");
        return product.claims(Claim.LACTOSE_FREE) && !explicit;
    }
}
