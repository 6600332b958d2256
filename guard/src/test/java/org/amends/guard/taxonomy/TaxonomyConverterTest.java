package org.amends.guard.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.FoodText;
import org.junit.jupiter.api.Test;

/** What entries of a taxonomy become; the entries are written for this test. */
class TaxonomyConverterTest {

    private static final FoodKnowledge STANDARD = FoodKnowledge.standard();
    private static final LocalDate DATE = LocalDate.of(2026, 3, 1);

    private static Conversion of(TaxonomyKind kind, String text) {
        return TaxonomyConverter.convert(List.of(file(kind, text)), STANDARD);
    }

    private static TaxonomyText file(TaxonomyKind kind, String text) {
        return new TaxonomyText(kind, kind.word() + ".txt", DATE, text);
    }

    /** The lines of a food that tell its traits. */
    private static List<String> traits(Conversion conversion, String key) {
        return lines(conversion, "food " + key).stream()
                .filter(it -> it.startsWith("is ") || it.startsWith("may ") || it.startsWith("seldom "))
                .map(it -> it.replaceAll(" +", " "))
                .toList();
    }

    private static List<String> lines(Conversion conversion, String head) {
        return Arrays.stream(conversion.text().split("\n\n", -1))
                .filter(it -> it.startsWith(head + "\n"))
                .flatMap(it -> it.lines().skip(1).map(String::strip))
                .toList();
    }

    private static int leftOut(Conversion conversion, LeftOut why) {
        return conversion
                .leftOut()
                .getOrDefault(why, new Conversion.Some(0, List.of()))
                .count();
    }

    @Test
    void whatIsNotVegetarianIsFromAKilledAnimalUnlessAParentNamesIt() {
        Conversion made = of(TaxonomyKind.INGREDIENTS, """
                en: zorblat
                vegetarian:en: no

                en: fish, fishes
                vegetarian:en: no
                vegan:en: no

                < en:fishes
                en: blimmerine
                """);
        assertThat(traits(made, "en:zorblat")).containsExactly("is slaughter");
        assertThat(traits(made, "en:blimmerine")).containsExactly("is fish");
    }

    @Test
    void whatIsVegetarianAndNotVeganIsOfAnAnimalUnlessAParentNamesIt() {
        Conversion made = of(TaxonomyKind.INGREDIENTS, """
                en: zorblat
                vegan:en:no
                vegetarian:en:yes

                en: dairy
                vegan:en: no
                vegetarian:en: maybe

                <en:dairy
                en: blimmer
                vegetarian:en: yes
                """);
        assertThat(traits(made, "en:zorblat")).containsExactly("is animal");
        assertThat(traits(made, "en:blimmer")).containsExactly("is milk lactose");
    }

    @Test
    void maybeAndDisagreeingParentsAreAsked() {
        Conversion made = of(TaxonomyKind.INGREDIENTS, """
                en: zorblat
                vegan:en: maybe
                vegetarian:en: maybe

                en: quolm
                vegan:en: yes
                vegetarian:en: yes

                < en:zorblat
                < en:quolm
                en: blimmer

                < en:quolm
                en: plain blimmer
                """);
        assertThat(traits(made, "en:zorblat")).containsExactly("may slaughter");
        assertThat(traits(made, "en:blimmer")).containsExactly("may slaughter");
        assertThat(traits(made, "en:quolm")).isEmpty();
        assertThat(traits(made, "en:plain-blimmer")).isEmpty();
    }

    @Test
    void allergensAreHadByChildrenToo() {
        Conversion made = of(TaxonomyKind.INGREDIENTS, """
                en: zorblat
                vegan:en: yes
                vegetarian:en: yes
                allergens:en: en:gluten, en:soybeans

                < en:zorblat
                en: crushed zorblat
                """);
        assertThat(traits(made, "en:crushed-zorblat")).containsExactly("is gluten soy");
    }

    @Test
    void aLongNameHasWhatTheStandardFoodsSayOfItsWords() {
        Conversion made = of(TaxonomyKind.INGREDIENTS, """
                en: zorblated wheat
                vegan:en: yes
                vegetarian:en: yes

                en: quolm milk
                vegan:en: yes
                vegetarian:en: yes
                """);
        assertThat(traits(made, "en:zorblated-wheat")).containsExactly("is gluten");
        assertThat(traits(made, "en:quolm-milk")).isEmpty();
    }

    @Test
    void namesAreTakenInSevenLanguagesAndXxIsAllOfThem() {
        Conversion made = of(TaxonomyKind.ADDITIVES, """
                en: E999, Zorblat-1,3-diol, Zorb\\, lat
                fr: zorblate
                nl: zorblaat
                Xx: Zorblatum
                e_number:en: 999
                vegan:en: yes
                vegetarian:en: yes
                """);
        assertThat(lines(made, "food en:e999"))
                .contains(
                        "en     E999, Zorblat-1 3-diol, Zorb lat, Zorblatum",
                        "fr     zorblate, Zorblatum, E999",
                        "ru     Zorblatum, E999",
                        "source openfoodfacts_additives");
        assertThat(leftOut(made, LeftOut.OTHER_LANGUAGE)).isEqualTo(1);
        assertThat(made.text())
                .contains("Open Food Facts, taxonomy additives.txt of 2026-03-01, Open Database License (ODbL) 1.0");
    }

    @Test
    void nothingIsLeftOutWithoutBeingCounted() {
        Conversion made = of(TaxonomyKind.INGREDIENTS, """
                stopwords:en: of, the

                synonyms:en: colour, color

                nl: zorblaat
                vegan:en: yes

                en: zorblat

                en: with, by hand
                vegan:en: ignore

                en: quolm, Quolm, qzx, fresh
                vegan:en: yes
                wikidata:en: Q1
                """);
        assertThat(made.foods()).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.STOPWORDS)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.SYNONYM_GROUP)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.NO_NAME_HERE)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.NOTHING_TOLD)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.NOT_A_FOOD)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.NAME_TWICE)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.NAME_TOO_SHORT)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.LABEL_WORD)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.OTHER_PROPERTY)).isEqualTo(1);
        assertThat(made.faults()).isEmpty();
    }

    @Test
    void faultsTellTheLineAndTheRemedy() {
        Conversion made = of(TaxonomyKind.INGREDIENTS, """
                en: zorblat
                vegan:en: perhaps
                what is this

                < en:nowhere
                en: quolm
                allergens:en: en:moonlight
                vegan:en: yes

                < en:quolm
                """);
        assertThat(made.faults())
                .containsExactlyInAnyOrder(
                        "ingredients.txt:2: vegan is \"perhaps\"; it is read as maybe. Write yes, no, maybe or ignore.",
                        "ingredients.txt:3: \"what is this\" is not understood. Write: < en:parent, en: name, synonym or"
                                + " property:en: value; or begin it with # .",
                        "ingredients.txt:6: en:quolm has the parent \"en:nowhere\", which is in none of the files. Correct it,"
                                + " or convert the file that has it together with this one.",
                        "ingredients.txt:6: en:quolm has the allergen \"en:moonlight\", which the guard does not know. Maybe it"
                                + " is misspelt; if not, add its trait to the food by hand.",
                        "ingredients.txt:10: the entry before this line has no name. Add a line en: name, or take the entry away.");
    }

    @Test
    void entriesThatAreTheirOwnAncestorsAreTold() {
        Conversion made = of(TaxonomyKind.INGREDIENTS, """
                < en:quolm
                en: zorblat
                vegan:en: yes

                < en:zorblat
                en: quolm
                """);
        assertThat(made.faults()).singleElement().asString().contains("among its own ancestors");
        assertThat(made.foods()).isEqualTo(2);
    }

    @Test
    void allergensBecomeFoodsWithTheirTrait() {
        Conversion made = of(TaxonomyKind.ALLERGENS, """
                en: none, no

                en: peanuts, zorblat
                fr: arachide, graine de zorblat

                en: peaches
                """);
        assertThat(traits(made, "allergen:en:peanuts")).containsExactly("is peanut");
        assertThat(lines(made, "food allergen:en:peanuts")).contains("en     zorblat", "fr     graine de zorblat");
        assertThat(leftOut(made, LeftOut.NAME_KNOWN)).isEqualTo(2);
        assertThat(leftOut(made, LeftOut.OTHER_ALLERGEN)).isEqualTo(1);
        assertThat(leftOut(made, LeftOut.NOT_A_FOOD)).isEqualTo(1);
    }

    @Test
    void labelsBecomeClaimsAndCertifiersOfThemToo() {
        Conversion made = of(TaxonomyKind.LABELS, """
                en: Vegan, certified zorblatan

                < en:Vegan
                en: Zorblat Vegan Society, Zorblat Service

                en: Gluten-free, quolm without glimmer

                < en:Gluten-free
                en: Low quolm

                en: Made on Tuesdays
                """);
        assertThat(lines(made, "words claim:vegan")).contains("en     certified zorblatan, Zorblat Vegan Society");
        assertThat(lines(made, "words claim:gluten_free")).contains("en     quolm without glimmer");
        assertThat(made.text()).doesNotContain("Low quolm");
        assertThat(leftOut(made, LeftOut.OTHER_LABEL)).isEqualTo(2);
    }

    @Test
    void whatIsMadeLoadsBesideTheStandardFoods() {
        Conversion made = TaxonomyConverter.convert(
                List.of(
                        file(TaxonomyKind.INGREDIENTS, "en: zorblat # 2, * quolm\nvegan:en: maybe\n"),
                        file(TaxonomyKind.LABELS, "en: Vegan, certified zorblatan\n")),
                STANDARD);
        FoodKnowledge all = FoodKnowledge.standardWith(List.of(new FoodText("made.food", made.text())));
        assertThat(all.foods()).hasSize(STANDARD.foods().size() + 1);
    }

    @Test
    void twoFilesOfOneKindAreRefused() {
        TaxonomyText file = file(TaxonomyKind.LABELS, "en: Vegan\n");
        assertThatThrownBy(() -> TaxonomyConverter.convert(List.of(file, file), STANDARD))
                .hasMessage("labels.txt is a second file of labels. Convert it by itself.");
    }
}
