package org.amends.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            language | probability | chance
            EN       | 0           | under 1%
            EN       | 0.0099      | under 1%
            EN       | 0.424       | 42%
            EN       | 0.996       | over 99%
            EN       | 1           | over 99%
            FR       | 0.424       | 42~%
            FR       | 1           | plus de 99~%
            ES       | 0           | menos del 1~%
            RU       | 0.424       | 42~%
            """)
    void neverClaimsCertainty(Language language, double probability, String chance) {
        assertThat(spaced(numerals(language).chance(probability))).isEqualTo(chance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            language | amount  | currency | money
            EN       | 12.5    | EUR      | €12.50
            EN       | 12      | EUR      | €12
            EN       | 1234.56 | EUR      | €1,235
            EN       | 1234.56 |          | 1,235
            EN       | 9.4     | JPY      | ¥9
            FR       | 1234.56 | EUR      | 1~235~€
            ES       | 12345.6 | EUR      | 12.346~€
            RU       | 1234.56 | RUB      | 1~235~₽
            """)
    void writesMoneyAsTheLanguageDoes(Language language, double amount, String currency, String money) {
        Currency named = currency == null ? null : Currency.getInstance(currency);

        assertThat(spaced(numerals(language).money(amount, named))).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            language | date
            EN       | 30 June 2026
            FR       | 30 juin 2026
            ES       | 30 de junio de 2026
            RU       | 30 июня 2026~г.
            """)
    void writesDatesAsTheLanguageDoes(Language language, String date) {
        assertThat(spaced(numerals(language).date(Instant.parse("2026-06-30T12:00:00Z"))))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            part | whole | share
            0    | 20    | 0%
            1    | 200   | 0.5%
            1    | 8     | 12%
            5    | 0     | 0%
            """)
    void writesShares(long part, long whole, String share) {
        assertThat(numerals(Language.EN).share(part, whole)).isEqualTo(share);
    }

    @Test
    void knowsALanguageByItsCodeAndCountry() {
        assertThat(Language.named("fr-CA")).isEqualTo(Language.FR);
        assertThat(Language.named("RU")).isEqualTo(Language.RU);
    }

    @Test
    void saysWhichLanguagesItKnows() {
        assertThatThrownBy(() -> Language.named("de")).hasMessage("lang must be one of en, fr, es, ru but was \"de\".");
    }

    /** Spaces that do not break, made visible. */
    private static String spaced(String text) {
        return text.replaceAll("[\\u00A0\\u202F]", "~");
    }

    private static Numerals numerals(Language language) {
        return new Numerals(language, Words.in(language));
    }
}
