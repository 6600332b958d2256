package org.amends.guard.food;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amends.guard.label.LabelReader;
import org.amends.guard.label.LabelReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Food files of a company beside the standard ones. */
class MoreFoodTest {

    private static LabelReading read(String food, String label) {
        FoodKnowledge knowledge =
                FoodKnowledge.standardWith(List.of(new FoodText("own.food", "source us = our kitchen\n" + food)));
        return new LabelReader(knowledge).readList(label, Language.EN);
    }

    @Test
    void aFoodThatNobodyKnewIsKnown() {
        LabelReading reading = read("""
                food zorblat
                  is egg
                  en zorblat
                  source us
                """, "zorblat");
        assertThat(reading.is()).isEqualTo(Trait.EGG.bit());
        assertThat(reading.unknown()).isEmpty();
    }

    @Test
    void aNameThatWasKnownHasWhatEitherFileSays() {
        LabelReading reading = read("""
                food our own wheat
                  is mustard
                  en wheat
                  source us
                """, "wheat");
        assertThat(reading.is()).isEqualTo(Trait.set(Trait.GLUTEN, Trait.MUSTARD));
        assertThat(reading.findings().getFirst().food().key()).isEqualTo(standardKey("wheat"));
    }

    @Test
    void aFoodOfTheSameKeyTakesThePlaceOfTheStandardOneUnderItsNames() {
        String key = standardKey("wheat");
        LabelReading reading = read("food " + key + "\n  is lupin\n  en zorblat\n  source us\n", "wheat, zorblat");
        assertThat(reading.findings()).allSatisfy(it -> assertThat(it.is()).isEqualTo(Trait.LUPIN.bit()));
        assertThat(reading.findings()).hasSize(2);
    }

    private static String standardKey(String name) {
        return new LabelReader(FoodKnowledge.standard())
                .readList(name, Language.EN)
                .findings()
                .getFirst()
                .food()
                .key();
    }

    @Test
    void filesAndFoldersOfThemAreRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.food"), "source us = us\nfood zorblat\n  en zorblat\n  source us\n");
        Files.writeString(folder.resolve("notes.txt"), "not a food file");
        int standard = FoodKnowledge.standard().foods().size();
        assertThat(FoodKnowledge.standardAnd(List.of(folder)).foods()).hasSize(standard + 1);
        assertThat(FoodKnowledge.standardAnd(List.of(folder.resolve("a.food"))).foods())
                .hasSize(standard + 1);
    }

    @Test
    void faultsTellFileLineAndRemedy(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.food");
        Files.writeString(file, "food zorblat\n  is purple\n");
        assertThatThrownBy(() -> FoodKnowledge.standardAnd(List.of(file)))
                .isInstanceOf(FoodFormatException.class)
                .hasMessageContaining(file + ":2: there is no trait \"purple\". One of ")
                .hasMessageContaining(file + ":1: zorblat has no source. Name one.");
        assertThatThrownBy(() -> FoodKnowledge.standardAnd(List.of(folder.resolve("b.food"))))
                .hasMessageContaining("b.food cannot be read")
                .hasMessageContaining("Maybe the name is misspelt.");
    }
}
