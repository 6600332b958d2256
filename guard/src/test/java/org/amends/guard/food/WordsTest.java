package org.amends.guard.food;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WHEAT Flour             | wheat flour
            Crème fraîche           | creme fraiche
            jus d'orange            | jus d orange
            jus d’orange            | jus d orange
            œufs, bœuf              | oeufs boeuf
            Weißwein                | weisswein
            Süßmolkenpulver         | sussmolkenpulver
            Ёж йод                  | еж иод
            soja-lécithine          | soja lecithine
            Rødvin Łosoś            | rodvin losos
            gela\u00ADtine          | gelatine
            12 % Milk               | 12 milk
            """)
    void wordsAreComparedInLowerCaseWithoutAccents(String text, String words) {
        assertThat(texts(text)).containsExactly(words.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E322         | e322
            E 322        | e322
            E-322        | e322
            e322i        | e322
            E322(i)      | e322
            E 472 e      | e472 e
            E472e        | e472e
            INS 471      | e471
            SIN-120      | e120
            Е120         | e120
            Е-441        | e441
            E1105        | e1105
            """)
    void anAdditiveIsOneWordHoweverItsNumberIsWritten(String text, String words) {
        assertThat(texts(text)).containsExactly(words.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({"E10", "100", "B12"})
    void otherNumbersAreNoAdditives(String text) {
        assertThat(texts(text)).noneMatch(word -> word.matches("e\\d{3,4}.*"));
    }

    @ParameterizedTest
    @CsvSource({"GeIatine, gelatine", "miIk, milk", "Ingredients, ingredients", "MILK, milk", "Iodine, iodine"})
    void aCapitalIAmidSmallLettersIsASmallL(String text, String word) {
        assertThat(texts(text)).containsExactly(word);
    }

    @Test
    void lettersThatLookAlikeInTwoScriptsAreReadInOne() {
        // The Latin letters o, p and e stand in for the Cyrillic ones.
        assertThat(texts("мoлoко")).containsExactly("молоко");
        assertThat(texts("opexи")).containsExactly("орехи");
    }

    @Test
    void aWordTellsWhereItStands() {
        assertThat(Words.of("Sugar, E 471.")).containsExactly(new Word("sugar", 0, 5), new Word("e471", 7, 12));
    }

    @ParameterizedTest
    @CsvSource({"''", "' ,;() '", "'\u00AD\u200B\u0301'"})
    void whereThereAreNoLettersThereAreNoWords(String text) {
        assertThat(Words.of(text)).isEmpty();
    }

    private static List<String> texts(String text) {
        return Words.of(text).stream().map(Word::text).toList();
    }
}
