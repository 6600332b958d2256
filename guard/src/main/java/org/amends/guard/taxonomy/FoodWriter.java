package org.amends.guard.taxonomy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amends.guard.food.Language;
import org.amends.guard.food.Trait;

/** Writes a food file. */
final class FoodWriter {

    private final StringBuilder text = new StringBuilder();
    private final Map<Language, Integer> names = new EnumMap<>(Language.class);

    void comment(String line) {
        text.append("# ").append(line).append('\n');
    }

    void source(TaxonomyText file) {
        LocalDate date = file.date();
        text.append("source ")
                .append(key(file))
                .append(" = Open Food Facts, taxonomy ")
                .append(TaxonomyNames.forFoodFile(file.file()))
                .append(" of ")
                .append(date)
                .append(", Open Database License (ODbL) 1.0, https://world.openfoodfacts.org\n");
    }

    void food(String key, long is, long may, long seldom) {
        text.append("\nfood ").append(key).append('\n');
        traits("is", is);
        traits("may", may);
        traits("seldom", seldom);
    }

    void words(String kind) {
        text.append("\nwords ").append(kind).append('\n');
    }

    private void traits(String word, long traits) {
        if (traits == 0) {
            return;
        }
        line(word);
        text.append(Arrays.stream(Trait.values())
                .filter(trait -> (traits & trait.bit()) != 0)
                .map(Trait::word)
                .collect(Collectors.joining(" ")));
        text.append('\n');
    }

    private void line(String word) {
        text.append("  ").append(word).append(" ".repeat(Math.max(1, 7 - word.length())));
    }

    void names(Map<Language, List<String>> all) {
        for (Language language : Language.ALL) {
            List<String> some = all.getOrDefault(language, List.of());
            if (!some.isEmpty()) {
                line(language.code());
                text.append(String.join(", ", some)).append('\n');
                names.merge(language, some.size(), Integer::sum);
            }
        }
    }

    void from(TaxonomyText file) {
        line("source");
        text.append(key(file)).append('\n');
    }

    void note(String note) {
        line("note");
        text.append(note).append('\n');
    }

    private static String key(TaxonomyText file) {
        return "openfoodfacts_" + file.kind().word();
    }

    Map<Language, Integer> names() {
        return names;
    }

    String text() {
        return text.toString();
    }
}
