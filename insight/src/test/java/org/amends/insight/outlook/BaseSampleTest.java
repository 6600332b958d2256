package org.amends.insight.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.amends.event.EventId;
import org.amends.insight.base.PurchaseHistory;
import org.amends.insight.base.SpendHistory;
import org.amends.policy.Policy;
import org.amends.relationship.Purchases;
import org.junit.jupiter.api.Test;

class BaseSampleTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-01-04T23:00:00Z");
    private static final Instant LAST = Instant.parse("2026-02-01T01:00:00Z");

    @Test
    void countsEachDifferentHistoryOnce() {
        BaseSample sample = BaseSample.of(
                List.of(bought(3, 30, "EUR"), bought(3, 30, "EUR"), bought(2, 50, "EUR"), bought(2, 8, "USD")), AT);

        assertThat(sample.size()).isEqualTo(4);
        assertThat(sample.histories())
                .containsExactly(
                        new BaseSample.Counted<>(new PurchaseHistory(1, 28 / 7.0, 56 / 7.0), 2),
                        new BaseSample.Counted<>(new PurchaseHistory(2, 28 / 7.0, 56 / 7.0), 2));
        assertThat(sample.currency()).isEqualTo("EUR");
        assertThat(sample.spending())
                .containsExactly(
                        new BaseSample.Counted<>(new SpendHistory(2, 25), 1),
                        new BaseSample.Counted<>(new SpendHistory(3, 10), 2));
    }

    @Test
    void theOrderOfCustomersMeansNothing() {
        List<Purchases> customers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            customers.add(bought(2 + i % 7, 10 + i % 5, i % 2 == 0 ? "EUR" : "GBP"));
        }
        BaseSample inOrder = BaseSample.of(customers, AT);
        Collections.shuffle(customers, new Random(5));

        assertThat(BaseSample.of(customers, AT)).isEqualTo(inOrder);
    }

    @Test
    void tooFewCustomersLeaveThePolicysBase() {
        BaseFit fit = BaseFit.to(BaseSample.of(List.of(bought(3, 30, "EUR")), AT));

        assertThat(fit.model(Policy.standard())).isNull();
        assertThat(fit.note()).startsWith("1 customers with purchases are too few");
    }

    private static Purchases bought(long days, double total, String currency) {
        return new Purchases(
                days, days, FIRST, LAST, new EventId("e"), total, days, 0, Currency.getInstance(currency), 0);
    }
}
