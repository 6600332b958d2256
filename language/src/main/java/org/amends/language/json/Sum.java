package org.amends.language.json;

import java.math.BigDecimal;
import org.amends.language.fact.AmountFact;

/** A sum, however it was written: 5, 5.0 and 5.00 are the same. */
record Sum(BigDecimal value, String currency) {

    static Sum of(AmountFact amount) {
        return of(amount.value(), amount.currency());
    }

    static Sum of(BigDecimal value, String currency) {
        BigDecimal plain = value.stripTrailingZeros();
        return new Sum(plain.scale() < 0 ? plain.setScale(0) : plain, currency);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + currency;
    }
}
