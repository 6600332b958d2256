package org.amends.guard.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amends.guard.Standard;
import org.amends.guard.json.AnswerJson;
import org.amends.preference.Need;
import org.amends.slip.Verdict;
import org.junit.jupiter.api.Test;

/** What holds for every label, tried on many made-up ones; the seeds are fixed. */
class GuardPropertiesTest {

    private static final int TRIES = 400;

    private static final List<String> PLAIN = List.of(
            "water",
            "sugar",
            "salt",
            "rice",
            "peas",
            "carrots",
            "onions",
            "potato starch",
            "sunflower oil",
            "garlic",
            "black pepper",
            "tomatoes",
            "maize",
            "citric acid",
            "coconut milk",
            "E330",
            "kidney beans",
            "apple juice");

    /** An ingredient that each need forbids beyond doubt. */
    private static final Map<String, List<String>> FORBIDDEN = Map.ofEntries(
            Map.entry("vegetarian", List.of("beef", "pork gelatine", "anchovies", "carmine", "chicken stock")),
            Map.entry("vegan", List.of("honey", "skimmed milk powder", "egg white", "beeswax", "casein")),
            Map.entry("gluten_free", List.of("wheat flour", "barley malt", "rye", "spelt")),
            Map.entry("lactose_free", List.of("whole milk", "lactose", "whey powder")),
            Map.entry("nut_allergy", List.of("almonds", "hazelnuts", "walnuts", "cashew nuts")),
            Map.entry("peanut_allergy", List.of("peanuts", "arachis oil", "groundnuts")),
            Map.entry("milk_allergy", List.of("milk", "casein", "butter", "whey")),
            Map.entry("egg_allergy", List.of("egg", "egg white powder", "dried egg yolk")),
            Map.entry("sesame_allergy", List.of("sesame seeds", "tahini")),
            Map.entry("shellfish_allergy", List.of("prawns", "crab", "shrimp")),
            Map.entry("fish_allergy", List.of("cod", "anchovies", "tuna")),
            Map.entry("soy_allergy", List.of("soya flour", "soybeans", "tofu")),
            Map.entry("no_pork", List.of("pork", "bacon", "ham")),
            Map.entry("no_alcohol", List.of("red wine", "rum", "vanilla extract")),
            Map.entry("halal", List.of("pork", "white wine", "bacon")));

    @Test
    void aForbiddenIngredientAnywhereBlocks() {
        Random random = new Random(1);
        FORBIDDEN.forEach((need, bad) -> {
            for (int i = 0; i < TRIES / 4; i++) {
                List<String> list = plain(random);
                Verdict without = Question.of(need).list(join(list, random)).verdict();
                list.add(random.nextInt(list.size() + 1), bad.get(random.nextInt(bad.size())));
                String text = join(list, random);
                Verdict with = Question.of(need).list(text).verdict();

                assertThat(with)
                        .as("%s: %s", need, text)
                        .isEqualTo(Verdict.BLOCK)
                        .isGreaterThanOrEqualTo(without);
            }
        });
    }

    @Test
    void theOrderOfIngredientsNeverLetsABlockedOneThrough() {
        Random random = new Random(2);
        FORBIDDEN.forEach((need, bad) -> {
            List<String> list = plain(random);
            list.add(bad.getFirst());
            for (int i = 0; i < TRIES / 8; i++) {
                Collections.shuffle(list, random);
                String text = String.join(", ", list);

                assertThat(Question.of(need).list(text).verdict())
                        .as("%s: %s", need, text)
                        .isEqualTo(Verdict.BLOCK);
            }
        });
    }

    @Test
    void withoutItsLabelAProductIsNeverJudgedMoreMildly() {
        Random random = new Random(3);
        List<String> labels =
                List.of("vegan", "vegetarian", "gluten_free", "lactose_free", "halal", "kosher", "organic");
        for (int i = 0; i < TRIES; i++) {
            Need need = Need.values()[random.nextInt(Need.values().length)];
            List<String> list = plain(random);
            if (random.nextBoolean()) {
                list.add(
                        random.nextInt(list.size()),
                        List.of("E471", "gelatine", "natural flavouring", "oats", "beef")
                                .get(random.nextInt(5)));
            }
            Question question = Question.of(need.stableName()).list(join(list, random));
            String label = labels.get(random.nextInt(labels.size()));

            assertThat(question.verdict())
                    .as("%s without %s: %s", need, label, question.candidate().ingredients())
                    .isGreaterThanOrEqualTo(question.labels(label).verdict());
        }
    }

    @Test
    void aNeedMoreNeverMakesAVerdictMilder() {
        Random random = new Random(4);
        List<String> all = new ArrayList<>(PLAIN);
        FORBIDDEN.values().forEach(all::addAll);
        for (int i = 0; i < TRIES; i++) {
            Collections.shuffle(all, random);
            String list = String.join(", ", all.subList(0, 1 + random.nextInt(8)));
            String one = Need.values()[random.nextInt(Need.values().length)].stableName();
            String other = Need.values()[random.nextInt(Need.values().length)].stableName();

            assertThat(Question.of(one + "," + other).list(list).verdict())
                    .as("%s and %s: %s", one, other, list)
                    .isGreaterThanOrEqualTo(Question.of(one).list(list).verdict());
        }
    }

    @Test
    void rubbishNeverThrowsAndIsNeverAllowedUnderANeed() {
        Random random = new Random(5);
        for (int i = 0; i < 4 * TRIES; i++) {
            String text = rubbish(random);
            // Most names on cosmetics are unknown, so that those without a known fragrance pass.
            Need need = Need.values()[random.nextInt(Need.FRAGRANCE_FREE.ordinal())];
            Question question = Question.of(need.stableName()).name("Product").list(text);

            assertThat(question.verdict()).as("%s: %s", need, text).isNotEqualTo(Verdict.ALLOW);
        }
    }

    @Test
    void rubbishAsNamesLabelsAndHistoryNeverThrows() {
        Random random = new Random(6);
        for (int i = 0; i < TRIES; i++) {
            Question question = Question.of("vegan")
                    .in(rubbish(random))
                    .ordered("x" + rubbish(random))
                    .name("x" + rubbish(random))
                    .category(rubbish(random))
                    .labels(rubbish(random), "vegan")
                    .bought("3, x" + rubbish(random));

            assertThat(question.verdict()).isNotEqualTo(Verdict.ALLOW);
        }
    }

    @Test
    void theSameRequestGivesTheSameAnswerOnEveryThread() throws Exception {
        List<SubstitutionRequest> requests = new ArrayList<>();
        for (String language : List.of("en", "fr", "ru", "de")) {
            CaseTable.read(language + ".tsv", language).forEach(row -> requests.add(row.request()));
        }
        Guard fresh = new Guard(Standard.KNOWLEDGE);
        Callable<List<String>> answers =
                () -> requests.stream().map(fresh::answer).map(AnswerJson::of).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<String>>> all = threads.invokeAll(Collections.nCopies(8, answers));

            List<String> first = all.getFirst().get();
            assertThat(first).hasSize(requests.size());
            for (Future<List<String>> each : all) {
                assertThat(each.get()).isEqualTo(first);
            }
            assertThat(answers.call()).isEqualTo(first);
        }
    }

    private static List<String> plain(Random random) {
        List<String> all = new ArrayList<>(PLAIN);
        Collections.shuffle(all, random);
        return new ArrayList<>(all.subList(0, 2 + random.nextInt(10)));
    }

    /** As labels are printed: with shares, brackets, capitals and bullets. */
    private static String join(List<String> items, Random random) {
        StringBuilder text = new StringBuilder();
        String separator = List.of(", ", "; ", " • ", ",").get(random.nextInt(4));
        boolean open = false;
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i);
            text.append(random.nextInt(5) == 0 ? item.toUpperCase(java.util.Locale.ROOT) : item);
            text.append(random.nextInt(6) == 0 ? " (" + (1 + random.nextInt(90)) + " %)" : "");
            if (open && random.nextBoolean()) {
                text.append(')');
                open = false;
            }
            if (i + 1 < items.size()) {
                text.append(separator);
            }
            if (!open && i + 2 < items.size() && random.nextInt(6) == 0) {
                text.append("sauce (");
                open = true;
            }
        }
        return text.append(open ? ")." : ".").toString();
    }

    /** Letters of many scripts, marks and figures, in no order. */
    private static String rubbish(Random random) {
        String letters = "xqzjvkwXQZ жщэъΩßøł漢字אب0123456789()[]{}:;,.*/%-–•\n\t\"'\u00AD\u0301\uD83C\uDF4E";
        char[] text = new char[1 + random.nextInt(60)];
        for (int i = 0; i < text.length; i++) {
            text[i] = letters.charAt(random.nextInt(letters.length()));
        }
        return new String(text);
    }
}
