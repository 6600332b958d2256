package org.amends.guard.food;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whatever stands in a food file is read, or each fault in it is told with its place. */
class FoodFileFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void readsOrTells(byte[] data) throws IOException {
        String text = new String(data, StandardCharsets.UTF_8);
        List<String> faults = new ArrayList<>();
        FoodFile.Content content = FoodFile.read("some.food", new StringReader(text), faults);
        for (String fault : faults) {
            if (!fault.startsWith("some.food:")) {
                throw new AssertionError("A fault without a place: " + fault);
            }
        }
        for (FoodFile.Named<Food> each : content.foods()) {
            Food food = each.what();
            if ((food.is() & food.may()) != 0 || ((food.is() | food.may()) & food.seldom()) != 0) {
                throw new AssertionError("A trait is told twice: " + food);
            }
        }
        try {
            int ignored = FoodText.check(List.of(new FoodText("some.food", text)));
        } catch (FoodFormatException told) {
            if (!told.getMessage().contains("some.food:")) {
                throw new AssertionError("A fault without a place", told);
            }
        }
    }
}
