package org.amends.guard.taxonomy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.amends.guard.food.Claim;

/** Which claims the labels of the taxonomy make. */
final class LabelClaims {

    /** A mark below one of these is given by somebody who certifies it. Below "gluten-free" and its like stand weaker ones too. */
    private static final Set<Claim> CERTIFIED = EnumSet.of(Claim.VEGAN, Claim.VEGETARIAN, Claim.HALAL, Claim.KOSHER);

    private static final Map<String, Claim> CLAIMS = new HashMap<>();

    static {
        claim(Claim.VEGAN, "vegan");
        claim(Claim.VEGETARIAN, "vegetarian");
        claim(Claim.HALAL, "halal");
        claim(Claim.KOSHER, "kosher");
        claim(Claim.ORGANIC, "organic eu-organic");
        claim(Claim.GLUTEN_FREE, "gluten-free no-gluten");
        claim(Claim.LACTOSE_FREE, "no-lactose lactose-free");
        claim(Claim.DAIRY_FREE, "no-milk no-dairy milk-free dairy-free");
        claim(Claim.EGG_FREE, "no-eggs no-egg egg-free");
        claim(Claim.NUT_FREE, "no-nuts nut-free");
        claim(Claim.MEAT_FREE, "no-meat meat-free");
        claim(Claim.ALCOHOL_FREE, "no-alcohol alcohol-free");
        claim(Claim.FRAGRANCE_FREE, "no-fragrance no-perfume fragrance-free perfume-free");
        claim(Claim.CRUELTY_FREE, "cruelty-free not-tested-on-animals");
        claim(Claim.DECAF, "decaffeinated no-caffeine caffeine-free");
        claim(Claim.SUGAR_FREE, "no-sugar sugar-free");
    }

    private LabelClaims() {}

    private static void claim(Claim claim, String names) {
        for (String name : names.split(" ", -1)) {
            CLAIMS.put("en:" + name, claim);
        }
    }

    /** Whether it makes no claim by itself. */
    static boolean isCertifier(Entry label) {
        return label.ids().stream().noneMatch(CLAIMS::containsKey);
    }

    /** Those of a label itself, and those that it has from the labels above. */
    static Set<Claim> of(Entry label, Taxonomy labels) {
        Set<Claim> claims = EnumSet.noneOf(Claim.class);
        for (Entry each : labels.lineage(label)) {
            for (String id : each.ids()) {
                Claim claim = CLAIMS.get(id);
                if (claim != null && (each == label || CERTIFIED.contains(claim))) {
                    boolean ignored = claims.add(claim);
                }
            }
        }
        return claims;
    }
}
