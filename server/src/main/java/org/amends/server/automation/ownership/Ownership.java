package org.amends.server.automation.ownership;

import org.amends.server.access.BrandScope;
import org.amends.server.problem.Problem;

/** Whose rules, macros and saved replies somebody may see and change: those of their brands, and those of all when they see all. */
public final class Ownership {

    private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}";

    private Ownership() {}

    /** The name, when it can be one of a rule, a macro or a saved reply. */
    public static String checkedName(String name) {
        if (!name.matches(NAME)) {
            throw Problem.invalid(
                    "name",
                    "\"%s\"".formatted(name),
                    "Write small letters, digits, hyphens and underscores, at most 40, a letter or digit first.");
        }
        return name;
    }

    /** Whether somebody who sees these brands sees what is of this one, or of all. */
    public static boolean sees(BrandScope seen, String brand) {
        return brand.isEmpty() || seen.includes(brand);
    }

    /** Whether they may change it: what is of all brands changes only who sees all. */
    public static boolean changes(BrandScope seen, String brand) {
        return brand.isEmpty() ? seen.all() : seen.includes(brand);
    }

    /**
     * Lets pass whoever may change it.
     *
     * @throws Problem when they may not
     */
    public static void check(BrandScope seen, String brand) {
        if (!changes(seen, brand)) {
            throw Problem.invalid(
                    "brand",
                    brand.isEmpty() ? "missing" : "\"%s\", which you do not see".formatted(brand),
                    "Name one of your brands.");
        }
    }
}
