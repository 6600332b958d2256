package org.amends.guard.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.guard.food.Food;
import org.amends.guard.food.Trait;

/** Statements of how much of something is in a product: "alcohol 0.5 % vol", "lactose less than 0.1 g". */
final class Amounts {

    /** Drinks up to this share of alcohol by volume are asked about, in percent. Regulation (EU) No 1169/2011, article 16. */
    private static final double LEAST_STATED_ALCOHOL = 1.2;

    /** Less than this many grams in 100 g count as free of lactose in most of the EU (EFSA 2010 names no other common limit). */
    private static final double LACTOSE_FREE = 0.1;

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,3})?)\\s*(%|g\\b|mg\\b|г)");

    private Amounts() {}

    /** What a food brings, where the item says how much of it there is. */
    static long bounded(Food food, long is, String item) {
        boolean alcohol = food.key().equals("alcohol");
        if (!alcohol && !food.key().equals("lactose")) {
            return is;
        }
        Matcher number = NUMBER.matcher(item);
        if (!number.find()) {
            return is;
        }
        double amount = Double.parseDouble(number.group(1).replace(',', '.'));
        if (alcohol) {
            long without = is & ~Trait.ALCOHOL.bit();
            return amount == 0 ? without : amount <= LEAST_STATED_ALCOHOL ? without | Trait.LOW_ALCOHOL.bit() : is;
        }
        return amount <= LACTOSE_FREE || number.group(2).equals("mg") ? 0 : is;
    }
}
