package org.amends.guard.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.amends.guard.Standard;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Language;
import org.amends.guard.food.Trait;
import org.amends.guard.food.WordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How labels are read, whatever anybody needs. */
class LabelReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | May contain nuts and milk.                                  | nut milk
            en | Made in a factory that handles peanuts.                     | peanut
            en | May contain traces of sesame.                               | sesame
            fr | Peut contenir des traces de lait et de fruits à coque.      | milk nut
            fr | Traces éventuelles d'arachides.                             | peanut
            es | Puede contener trazas de leche y huevo.                     | milk egg
            es | Puede contener cacahuetes.                                  | peanut
            ru | Может содержать следы молока и орехов.                      | milk nut
            ru | Возможны следы арахиса.                                     | peanut
            it | Può contenere tracce di latte e frutta a guscio.            | milk nut
            it | Può contenere arachidi.                                     | peanut
            de | Kann Spuren von Milch und Nüssen enthalten.                 | milk nut
            de | Kann Spuren von Erdnüssen enthalten.                        | peanut
            pt | Pode conter vestígios de leite e frutos de casca rija.      | milk nut
            pt | Pode conter amendoim.                                       | peanut
            """)
    void warningsOfTracesAreNoIngredients(String language, String warning, String traits) {
        LabelReading reading = list(language, sugarIn(language) + ". " + warning);

        for (String trait : traits.split(" ", -1)) {
            long bit = Trait.valueOf(trait.toUpperCase(Locale.ROOT)).bit();
            assertThat(reading.is() & bit).as(trait + " in it: %s", reading).isZero();
            assertThat(traces(reading) & bit)
                    .as(trait + " as a trace: %s", reading)
                    .isNotZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Sugar, salt. Contains no milk.               | milk
            en | Free from egg and nuts.                      | egg nut
            en | milk-free                                    | milk
            fr | Sucre, sel, sans viande                      | meat
            fr | Sucre. Sans lait ni œufs.                    | milk egg
            es | Azúcar, sal. No contiene leche.              | milk
            es | sin huevo                                    | egg
            ru | сахар, без мяса                              | meat
            ru | Сахар. Не содержит молока.                   | milk
            it | Zucchero, sale. Non contiene latte.          | milk
            it | senza uova                                   | egg
            de | Zucker, ohne Fleisch                         | meat
            de | Zucker. Enthält keine Milch.                 | milk
            pt | Açúcar, sal. Não contém leite.               | milk
            pt | sem ovos                                     | egg
            """)
    void whatIsDeniedIsNotInIt(String language, String text, String traits) {
        LabelReading reading = list(language, text);

        for (String trait : traits.split(" ", -1)) {
            long bit = Trait.valueOf(trait.toUpperCase(Locale.ROOT)).bit();
            assertThat((reading.is() | traces(reading)) & bit)
                    .as(trait + ": %s", reading)
                    .isZero();
        }
    }

    @Test
    void aDenialEndsWithItsSentence() {
        LabelReading reading = list("en", "Contains no milk. Contains egg.");

        assertThat(reading.is() & Trait.MILK.bit()).isZero();
        assertThat(reading.is() & Trait.EGG.bit()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Filling (sauce (stock (chicken fat (2%), salt), water), peas), salt     | meat
            Filling [sauce {stock (chicken fat, salt)}]                             | meat
            Chocolate (cocoa mass, sugar, whole milk powder) (12%), sugar           | milk
            Seasoning: salt, whey powder; colour: paprika                           | milk
            Sugar (with egg white                                                   | egg
            Sugar) egg white), salt                                                 | egg
            Sugar 12,5 %, egg white 3.5%, salt 1,2 g                                | egg
            Sugar* egg white** *organic **from hens                                 | egg
            Sugar¹, egg white² ¹fair trade ²free range                              | egg
            INGREDIENTS: SUGAR / EGG WHITE / SALT                                   | egg
            Sugar • egg white • salt                                                | egg
            - sugar - egg white - salt                                              | egg
            """)
    void everythingIsFoundHoweverDeepAndHoweverParted(String text, String trait) {
        long bit = Trait.valueOf(trait.toUpperCase(Locale.ROOT)).bit();

        assertThat(list("en", text).is() & bit).isNotZero();
    }

    @Test
    void aListMayBePrintedOneIngredientALine() {
        LabelReading reading = list("en", "Sugar\nEgg white\nSalt");

        assertThat(reading.findings()).extracting(Finding::words).containsExactly("Sugar", "Egg white", "Salt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | sugar, lac-\\ntose, salt         | milk
            en | sugar, egg\\nwhite, salt         | egg
            de | Zucker, Voll-\\nmilchpulver      | milk
            fr | sucre, géla-\\ntine de porc      | pork
            """)
    void theEndOfALineMayPartAWord(String language, String text, String trait) {
        long bit = Trait.valueOf(trait.toUpperCase(Locale.ROOT)).bit();

        assertThat(list(language, text.replace("\\n", "\n")).is() & bit).isNotZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | pork geIatine           | pork
            en | whey p0wder             | milk
            en | skimmed m1lk            | milk
            en | peanvts                 | peanut
            fr | noisettes, arachldes    | peanut
            de | Haselnüße               | nut
            ru | мoлoко                  | milk
            ru | cвинина                 | pork
            """)
    void misreadLettersOfDangersAreBelieved(String language, String text, String trait) {
        long bit = Trait.valueOf(trait.toUpperCase(Locale.ROOT)).bit();

        assertThat(list(language, text).is() & bit).isNotZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Zucker, Salz. Ingredients: sugar, whole milk powder.       | milk
            fr | DE: Zucker, Ei. FR: sucre, œuf.                            | egg
            en | ЗУТАТЕН: сахар, яичный порошок                             | egg
            en | Azúcar, harina de trigo, sal                               | gluten
            fr | Farina di frumento, zucchero, uova                         | egg
            """)
    void otherLanguagesAreUnderstoodAsWell(String expected, String text, String trait) {
        long bit = Trait.valueOf(trait.toUpperCase(Locale.ROOT)).bit();

        assertThat(list(expected, text).is() & bit).isNotZero();
    }

    @Test
    void unknownWordsAreTold() {
        assertThat(list("en", "sugar, xyloquaffin, salt").unknown()).containsExactly("xyloquaffin");
    }

    @Test
    void namesClaimForTheWholeProductAndListsForTheirItem() {
        assertThat(Standard.READER.readName("Gluten free bread", Language.EN).claims(Claim.GLUTEN_FREE))
                .isTrue();
        assertThat(Standard.READER.readName("Vegan cheese", Language.EN).claims(Claim.VEGAN))
                .isTrue();
        assertThat(list("en", "Sugar, gluten free oats, barley").claims(Claim.GLUTEN_FREE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | peanut butter         | milk
            en | coconut milk          | milk
            en | cocoa butter          | milk
            en | butternut squash      | nut
            en | beefsteak tomato      | meat
            en | nutmeg                | nut
            en | coconut               | nut
            en | cream of tartar       | milk
            en | buckwheat             | gluten
            en | glutinous rice        | gluten
            fr | lait de coco          | milk
            fr | noix de muscade       | nut
            fr | beurre de cacao       | milk
            es | leche de coco         | milk
            es | nuez moscada          | nut
            ru | кокосовое молоко      | milk
            ru | мускатный орех        | nut
            it | latte di cocco        | milk
            it | noce moscata          | nut
            de | Kokosmilch            | milk
            de | Muskatnuss            | nut
            de | Erdnussbutter         | milk
            de | Buchweizen            | gluten
            pt | leite de coco         | milk
            pt | noz-moscada           | nut
            """)
    void falseFriendsAreNotWhatTheySoundLike(String language, String text, String trait) {
        long bit = Trait.valueOf(trait.toUpperCase(Locale.ROOT)).bit();
        LabelReading reading = list(language, text);

        assertThat(reading.findings()).isNotEmpty();
        assertThat(reading.is() & bit).as("%s", reading).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Dog food with chicken
            fr | Croquettes pour chien
            es | Comida para gatos
            ru | Корм для кошек
            it | Cibo per cani
            de | Katzenfutter
            pt | Ração para cães
            """)
    void foodForAnimalsIsRecognised(String language, String name) {
        assertThat(Standard.READER.readName(name, Language.of(language)).kinds() & WordKind.PET.bit())
                .isNotZero();
    }

    @Test
    void anEmptyTextSaysNothing() {
        assertThat(Standard.READER.readList(null, null)).isEqualTo(LabelReading.NOTHING);
        assertThat(Standard.READER.readList(" \n ", Language.FR)).isEqualTo(LabelReading.NOTHING);
        assertThat(list("en", "(),:;. *").findings()).isEmpty();
    }

    @Test
    void whatIsLongerThanALabelIsToldAsUnknown() {
        assertThat(list("en", "sugar, ".repeat(4_000)).unknown()).contains("the text beyond 20000 characters");
    }

    private static LabelReading list(String language, String text) {
        return Standard.READER.readList(text, Language.of(language));
    }

    private static long traces(LabelReading reading) {
        return reading.findings().stream().mapToLong(Finding::trace).reduce(0, (a, b) -> a | b);
    }

    private static String sugarIn(String language) {
        return switch (language) {
            case "fr" -> "Sucre";
            case "es" -> "Azúcar";
            case "ru" -> "Сахар";
            case "it" -> "Zucchero";
            case "de" -> "Zucker";
            case "pt" -> "Açúcar";
            default -> "Sugar";
        };
    }
}
