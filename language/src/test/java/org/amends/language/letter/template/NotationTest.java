package org.amends.language.letter.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.amends.language.text.Language;
import org.amends.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            language, day,        written
            ENGLISH,  2026-03-09, 9 March 2026
            FRENCH,   2026-03-09, 9 mars 2026
            FRENCH,   2026-08-01, 1er août 2026
            SPANISH,  2026-03-01, 1 de marzo de 2026
            RUSSIAN,  2026-05-01, 1 мая 2026 года
            RUSSIAN,  2026-08-31, 31 августа 2026 года
            """)
    void writesDays(Language language, LocalDate day, String written) {
        assertThat(Notation.of(language).day(day)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            language | currency | amount  | written
            ENGLISH  | EUR      | 1234.50 | €1,234.50
            ENGLISH  | GBP      | 10      | £10
            FRENCH   | EUR      | 1234.50 | 1\u202f234,50\u00a0€
            SPANISH  | EUR      | 12345.5 | 12.345,50\u00a0€
            RUSSIAN  | RUB      | 1234.50 | 1\u00a0234,50\u00a0₽
            ENGLISH  | JPY      | 980     | JP¥980
            """)
    void writesSums(Language language, String currency, BigDecimal amount, String written) {
        assertThat(Notation.of(language).sum(Money.of(Currency.getInstance(currency), amount)))
                .isEqualTo(written);
    }
}
