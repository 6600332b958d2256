package org.amends.guard.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.amends.guard.OutsideData;
import org.amends.slip.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the categories and types of a grocer's catalogue, which tell nothing but a name in capitals: for a vegetarian, meat and
 * fish are blocked by their names, what is made without meat is not, nor are plants or the food of animals.
 */
class GroceryCatalogueTest {

    private static final String TABLE = "grocery_products/products_a.csv.gz";

    private static final int MOST_BLOCKED_IN_PERCENT = 5;

    /** {@code category | type} of meat and fish, written by hand after a look at all of them. */
    private static final List<Pattern> FLESH = patterns(
            "DELI MEATS \\| (?!CHEESE|CONDIMENTS|MEAT SNACKS|MEAT: GIFT).*",
            "FROZEN \\| FROZEN MEAT",
            "FROZEN CHICKEN \\| .*",
            "FROZEN PACKAGE MEAT \\| .*",
            "HOT DOGS \\| (?!BETTER|KOSHER).*",
            "LUNCHMEAT \\| (?:BOLOGNA|CHICKEN-FULLY COOKED|HAM.*|LUNCHMEAT-RW-ALL|MEAT SNACKS|PEPPERONI/SALAMI|POULTRY)",
            "PREPARED/PKGD FOODS \\| (?:MEAT - CAN/POUCH|MISC CND MEATS)",
            "RW FRESH PROCESSED MEAT \\| (?!MEAL SOL).*",
            "MEAT - MISC \\| (?:BREAST|CHICKEN|DRUMS|FRZN BREADED|GRND|MEAT|PEPPERONI|SNACK MEAT|THIGHS|WINGS|SEAFOOD).*",
            "SEAFOOD - MISC \\| (?:FRZN|POULTRY|SEAFOOD-FRE).*",
            "SMOKED MEATS \\| (?!ENTREES|MISC SALES).*",
            "TURKEY \\| (?!MISC SALES).*",
            "FRZN SEAFOOD \\| .*",
            " \\| (?:TUNA|TURKEY GRND/PTTY)",
            "PARTY TRAYS \\| DELI TRAY:(?:CHICKEN|MEAT AND CHEESE)");

    /** Nothing of animals in them, or nothing to eat for people. */
    private static final List<Pattern> FINE = patterns(
            "(?:APPLES|BERRIES|BROCCOLI/CAULIFLOWER|CARROTS|CITRUS|CORN|DRIED FRUIT|GRAPES|ONIONS|PEARS|POTATOES|SQUASH"
                    + "|STONE FRUIT|TROPICAL FRUIT|VALUE ADDED VEGETABLES|COFFEE|TEAS|WATER|DOG FOODS|BIRD SEED) \\| .*",
            ".* \\| (?:TOFU|FRZN MEAT ALTERNATIVES|DOG BISCUITS.*|DOG TREATS.*|PET TREATS|CAT TREATS|NON-MEATS - OTHER)",
            "BAKED BREAD/BUNS/ROLLS \\| (?:HAMBURGER|HOT DOG|SANDWICH) BUNS",
            "COOKIES.* \\| SANDWICH COOKIES");

    @Test
    void meatAndFishAreBlockedByTheirNames() {
        assertThat(pairs().stream()
                        .filter(pair -> isOne(pair, FLESH))
                        .filter(pair -> verdict(pair) != Verdict.BLOCK)
                        .map(pair -> pair + " " + verdict(pair)))
                .isEmpty();
    }

    @Test
    void plantsMeatSubstitutesAndPetFoodAreNotBlocked() {
        assertThat(pairs().stream().filter(pair -> isOne(pair, FINE)).filter(pair -> verdict(pair) == Verdict.BLOCK))
                .isEmpty();
    }

    @Test
    void hardlyAnythingElseIsBlocked() {
        int all = 0;
        List<String> blocked = new ArrayList<>();
        for (String pair : pairs()) {
            if (!isOne(pair, FLESH)) {
                all++;
                if (verdict(pair) == Verdict.BLOCK) {
                    blocked.add(pair);
                }
            }
        }
        System.out.printf(
                "%d of %d that are not listed as meat or fish are blocked: %s%n", blocked.size(), all, blocked);

        assertThat(100 * blocked.size()).isLessThanOrEqualTo(MOST_BLOCKED_IN_PERCENT * all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRZN MEATLESS                      | FROZEN
            FRZN MEAT ALTERNATIVES             | FROZEN
            MEATLESS BURGERS                   | FROZEN
            MEAT SUBSTITUTES                   | MEAT - MISC
            FRZN BREAKFAST SAUSAGE MEATLESS    | FROZEN
            VEGETARIAN HOT DOGS                | HOT DOGS
            VEGGIE BURGERS                     | FROZEN
            SOYBURGERS VEGETARIAN              | MEAT - MISC
            MEATLESS MISCELLANEOUS             | MEATLESS
            BEEFSTEAK TOMATOES                 | TOMATOES
            PORK AND BEANS VEGETARIAN          | VEGETABLES - SHELF STABLE
            TOFU                               | REFRIGERATED
            CAN CAT FOOD (BEEF)                | CAT FOOD
            DRY DOG FOOD CHICKEN               | DOG FOODS
            CAT TREATS                         | PET CARE SUPPLIES
            """)
    void whatIsMadeWithoutMeatIsNotMeat(String name, String category) {
        Verdict verdict =
                Question.of("vegetarian").name(name).category(category).verdict();

        assertThat(verdict).isNotEqualTo(Verdict.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FROZEN MEAT                  | FROZEN
            CHICKEN BREAST BONELESS      | CHICKEN
            LEAN                         | BEEF
            ANGUS BEEF                   | BEEF
            PRIMAL                       | PORK
            HAM HALF/PORTION BONE-IN     | SMOKED MEATS
            TUNA                         | SEAFOOD - SHELF STABLE
            SHRIMP - RAW                 | SEAFOOD
            SALMON                       | SEAFOOD
            LAMB CHOPS                   | LAMB
            HOT DOGS - TURKEY            | HOT DOGS
            BACON - TURKEY               | BACON
            DINNER SAUSAGE - SMOKED PORK | DINNER SAUSAGE
            SARDINES                     | CANNED SEAFOOD
            """)
    void trueMeatAndFishAreMeatAndFish(String name, String category) {
        assertThat(Question.of("vegetarian").name(name).category(category).verdict())
                .isEqualTo(Verdict.BLOCK);
    }

    private static Verdict verdict(String pair) {
        String[] parts = pair.split(" \\| ", 2);
        return Question.of("vegetarian").name(parts[1]).category(parts[0]).verdict();
    }

    private static Set<String> pairs() {
        Set<String> pairs = new TreeSet<>();
        for (Map<String, String> row : OutsideData.rows(TABLE)) {
            if (!row.get("product_type").isBlank()) {
                pairs.add(row.get("product_category") + " | " + row.get("product_type"));
            }
        }
        return pairs;
    }

    private static boolean isOne(String pair, List<Pattern> patterns) {
        return patterns.stream().anyMatch(it -> it.matcher(pair).matches());
    }

    private static List<Pattern> patterns(String... patterns) {
        return Arrays.stream(patterns).map(Pattern::compile).toList();
    }
}
