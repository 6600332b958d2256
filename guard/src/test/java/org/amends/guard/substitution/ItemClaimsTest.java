package org.amends.guard.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import org.amends.slip.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 11: what was ordered is a choice too, though the customer stated nothing. */
class ItemClaimsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Veggie burgers            | Beef burgers             | Beef, salt
            en | Vegan sausages            | Pork sausages            | Pork, salt
            en | Decaf coffee              | Ground coffee            | Coffee
            en | Lactose free milk         | Semi skimmed milk        | Milk
            en | Gluten free bread         | White bread              | Wheat flour, water, yeast
            en | Organic carrots           | Carrots                  | Carrots
            en | Sugar free cola           | Cola                     | Water, sugar, caffeine
            fr | Steak végétal             | Steak haché              | Viande de bœuf
            fr | Café décaféiné            | Café moulu               | Café
            es | Leche sin lactosa         | Leche entera             | Leche
            es | Hamburguesa vegetal       | Hamburguesa de ternera   | Carne de ternera, sal
            ru | Безлактозное молоко       | Молоко                   | Молоко
            it | Caffè decaffeinato        | Caffè macinato           | Caffè
            de | Laktosefreie Milch        | Vollmilch                | Milch
            de | Entkoffeinierter Kaffee   | Filterkaffee             | Kaffee
            pt | Leite sem lactose         | Leite meio-gordo         | Leite
            """)
    void aPropertyOfWhatWasOrderedIsNotSilentlyLost(String language, String ordered, String name, String list) {
        assertThat(Question.of("")
                        .in(language)
                        .ordered(ordered)
                        .name(name)
                        .list(list)
                        .verdict())
                .isNotEqualTo(Verdict.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Veggie burgers            | Vegan burgers            | Soya protein, water, rapeseed oil
            en | Decaf coffee              | Decaffeinated coffee     | Coffee
            en | Lactose free milk         | Lactose free whole milk  | Milk, lactase
            en | Beef burgers              | Veggie burgers           | Soya protein, water, rapeseed oil
            en | White bread               | Brown bread              | Wheat flour, water, yeast
            fr | Café décaféiné            | Café décaféiné moulu     | Café décaféiné
            """)
    void whatKeepsThePropertyPasses(String language, String ordered, String name, String list) {
        assertThat(Question.of("")
                        .in(language)
                        .ordered(ordered)
                        .name(name)
                        .list(list)
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void peopleAreNotSentFoodForAnimals() {
        assertThat(Question.of("")
                        .ordered("Tuna chunks")
                        .name("Cat food with tuna")
                        .rules())
                .contains("pet_food");
    }

    @Test
    void whatAnimalsEatIsOutsideOfTheDietOfPeople() {
        Question catFood = Question.of("vegetarian").ordered("Cat food with chicken");

        assertThat(catFood.name("Cat food with beef").list("Beef, water").verdict())
                .isEqualTo(Verdict.ALLOW);
    }
}
