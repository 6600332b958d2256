package org.amends.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedTest {

    @Test
    void namesAreNeverTakenBack() {
        assertThat(Arrays.stream(Need.values()).map(Need::stableName))
                .containsExactly(
                        "vegetarian vegan halal kosher no_pork gluten_free lactose_free nut_allergy peanut_allergy"
                                .concat(" milk_allergy egg_allergy sesame_allergy shellfish_allergy")
                                .concat(" celery_allergy mustard_allergy fish_allergy lupin_allergy")
                                .concat(" mollusc_allergy soy_allergy sulphite_allergy no_alcohol")
                                .concat(" organic_only fragrance_free cruelty_free")
                                .split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void isReadFromItsNameHoweverItIsWritten(Need need) {
        String name = need.stableName();

        assertThat(Need.named(name)).isEqualTo(need);
        assertThat(Need.named(name.replace('_', ' '))).isEqualTo(need);
        assertThat(Need.named(name.replace('_', '-').toUpperCase(Locale.ROOT))).isEqualTo(need);
        assertThat(Need.named("  " + name.replace("_", "") + "\u00a0")).isEqualTo(need);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        stated,                  need
        molluscs_allergy,        MOLLUSC_ALLERGY
        soya_allergy,            SOY_ALLERGY
        sulphites_allergy,       SULPHITE_ALLERGY
        sulfite_allergy,         SULPHITE_ALLERGY
        crustacean_allergy,      SHELLFISH_ALLERGY
        Crustaceans Allergy,     SHELLFISH_ALLERGY
        tree-nut allergy,        NUT_ALLERGY
        allergic to nuts,        NUT_ALLERGY
        allergic to peanuts,     PEANUT_ALLERGY
        no nuts,                 NUT_ALLERGY
        dairy free,              MILK_ALLERGY
        lactose intolerant,      LACTOSE_FREE
        coeliac,                 GLUTEN_FREE
        Gluten‑free,             GLUTEN_FREE
        pork free,               NO_PORK
        alcohol-free,            NO_ALCOHOL
        organic,                 ORGANIC_ONLY
        Kosher only,             KOSHER
        """)
    void isReadFromUsualSpellings(String stated, Need need) {
        assertThat(Need.named(stated)).isEqualTo(need);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not vegetarian",
                "pescatarian",
                "wheat allergy",
                "vegan, no soy",
                "nut",
                "fish",
                "",
                "sans gluten"
            })
    void isNotGuessedFromAnythingElse(String stated) {
        assertThat(Need.named(stated)).isNull();
    }

    @Test
    void allergiesAreNoDiets() {
        assertThat(Arrays.stream(Need.values()).filter(Need::isAllergy))
                .hasSize(13)
                .allMatch(need -> need.stableName().endsWith("_allergy"))
                .noneMatch(Need::isDiet);
        assertThat(Arrays.stream(Need.values()).filter(Need::isReligious))
                .containsExactly(Need.HALAL, Need.KOSHER)
                .allMatch(Need::isDiet);
        assertThat(Arrays.stream(Need.values()).filter(need -> !need.isDiet() && !need.isAllergy()))
                .containsExactly(Need.ORGANIC_ONLY, Need.FRAGRANCE_FREE, Need.CRUELTY_FREE);
    }
}
