package org.amends.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.amends.preference.StatedPreference.BrandOnly;
import org.amends.preference.StatedPreference.CalledBy;
import org.amends.preference.StatedPreference.InLanguage;
import org.amends.preference.StatedPreference.OfNeed;
import org.amends.preference.StatedPreference.Unrecognised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedPreferenceTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        stated                    | kind         | text                        | subject
        Vegan                     | OfNeed       | vegan                       | vegan
        no: pork                  | OfNeed       | no_pork                     | no_pork
        no:alcohol                | OfNeed       | no_alcohol                  | no_alcohol
        brand:Barilla only        | BrandOnly    | brand:Barilla only          | brand:barilla only
        Brand: De  Cecco ONLY     | BrandOnly    | brand:De Cecco only         | brand:de cecco only
        brand:Barilla             | BrandOnly    | brand:Barilla only          | brand:barilla only
        channel:e-mail only       | ChannelOnly  | channel:email only          | channel
        channel:post              | ChannelOnly  | channel:post only           | channel
        no:phone                  | NotBy        | no:phone                    | no:phone
        no: phone calls           | NotBy        | no:phone                    | no:phone
        no:marketing              | NoMarketing  | no:marketing                | no:marketing
        In mourning               | InMourning   | in_mourning                 | in_mourning
        bereaved                  | InMourning   | in_mourning                 | in_mourning
        language:fr               | InLanguage   | language:fr                 | language
        language: pt_br           | InLanguage   | language:pt-BR              | language
        name:Dr  Ada Byron        | CalledBy     | name:Dr Ada Byron           | name
        form of address:formal    | AddressedAs  | form_of_address:formal      | form_of_address
        form_of_address:Sie       | AddressedAs  | form_of_address:Sie         | form_of_address
        language:French           | Unrecognised | language:French             | language:french
        no:surprises              | Unrecognised | no:surprises                | no:surprises
        no:mail                   | Unrecognised | no:mail                     | no:mail
        brand: only               | Unrecognised | brand: only                 | brand: only
        brand:                    | Unrecognised | brand:                      | brand:
        never  ring after eight   | Unrecognised | never ring after eight      | never ring after eight
        not vegetarian            | Unrecognised | not vegetarian              | not vegetarian
        """)
    void isReadAndWritten(String stated, String kind, String text, String subject) {
        StatedPreference read = StatedPreference.read(stated);

        assertThat(read.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.subject()).isEqualTo(subject);
        assertThat(StatedPreference.read(read.text())).isEqualTo(read);
    }

    @ParameterizedTest
    @EnumSource
    void everyNeedIsReadFromItsText(Need need) {
        assertThat(StatedPreference.read(new OfNeed(need).text())).isEqualTo(new OfNeed(need));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "без свинины", "\"vegan\"", "allergies: see card", ":", "x:y", "nut allergy + vegan"})
    void whatIsNotUnderstoodIsKept(String words) {
        assertThat(StatedPreference.read(words)).isEqualTo(new Unrecognised(words));
    }

    @Test
    void keepsTheWordsOfNamesAndBrands() {
        assertThat(StatedPreference.read("name:Jean-Luc only")).isEqualTo(new CalledBy("Jean-Luc only"));
        assertThat(StatedPreference.read("brand:Only You only")).isEqualTo(new BrandOnly("Only You"));
    }

    @Test
    void aLanguageIsHonouredInAnyCountry() {
        assertThat(new InLanguage("fr").isHonouredBy("fr-CA")).isTrue();
        assertThat(new InLanguage("pt-BR").isHonouredBy("pt_PT")).isTrue();
        assertThat(new InLanguage("fr").isHonouredBy("en")).isFalse();
        assertThat(new InLanguage("fr").isHonouredBy("")).isFalse();
    }

    @Test
    void blankIsNothingStated() {
        assertThatThrownBy(() -> StatedPreference.read(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("preference must not be blank.");
    }
}
