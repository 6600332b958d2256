package org.amends.guard.substitution;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amends.guard.food.Word;
import org.amends.guard.food.Words;

/** Brands, which names of products contain among other words. */
final class Brands {

    /** Fewer purchases of one brand are no loyalty. Chosen: about a year of fortnightly purchases. */
    private static final int LOYAL_PURCHASES = 20;

    /** The share of one brand among purchases of that kind. Chosen. */
    private static final double LOYAL_SHARE = 0.9;

    private Brands() {}

    /** Whether a name contains all words of a brand. */
    static boolean names(String product, String brand) {
        Set<String> words = words(product);
        Set<String> wanted = words(brand);
        return !wanted.isEmpty() && words.containsAll(wanted);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (Word word : Words.of(text)) {
            words.add(word.text());
        }
        return words;
    }

    /**
     * The brand of what was ordered, where the customer has bought hardly any other of the kind for long: a word of the name
     * that is no food and stands in nearly all names of the category. Empty where there is none.
     */
    static String loyalTo(ProductReading ordered, List<Purchase> history) {
        for (String unknown : ordered.name().unknown()) {
            long with = 0;
            long all = 0;
            for (Purchase purchase : history) {
                boolean named = names(purchase.product(), unknown);
                if (named || isSameCategory(ordered, purchase)) {
                    all += purchase.times();
                    with += named ? purchase.times() : 0;
                }
            }
            if (with >= LOYAL_PURCHASES && with >= LOYAL_SHARE * all) {
                return unknown;
            }
        }
        return "";
    }

    private static boolean isSameCategory(ProductReading ordered, Purchase purchase) {
        String category = ordered.product().category();
        return category != null && purchase.category() != null && category.equalsIgnoreCase(purchase.category());
    }
}
