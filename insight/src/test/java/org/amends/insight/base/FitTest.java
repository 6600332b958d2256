package org.amends.insight.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FitTest {

    /** Weeks; buyers of several rhythms, some long silent. */
    private static List<PurchaseHistory> customers() {
        List<PurchaseHistory> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int repeats = i % 3 == 0 ? 0 : 1 + i * i % 7;
            double age = 20 + i % 19;
            customers.add(new PurchaseHistory(repeats, repeats == 0 ? 0 : age * (1 + i % 5) / 5.5, age));
        }
        return customers;
    }

    @Test
    void theOrderOfTheCustomersDoesNotMatterToTheLastBit() {
        List<PurchaseHistory> shuffled = new ArrayList<>(customers());
        Collections.shuffle(shuffled, new Random(7));

        assertThat(MbgNbd.fit(Histories.of(shuffled))).isEqualTo(MbgNbd.fit(Histories.of(customers())));
    }

    @Test
    void aWeightCountsAsSoManyCustomers() {
        List<PurchaseHistory> twice = new ArrayList<>(customers());
        twice.addAll(customers());
        double[] weights = new double[customers().size()];
        java.util.Arrays.fill(weights, 2);

        assertThat(BgNbd.fit(Histories.of(customers(), weights))).isEqualTo(BgNbd.fit(Histories.of(twice)));
    }

    @Test
    void daysAndWeeksGiveTheSameCustomerBase() {
        List<PurchaseHistory> inDays = customers().stream()
                .map(h -> new PurchaseHistory(h.repeats(), h.recency() * 7, h.age() * 7))
                .toList();

        MbgNbd weeks = MbgNbd.fit(Histories.of(customers())).model();
        MbgNbd days = MbgNbd.fit(Histories.of(inDays)).model();

        assertThat(days.r()).isCloseTo(weeks.r(), within(1e-4));
        assertThat(days.alpha()).isCloseTo(7 * weeks.alpha(), within(1e-3));
    }

    @Test
    void noDataAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histories.of(List.of()))
                .withMessageContaining("at least one history");
    }

    @Test
    void customersWhoAreAllAlikeGetACautionRatherThanStandardErrors() {
        List<PurchaseHistory> alike = Collections.nCopies(50, new PurchaseHistory(3, 10, 12));

        Fit<BgNbd> fit = BgNbd.fit(Histories.of(alike));

        assertThat(fit.logLikelihood()).isFinite();
        assertThat(fit.caution()).isNotEmpty();
        assertThat(fit.standardErrors().get("r")).isNaN();
    }

    @Test
    void impossibleHistoriesAreRefusedWithTheNumberAndTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseHistory(2, 11, 10))
                .withMessage("recency (t_x) must be between 0 and age (T) 10.0 but was 11.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseHistory(0, 1, 10))
                .withMessageContaining("without a repeat");
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseHistory(1, 1, -10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgNbd(0, 1, 1, 1))
                .withMessageContaining("r must be");
    }

    @Test
    void purchasesOfOneDayCountOnceAndLaterOnesAreHeldOut() {
        PurchaseLog log = new PurchaseLog();
        log.add("ana", LocalDate.of(2026, 1, 1), 10);
        log.add("ana", LocalDate.of(2026, 1, 15), 20);
        log.add("ana", LocalDate.of(2026, 1, 15), 30);
        log.add("ana", LocalDate.of(2026, 2, 20), 99);
        log.add("late", LocalDate.of(2026, 2, 1), 5);

        CalibrationSummary summary = log.summarise(TimeUnit.WEEK, LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 26));

        assertThat(summary.holdout()).isEqualTo(4);
        assertThat(summary.customers())
                .containsExactly(new CustomerSummary(
                        "ana",
                        LocalDate.of(2026, 1, 1),
                        new PurchaseHistory(1, 2, 4),
                        50,
                        new OpportunityHistory(1, 2, 4),
                        1,
                        4,
                        1));
    }
}
