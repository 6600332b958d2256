package org.amends.guard.food;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the food files that come with the product. */
class FoodFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/amends/guard/food");

    /** Some foods are named in one country only; far fewer names than this means that a file or a language was lost. */
    private static final int LEAST_FOODS_OF_A_LANGUAGE = 1400;

    private static final List<FoodFile.Named<Food>> FOODS = new ArrayList<>();
    private static final List<FoodFile.Named<String>> WORDS = new ArrayList<>();
    private static final List<String> FAULTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (String file : FoodKnowledge.FILES) {
            try (BufferedReader text = Files.newBufferedReader(FOLDER.resolve(file + ".food"))) {
                FoodFile.Content content = FoodFile.read(file + ".food", text, FAULTS);
                FOODS.addAll(content.foods());
                WORDS.addAll(content.words());
            }
        }
    }

    @Test
    void haveNoFaults() {
        assertThat(FAULTS).isEmpty();
        assertThat(FoodKnowledge.standard().foods()).hasSameSizeAs(FOODS);
    }

    @Test
    void areThoseThatAreRead() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> present =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertThat(present)
                    .isEqualTo(FoodKnowledge.FILES.stream()
                            .map(file -> file + ".food")
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void tellWhereEachFoodIsKnownFrom() {
        assertThat(FOODS)
                .allSatisfy(food ->
                        assertThat(food.what().source()).as(food.place()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nameMostFoodsInEachLanguage(Language language) {
        assertThat(FOODS.stream().filter(food -> !food.names(language).isEmpty()))
                .hasSizeGreaterThan(LEAST_FOODS_OF_A_LANGUAGE);
    }

    /** Two foods with one name would make the name a doubt: "milk" must not be soft because a file further down names it again. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void giveEachNameOneMeaning(Language language) {
        Set<String> functionWords = functionWords(language);
        Map<String, FoodFile.Named<Food>> first = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (FoodFile.Named<Food> food : FOODS) {
            for (String name : food.names(language)) {
                String words = withoutFunctionWords(name, functionWords);
                FoodFile.Named<Food> before = first.putIfAbsent(words, food);
                if (before != null && !hasSameTraits(before.what(), food.what())) {
                    twice.add(name + ": " + before.what().key() + " at " + before.place() + ", "
                            + food.what().key() + " at " + food.place());
                }
            }
        }
        assertThat(twice).isEmpty();
        assertThat(first).doesNotContainKey("");
    }

    private static boolean hasSameTraits(Food one, Food other) {
        return one.is() == other.is() && one.may() == other.may() && one.seldom() == other.seldom();
    }

    private static Set<String> functionWords(Language language) {
        Set<String> words = new HashSet<>();
        for (FoodFile.Named<String> list : WORDS) {
            if (WordKind.named(list.what()) == WordKind.FUNCTION) {
                for (String name : list.names(language)) {
                    Words.of(name).forEach(word -> words.add(word.text()));
                }
            }
        }
        return words;
    }

    private static String withoutFunctionWords(String name, Set<String> functionWords) {
        List<String> words = new ArrayList<>();
        for (Word word : Words.of(name)) {
            if (!functionWords.contains(word.text())) {
                boolean startsOpen = word.start() > 0 && name.charAt(word.start() - 1) == '*';
                boolean endsOpen = word.end() < name.length() && name.charAt(word.end()) == '*';
                words.add((startsOpen ? "*" : "") + word.text() + (endsOpen ? "*" : ""));
            }
        }
        return String.join(" ", words);
    }
}
