package org.amends.guard.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.amends.preference.Need;
import org.amends.slip.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stated needs, rule by rule: rules 1 to 9 of the guard. */
class NeedCheckTest {

    @Test
    void rule1WhatIsStatedWinsOverWhatIsBought() {
        Question buysMeat = Question.of("vegetarian").bought("60, Beef mince", "40, Bacon rashers");

        assertThat(buysMeat.name("Beef burgers").list("Beef, salt").verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(buysMeat.name("Bean burgers").list("Beans, salt").verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void rule1WhatIsStatedButNotUnderstoodIsAskedAbout() {
        assertThat(Question.of("no nightshades on Fridays").list("Beans, salt").rules())
                .containsExactly("not_understood");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vegan        | Oats, honey                      | vegan
            vegan        | Sugar, beeswax                   | vegan, organic
            vegetarian   | Sugar, pork gelatine             | vegetarian
            gluten_free  | Wheat flour, water               | gluten_free
            lactose_free | Water, lactose                   | vegan
            no_pork      | Pork, salt                       | halal
            """)
    void rule2IngredientsBeatLabels(String need, String list, String labels) {
        String[] all = Arrays.stream(labels.split(",", -1)).map(String::strip).toArray(String[]::new);

        assertThat(Question.of(need).list(list).labels(all).verdict()).isEqualTo(Verdict.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vegan          | Veggie burger             | en
            vegan          | Steak végétal             | fr
            vegan          | Plant-based drink         | en
            gluten_free    | Wheat-free biscuits       | en
            fragrance_free | Unscented hand cream      | en
            organic_only   | Bio-Apfelsaft             | de
            kosher         | Kosher style dill pickles | en
            """)
    void rule2WordsOnTheFrontProveNothing(String need, String name, String language) {
        assertThat(Question.of(need).in(language).name(name).verdict()).isNotEqualTo(Verdict.ALLOW);
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void rule3WhatIsUnknownIsNeverSentSilently(Need need) {
        Question question = Question.of(need.stableName()).name("Product");

        assertThat(question.list(null).verdict()).isNotEqualTo(Verdict.ALLOW);
        assertThat(question.list("").verdict()).isNotEqualTo(Verdict.ALLOW);
        assertThat(question.list("See pack").verdict()).isNotEqualTo(Verdict.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | see pack
            en | see packaging
            fr | voir emballage
            es | ver envase
            ru | см. на упаковке
            it | vedi confezione
            de | siehe Verpackung
            pt | ver embalagem
            en | n/a
            en | ???
            en | 1234
            """)
    void rule3AListThatIsElsewhereIsUnknown(String language, String list) {
        assertThat(Question.of("vegetarian").in(language).list(list).verdict()).isEqualTo(Verdict.ASK);
    }

    @Test
    void rule3ANameThatViolatesBlocksWhateverIsUnknown() {
        assertThat(Question.of("vegetarian").name("Smoked bacon").verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(Question.of("peanut_allergy").name("Crunchy peanut butter").verdict())
                .isEqualTo(Verdict.BLOCK);
    }

    @Test
    void rule3OneUnknownWordIsAskedAbout() {
        assertThat(Question.of("vegan").list("Sugar, xyloquaffin, salt").rules())
                .containsExactly("vegan:unknown_words");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | peanut_allergy  | Sugar, arachis oil
            en | peanut_allergy  | Sugar, groundnuts
            en | peanut_allergy  | Monkey nuts, salt
            es | peanut_allergy  | Azúcar, maní
            es | nut_allergy     | Azúcar. Puede contener frutos de cáscara.
            en | nut_allergy     | Sugar. May contain nuts.
            en | milk_allergy    | Sugar, casein
            en | egg_allergy     | Sugar, albumen
            en | sesame_allergy  | Chickpeas, tahini
            en | shellfish_allergy | Rice, prawns
            en | fish_allergy    | Malt vinegar, anchovies
            en | soy_allergy     | Sugar, tofu
            en | celery_allergy  | Water, celeriac
            en | mustard_allergy | Water, mustard seeds
            en | lupin_allergy   | Lupin flour, water
            en | mollusc_allergy | Rice, squid
            en | sulphite_allergy | Apricots, sulphur dioxide
            en | sulphite_allergy | Apricots, E220
            """)
    void rule4AnIngredientASynonymOrATraceBlocksAnAllergy(String language, String need, String list) {
        assertThat(Question.of(need).in(language).list(list).verdict()).isEqualTo(Verdict.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nut_allergy    | Sugar, coconut, nutmeg
            nut_allergy    | Sugar, salt. Does not contain nuts.
            nut_allergy    | Sugar, salt. Made in a nut-free factory.
            peanut_allergy | Almonds, salt
            milk_allergy   | Coconut milk, cocoa butter, salt
            egg_allergy    | Aubergine (eggplant), salt
            """)
    void rule4WhatIsSaidToBeAbsentOrOnlySoundsSoIsSafe(String need, String list) {
        assertThat(Question.of(need).list(list).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void rule4AVeganLabelNeverSettlesAnAllergy() {
        Question vegan = Question.of("milk_allergy").labels("vegan");

        assertThat(vegan.list(null).verdict()).isEqualTo(Verdict.ASK);
        assertThat(vegan.list("Cocoa mass, sugar. May contain milk.").verdict()).isEqualTo(Verdict.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vegan      | Cocoa mass, sugar. May contain milk.      | ALLOW
            vegetarian | Peas, salt. May contain fish.             | ALLOW
            vegetarian | Sugar, E441                               | BLOCK
            vegetarian | Sugar, E120                               | BLOCK
            vegetarian | Sugar, cochineal                          | BLOCK
            vegetarian | Milk, animal rennet                       | BLOCK
            vegetarian | Beer, isinglass                           | BLOCK
            vegetarian | Flour, beef suet                          | BLOCK
            vegetarian | Flour, lard                               | BLOCK
            vegetarian | Water, chicken stock                      | BLOCK
            vegetarian | Water, fish oil                           | BLOCK
            vegetarian | Milk, rennet                              | ASK
            vegetarian | E471, sugar                               | ASK
            vegan      | Water, vitamin D3                         | ASK
            vegetarian | Eggs, milk, honey, beeswax                | ALLOW
            vegan      | Sugar, casein                             | BLOCK
            vegan      | Sugar, whey powder                        | BLOCK
            vegan      | Sugar, E901                               | BLOCK
            vegan      | Sugar, E904                               | BLOCK
            vegan      | Sugar, lanolin                            | BLOCK
            vegan      | Sugar, honey                              | BLOCK
            vegan      | Sugar, peas, salt                         | ALLOW
            """)
    void rule5VegansAndVegetarians(String need, String list, Verdict verdict) {
        assertThat(Question.of(need).list(list).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"Parmigiano Reggiano", "Grana Padano", "Pecorino Romano", "Gorgonzola", "Roquefort", "Idiazabal"})
    void rule5SomeCheesesAreMadeWithAnimalRennetWhateverTheListSays(String cheese) {
        assertThat(Question.of("vegetarian")
                        .name(cheese)
                        .list("Milk, salt, rennet")
                        .verdict())
                .isEqualTo(Verdict.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wheat flour, water                    |                | BLOCK
            Spelt, water                          |                | BLOCK
            Emmer, water                          |                | BLOCK
            Kamut, water                          |                | BLOCK
            Rye flour, water                      |                | BLOCK
            Rice, barley malt extract             |                | BLOCK
            Oats, water                           |                | BLOCK
            Rice, salt. May contain wheat.        |                | BLOCK
            Certified gluten-free oats, water     |                | ALLOW
            Oats, water                           | gluten_free    | ALLOW
            Buckwheat, glutinous rice, salt       |                | ALLOW
            Rice, salt                            |                | ALLOW
            """)
    void rule6Gluten(String list, String label, Verdict verdict) {
        Question question = Question.of("gluten_free").list(list);

        assertThat((label == null ? question : question.labels(label)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void rule6BeerFromWhichTheGlutenWasTakenPassesWithItsClaimOnly() {
        Question beer = Question.of("gluten_free").name("Lager beer").list("Water, barley malt, hops");

        assertThat(beer.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(beer.labels("gluten_free").verdict()).isEqualTo(Verdict.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lactose free milk  | Milk, lactase enzyme  | lactose_free | ALLOW
            Goat's milk        | Goat's milk           |              | BLOCK
            A2 milk            | A2 milk               |              | BLOCK
            Whey powder        | Whey                  |              | BLOCK
            Sweets             | Sugar, lactose        |              | BLOCK
            Oat drink          | Water, oats, salt     |              | ALLOW
            """)
    void rule7Lactose(String name, String list, String label, Verdict verdict) {
        Question question = Question.of("lactose_free").name(name).list(list);

        assertThat((label == null ? question : question.labels(label)).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            halal   | Beef, salt                |        | BLOCK
            halal   | Beef, salt                | halal  | ALLOW
            halal   | Pork, salt                | halal  | BLOCK
            halal   | Sugar, gelatine           |        | BLOCK
            halal   | Sugar, gelatine           | halal  | ALLOW
            halal   | Onions, white wine        |        | BLOCK
            halal   | Cucumbers, spirit vinegar |        | ALLOW
            kosher  | Rice, prawns              | kosher | BLOCK
            kosher  | Eel, salt                 |        | BLOCK
            kosher  | Beef, cream               | kosher | BLOCK
            kosher  | Sugar, oil, cocoa         |        | ASK
            kosher  | Sugar, oil, cocoa         | kosher | ALLOW
            no_pork | Beef, hog casing          |        | BLOCK
            no_pork | Sugar, gelatine           |        | ASK
            no_pork | Beef, salt                |        | ALLOW
            """)
    void rule8HalalKosherAndPork(String need, String list, String label, Verdict verdict) {
        Question question = Question.of(need).list(list);

        assertThat((label == null ? question : question.labels(label)).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"it, 'Farina, strutto'", "es, 'Harina, manteca de cerdo'", "ru, 'Говядина, шпик'", "pl, 'Hog fat'"})
    void rule8PorkHasManyNames(String language, String list) {
        assertThat(Question.of("no_pork").in(language).list(list).verdict()).isNotEqualTo(Verdict.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sugar, vanilla extract                  | BLOCK
            Sugar, cherry liqueur                   | BLOCK
            Onions, red wine                        | BLOCK
            Sugar, sorbitol, xylitol                | ALLOW
            Water, cetyl alcohol                    | ALLOW
            Cucumbers, white wine vinegar           | ALLOW
            """)
    void rule9Alcohol(String list, Verdict verdict) {
        assertThat(Question.of("no_alcohol").list(list).verdict()).isEqualTo(verdict);
    }

    @Test
    void rule9DrinksWithLittleAlcoholAreAskedAbout() {
        assertThat(Question.of("no_alcohol")
                        .name("Alcohol free beer")
                        .list("Water, barley malt, hops. Alcohol 0.5 % vol")
                        .verdict())
                .isEqualTo(Verdict.ASK);
    }

    @Test
    void onlyALabelShowsHowSomethingWasMade() {
        Question cream = Question.of("cruelty_free").name("Hand cream").list("Water, glycerin");

        assertThat(cream.verdict()).isEqualTo(Verdict.ASK);
        assertThat(cream.labels("cruelty_free").verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(Question.of("organic_only").list("Apples").verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(Question.of("organic_only").list("Apples").labels("organic").verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void ofOneBrandOnlyNoOtherIsSent() {
        Question question = Question.of("brand:Barilla only").list("Durum wheat, water");

        assertThat(question.name("Barilla Penne 500 g").verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(question.name("De Cecco Penne 500 g").rules()).isEqualTo(List.of("brand_only"));
    }

    @Test
    void aReasonQuotesTheWordsThatCausedIt() {
        assertThat(Question.of("vegetarian")
                        .list("Sugar, Pork Gelatine (2%)")
                        .answer()
                        .verdicts()
                        .getFirst()
                        .reasons()
                        .getFirst()
                        .evidence())
                .contains("Pork Gelatine");
    }

    @Test
    void theStrictestReasonStandsFirst() {
        CandidateVerdict verdict = Question.of("vegan")
                .list("Sugar, xyloquaffin, E471, honey")
                .answer()
                .verdicts()
                .getFirst();

        assertThat(verdict.reasons().getFirst().verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(verdict.confidence()).isEqualTo(verdict.reasons().getFirst().confidence());
    }
}
