package org.amends.insight.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 365;
    private static final TimeSplit SPLIT = new TimeSplit(BEGIN.plus(Duration.ofDays(DAYS - 90)), Duration.ofDays(90));

    @Test
    void findsThatFailuresDroveCustomersAway() {
        BacktestReport report = backtest(histories(400, 0.9)).run(50, 7);

        assertThat(report.test().customers()).isGreaterThan(300);
        assertThat(report.test().troubled()).isPositive();
        assertThat(auc(report, Contender.DIAGNOSIS_AT_ONCE)).isGreaterThan(auc(report, Contender.MBG_NBD));
    }

    @Test
    void rankByBuyingAloneIsKeptWhereNothingFailed() {
        BacktestReport report = backtest(histories(400, 0)).run(50, 7);

        assertThat(report.test().troubled()).isZero();
        assertThat(auc(report, Contender.MBG_NBD)).isGreaterThan(0.6);
        assertThat(Math.abs(auc(report, Contender.DIAGNOSIS_AT_ONCE) - auc(report, Contender.MBG_NBD)))
                .isLessThan(0.05);
    }

    @Test
    void leavesModesThatNeverOccurredAtTheirPrior() {
        BacktestReport report = backtest(histories(200, 0)).run(2, 7);

        assertThat(report.fitted())
                .filteredOn(coefficient -> coefficient.name().equals("betrayed_trust"))
                .singleElement()
                .satisfies(coefficient -> assertThat(coefficient.value()).isZero());
    }

    @Test
    void givesTheSameBytesForTheSameSeedAndAnyOrderOfEvents() {
        List<List<Event>> histories = histories(150, 0.5);
        BacktestReport report = backtest(histories).run(20, 7);
        histories.forEach(history -> Collections.shuffle(history, new Random(1)));

        BacktestReport again = backtest(histories).run(20, 7);

        assertThat(again).isEqualTo(report);
        assertThat(backtest(histories).run(20, 8).results()).isNotEqualTo(report.results());
    }

    @Test
    void holdsEveryEstimateWithinItsInterval() {
        BacktestReport report = backtest(histories(200, 0.5)).run(100, 7);

        report.results().forEach((contender, result) -> {
            Interval auc = result.measures().get(Measure.AUC);
            assertThat(auc.low()).as(contender.name()).isLessThan(auc.estimate());
            assertThat(auc.high()).as(contender.name()).isGreaterThan(auc.estimate());
        });
        assertThat(report.results().get(Contender.RFM).aucOverRfm()).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void refusesHistoriesThatAreTooFewOrTooShort() {
        assertThatExceptionOfType(BacktestException.class)
                .isThrownBy(() -> backtest(histories(20, 0)).run(10, 7))
                .withMessageContaining("a back-test needs at least 50")
                .withMessageContaining("Maybe the history is too short");
    }

    private static double auc(BacktestReport report, Contender contender) {
        return report.results().get(contender).measures().get(Measure.AUC).estimate();
    }

    private static Backtest backtest(List<List<Event>> histories) {
        Backtest backtest = new Backtest(SPLIT, Policy.standard());
        histories.forEach(backtest::add);
        return backtest;
    }

    /** Customers who buy every 10 to 40 days, now and then leave for no reason, and leave after a failure as often as told. */
    private static List<List<Event>> histories(int customers, double leavesAfterFailure) {
        SplittableRandom random = new SplittableRandom(20260301);
        List<List<Event>> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            CustomerId customer = new CustomerId("c" + i);
            List<Event> history = new ArrayList<>();
            double gap = 10 + 30 * random.nextDouble();
            boolean fails = leavesAfterFailure > 0 && random.nextDouble() < 0.4;
            for (double day = random.nextDouble() * 100; day < DAYS; day += gap * 2 * random.nextDouble()) {
                EventHeader header = header(customer, history.size(), day);
                history.add(new Event.Purchase(header, null, null, null));
                if (random.nextDouble() < 0.03) {
                    break;
                }
                if (fails && random.nextDouble() < 0.15) {
                    history.add(failure(header(customer, history.size(), day + 0.2)));
                    if (random.nextDouble() < leavesAfterFailure) {
                        break;
                    }
                }
            }
            histories.add(history);
        }
        return histories;
    }

    private static Event failure(EventHeader header) {
        return new Event.Failure(header, null, FailureKind.DEFECTIVE_PRODUCT, 0.9, null, true, true);
    }

    private static EventHeader header(CustomerId customer, int number, double day) {
        return new EventHeader(new EventId(customer.value() + "-" + number), customer, null, BEGIN.plusMillis((long)
                (day * 86_400_000)));
    }
}
