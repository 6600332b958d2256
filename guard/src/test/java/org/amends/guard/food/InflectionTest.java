package org.amends.guard.food;

import static org.assertj.core.api.Assertions.assertThat;

import org.amends.guard.Standard;
import org.amends.guard.label.LabelReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {

    @ParameterizedTest
    @CsvSource({
        "EN, eggs, egg",
        "EN, anchovies, anchovy",
        "EN, loaves, loaf",
        "FR, oeufs, oeuf",
        "FR, anchois, anchois",
        "FR, veaux, veau",
        "ES, nueces, nuez",
        "ES, salmones, salmon",
        "RU, сливками, сливка",
        "RU, молока, молоко",
        "RU, свиной, свинои",
        "RU, креветок, креветка",
        "IT, acciughe, acciuga",
        "IT, funghi, fungo",
        "DE, eiern, ei",
        "DE, nüsse, nuss",
        "PT, camaroes, camarao",
        "PT, pinhoes, pinhao"
    })
    void aFormLeadsBackToItsBasicForm(Language language, String form, String basic) {
        String folded = Words.of(form).getFirst().text();
        String wanted = Words.of(basic).getFirst().text();

        assertThat(folded.equals(wanted) || Inflection.bases(folded, language).contains(wanted))
                .as("%s of %s", Inflection.bases(folded, language), form)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "EN, Eggs, EGG",
        "EN, Anchovies, FISH",
        "FR, veaux, MEAT",
        "FR, amandes, NUT",
        "ES, nueces, NUT",
        "ES, camarones, CRUSTACEAN",
        "RU, с молоком, MILK",
        "RU, из свинины, PORK",
        "RU, креветок, CRUSTACEAN",
        "IT, acciughe, FISH",
        "IT, gamberi, CRUSTACEAN",
        "DE, Eiern, EGG",
        "DE, Mandeln, NUT",
        "PT, camarões, CRUSTACEAN",
        "PT, ovos, EGG"
    })
    void formsOfDangersAreFoundInLists(Language language, String text, Trait trait) {
        LabelReading reading = Standard.READER.readList(text, language);

        assertThat(reading.is() & trait.bit()).as("%s", reading).isNotZero();
    }

    @Test
    void wordsThatAStemmerWouldJoinStayApart() {
        assertThat(Standard.READER.readList("pesche", Language.IT).is() & Trait.FISH.bit())
                .isZero();
        assertThat(Standard.READER.readList("pesce", Language.IT).is() & Trait.FISH.bit())
                .isNotZero();
        assertThat(Standard.READER.readList("pêches", Language.FR).is() & Trait.FISH.bit())
                .isZero();
        assertThat(Standard.READER.readList("poireaux", Language.FR).is()).isZero();
    }

    @Test
    void shortWordsAndForeignLettersAreLeftAlone() {
        for (Language language : Language.ALL) {
            assertThat(Inflection.bases("s", language)).isEmpty();
            assertThat(Inflection.bases("ה", language)).isEmpty();
            assertThat(Inflection.bases("123", language)).isEmpty();
        }
    }
}
