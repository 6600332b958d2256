package org.amends.guard.food;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.amends.guard.Standard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoodFileTest {

    @Test
    void aFoodIsReadWithItsTraitsNamesAndSource() {
        FoodKnowledge knowledge = FoodKnowledge.alone(List.of(new FoodText("small.food", """
                # A comment.
                source r1169 = Regulation (EU) No 1169/2011, Annex II.

                food hazelnut
                  is nut
                  may gluten
                  seldom milk
                  en hazelnut, cob nut
                  de Haselnuss
                  source r1169
                  note The husk is not eaten.
                """)));

        assertThat(knowledge.foods())
                .containsExactly(new Food("hazelnut", Trait.NUT.bit(), Trait.GLUTEN.bit(), Trait.MILK.bit(), "r1169"));
        assertThat(knowledge.meanings("haselnusse").size(Language.DE)).isPositive();
        assertThat(knowledge.meanings("haselnuss").size(Language.RU)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            food a;  is nutt;  source s           | there is no trait "nutt"
            food a;  en a;                        | a has no source
            food a;  sv a;  source s              | "sv" is not understood
            food a;  source t                     | the source "t" is not named
            fodo a                                | a line begins with "fodo"
              is nut                              | "is" belongs to nothing
            source t                              | a source without =
            words nonsense;  en a                 | there are no words of the kind "nonsense"
            food a;  source s;food a;  source s   | a stands in bad.food:2 too
            """, ignoreLeadingAndTrailingWhitespace = false)
    void faultsAreToldWithFilePlaceAndRemedy(String lines, String fault) {
        String text = "source s = A source.\n"
                + lines.replace("|", "").stripTrailing().replace(';', '\n') + "\n";

        assertThatThrownBy(() -> FoodKnowledge.alone(List.of(new FoodText("bad.food", text))))
                .isInstanceOf(FoodFormatException.class)
                .hasMessageContaining("bad.food:")
                .hasMessageContaining(fault.strip());
    }

    @Test
    void everyFoodThatComesAlongHasASourceAndNoTwoHaveOneName() {
        assertThat(Standard.KNOWLEDGE.foods())
                .hasSizeGreaterThan(1_000)
                .allMatch(food -> !food.source().isBlank());
        assertThat(Standard.KNOWLEDGE.foods().stream().map(Food::key)).doesNotHaveDuplicates();
    }

    @Test
    void noFoodHasATraitBothForCertainAndPerhaps() {
        assertThat(Standard.KNOWLEDGE.foods())
                .allMatch(food -> (food.is() & food.may()) == 0 && (food.seldom() & (food.is() | food.may())) == 0);
    }
}
