package org.amends.server.automation.macro;

import java.time.Instant;
import java.util.List;
import org.amends.server.automation.rule.Deed;
import org.jspecify.annotations.Nullable;

/**
 * A named list of acts that somebody applies to a case at once.
 *
 * @param name the same in every language
 * @param brand of the cases that it is for; empty for all
 * @param team whose it is, or null for everybody's
 * @param deeds what it does, in this order
 */
public record Macro(
        String name, String brand, @Nullable String team, List<Deed> deeds, String changedBy, Instant changedAt) {
    public Macro {
        deeds = List.copyOf(deeds);
    }

    /** Whether it is for cases of this brand. */
    public boolean concerns(String caseBrand) {
        return brand.isEmpty() || brand.equals(caseBrand);
    }
}
