package org.amends.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.amends.guard.substitution.Candidate;
import org.amends.guard.substitution.Product;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.preference.StatedPreference;

/** Made-up requests with lists of 20 to 40 ingredients; every list differs from every other in its order and shares. */
final class Labels {

    private static final List<String> INGREDIENTS = List.of(
            "WHEAT Flour",
            "Water",
            "Sugar",
            "Rapeseed Oil",
            "Skimmed MILK Powder",
            "Modified Maize Starch",
            "Glucose Syrup",
            "Tomato Purée",
            "Onions",
            "Garlic Powder",
            "Yeast Extract",
            "Salt",
            "Emulsifier: Mono- and Diglycerides of Fatty Acids",
            "Stabilisers (E412, E415)",
            "Acidity Regulator: Citric Acid",
            "Colour (Paprika Extract)",
            "Spirit Vinegar",
            "Barley Malt Extract",
            "Chicken Stock (Chicken Extract, Salt, Sunflower Oil)",
            "Cocoa Butter",
            "Whole MILK Powder",
            "Natural Flavouring",
            "Black Pepper",
            "Pea Protein",
            "Carrots",
            "Dextrose",
            "Palm Fat",
            "Rice Flour",
            "Egg White",
            "Raising Agents: Disodium Diphosphate, Sodium Hydrogen Carbonate",
            "Coconut Milk (Coconut Extract, Water)",
            "Parsley",
            "Turmeric",
            "Cornflour",
            "Sunflower Lecithins",
            "Kidney Beans",
            "Red Peppers",
            "Gelling Agent: Pectin",
            "Preservative: Potassium Sorbate",
            "Antioxidant: Ascorbic Acid",
            "Soya Protein Isolate",
            "Lemon Juice from Concentrate");

    private static final int CANDIDATES = 20;

    private Labels() {}

    /** A request about twenty ready meals, none with a list that came before. */
    static SubstitutionRequest request(Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            candidates.add(new Candidate(
                    "p-" + i,
                    new Product(
                            "Vegetable Lasagne " + (300 + i) + " g", "Ready meals", list(random), List.of(), null)));
        }
        return new SubstitutionRequest(
                "line-1",
                "en-GB",
                List.of(),
                List.of(StatedPreference.read("vegetarian"), StatedPreference.read("nut_allergy")),
                new Product("Vegetable Lasagne 400 g", "Ready meals", null, List.of(), null),
                candidates);
    }

    private static String list(Random random) {
        StringBuilder text = new StringBuilder(1_000);
        int count = 20 + random.nextInt(21);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ", ").append(INGREDIENTS.get(random.nextInt(INGREDIENTS.size())));
            if (random.nextInt(4) == 0) {
                text.append(" (").append(1 + random.nextInt(600) / 10.0).append(" %)");
            }
        }
        return text.append(". May contain nuts and sesame. ")
                .append(random.nextInt())
                .toString();
    }
}
