package org.amends.guard.taxonomy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.FoodText;

/** Whatever stands in a taxonomy file, what is made of it is a sound food file. */
class TaxonomyFuzzTest {

    private static final FoodKnowledge STANDARD = FoodKnowledge.standard();

    @FuzzTest(maxDuration = "1m")
    void makesSoundFoodFiles(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        for (TaxonomyKind kind : TaxonomyKind.values()) {
            Conversion made = TaxonomyConverter.convert(
                    List.of(new TaxonomyText(kind, kind.word() + ".txt", LocalDate.of(2026, 3, 1), text)), STANDARD);
            if (FoodText.check(List.of(new FoodText("made.food", made.text()))) != made.foods()) {
                throw new AssertionError("As many foods must be read as were written:\n" + made.text());
            }
        }
    }
}
