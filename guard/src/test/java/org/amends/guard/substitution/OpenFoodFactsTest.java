package org.amends.guard.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.amends.guard.OutsideData;
import org.amends.guard.Standard;
import org.amends.guard.food.Language;
import org.amends.slip.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Against the ingredients of Open Food Facts, each as the only ingredient of a product: what is flagged as not vegetarian or not
 * vegan is never sent silently, nor is what may be; and what is unknown to us is asked about.
 */
class OpenFoodFactsTest {

    private static final String TABLE = "openfoodfacts/ingredients_en_fr.csv.gz";

    /** Where we know better or read a name otherwise: identifiers there, and why. */
    private static final Map<Pattern, String> EXCEPTIONS = Map.of(
            Pattern.compile(".*(?:flavour|arome|aroma).*"),
            "The doubt is inherited from flavouring; one that is named after its plant is of plants.",
            Pattern.compile(
                    "en:(?:invertase|e1100|cellulase|lactase|beta-galactosidase|xylanase|protease)|fr:hemicellulase"),
            "Enzymes that are made by microbes: EFSA register of food enzymes.",
            Pattern.compile("en:(?:dairy|fermented-milk-products|hydrolysed-milk-protein|ferment|microbial-culture)"),
            "The doubt is of rennet; milk and its cultures are vegetarian.",
            Pattern.compile("fr:(?:aubergine-prefrite|proteines-de-pois-hydrolysees)"),
            "Fried in oil, and made of peas: the doubt is of what is not said.",
            Pattern.compile("en:e101"),
            "Riboflavin made by bacteria, which are no animals.",
            Pattern.compile("en:melanogrammus-aeglefinus"),
            "The name anon is that of a fruit, and of haddock in Canada only.");

    /** A name of an ingredient with its flag for a need. */
    private record Flagged(String id, String name, String language, String need, String flag) {

        Verdict verdict() {
            return Question.of(need).in(language).list(name).verdict();
        }

        @Override
        public String toString() {
            return "%s %s (%s) %s for %s".formatted(language, name, id, flag, need);
        }
    }

    @Test
    void whatIsNotOrMayNotBeFitIsNeverSentSilently() {
        List<String> silent = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Flagged each : flagged()) {
            Verdict verdict = each.verdict();
            int ignored = counts.merge("%-10s %-5s %s".formatted(each.need(), each.flag(), verdict), 1, Integer::sum);
            boolean doubtful = each.flag().equals("no") || each.flag().equals("maybe");
            if (doubtful && verdict == Verdict.ALLOW && !isException(each.id())) {
                silent.add(each.toString());
            }
        }
        counts.forEach((what, count) -> System.out.printf("%s %d%n", what, count));

        assertThat(silent).isEmpty();
    }

    @Test
    void whatIsFitIsHardlyEverBlocked() {
        int fit = 0;
        List<String> blocked = new ArrayList<>();
        for (Flagged each : flagged()) {
            if (each.flag().equals("yes")) {
                fit++;
                if (each.verdict() == Verdict.BLOCK) {
                    blocked.add(each.toString());
                }
            }
        }

        assertThat(blocked.size()).as("%s", blocked).isLessThan(fit / 100);
    }

    @Test
    void whatWeDoNotKnowIsAsked() {
        List<String> silent = new ArrayList<>();
        for (Flagged each : flagged()) {
            boolean known = !Standard.READER
                    .readList(each.name(), Language.of(each.language()))
                    .findings()
                    .isEmpty();
            if (!known && each.verdict() == Verdict.ALLOW) {
                silent.add(each.toString());
            }
        }

        assertThat(silent).isEmpty();
    }

    private static boolean isException(String id) {
        return EXCEPTIONS.keySet().stream().anyMatch(it -> it.matcher(id).matches());
    }

    private static List<Flagged> flagged() {
        List<Flagged> all = new ArrayList<>();
        for (Map<String, String> row : OutsideData.rows(TABLE)) {
            for (String language : List.of("en", "fr")) {
                for (String name : row.get("names_" + language).split("\\|", -1)) {
                    // A backslash ends a name that was cut off at a comma.
                    if (!name.isBlank() && !name.endsWith("\\")) {
                        all.add(new Flagged(row.get("id"), name, language, "vegetarian", row.get("vegetarian")));
                        all.add(new Flagged(row.get("id"), name, language, "vegan", row.get("vegan")));
                    }
                }
            }
        }
        return all;
    }
}
