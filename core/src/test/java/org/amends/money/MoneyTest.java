package org.amends.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void amountsAreRoundedHalfEvenToTheMinorUnit() {
        assertThat(Money.of(EUR, new BigDecimal("12.345"))).isEqualTo(new Money(EUR, 1234));
        assertThat(Money.of(EUR, new BigDecimal("12.355"))).isEqualTo(new Money(EUR, 1236));
        assertThat(Money.of(Currency.getInstance("JPY"), new BigDecimal("12.5")).minorUnits())
                .isEqualTo(12);
    }

    @Test
    void theAmountComesBackWithItsDecimals() {
        assertThat(new Money(EUR, 1250).toDecimal()).isEqualTo(new BigDecimal("12.50"));
        assertThat(new Money(EUR, -5).toString()).isEqualTo("EUR -0.05");
    }

    @Test
    void exponentsBeyondCountingCostNoTimeAndNoMemory() {
        assertThat(Money.of(EUR, new BigDecimal("1e-999999999"))).isEqualTo(new Money(EUR, 0));
        assertThat(Money.of(EUR, new BigDecimal("0e999999999"))).isEqualTo(new Money(EUR, 0));
        assertThatThrownBy(() -> Money.of(EUR, new BigDecimal("1e999999999"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of(EUR, new BigDecimal("92233720368547758.08")))
                .isInstanceOf(ArithmeticException.class);
    }
}
