package org.amends.insight.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.amends.event.Event;
import org.amends.event.EventType;
import org.amends.insight.base.Histories;
import org.amends.insight.base.ParetoNbd;
import org.amends.insight.base.PurchaseHistory;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatorTest {

    private static final Instant FROM = Instant.parse("2024-07-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-07-01T00:00:00Z");
    private static final long SEED = 5;

    /** What may still happen to somebody who has told the company that they left. */
    private static final Set<EventType> AFTER_GOODBYE = EnumSet.of(
            EventType.REPLY_SENT,
            EventType.REMEDY_GIVEN,
            EventType.ISSUE_RESOLVED,
            EventType.PROMISE_MADE,
            EventType.PROMISE_KEPT,
            EventType.PROMISE_BROKEN,
            EventType.FEEDBACK,
            EventType.PUBLIC_CRITICISM,
            EventType.FAILURE,
            EventType.PREFERENCE_VIOLATED,
            EventType.PURCHASE_CANCELLED,
            EventType.RETURN,
            EventType.RETURNED,
            EventType.ERASED);

    static List<String> scenarios() {
        return Scenarios.names();
    }

    private static Simulator simulator(Scenario scenario, long seed) {
        return new Simulator(scenario, Policy.standard(), seed, FROM, TO);
    }

    private static Scenario scenario(String name) {
        return Objects.requireNonNull(Scenarios.named(name));
    }

    private static List<Life> lives(Scenario scenario, int customers) {
        Simulator simulator = simulator(scenario, SEED);
        return LongStream.range(0, customers).mapToObj(simulator::life).toList();
    }

    @Test
    void theSameSeedGivesTheSameLifeInAnyOrder() {
        Simulator once = simulator(Scenarios.groceryDelivery(), SEED);
        Life second = once.life(2);
        Life first = once.life(1);

        Simulator again = simulator(Scenarios.groceryDelivery(), SEED);

        assertThat(again.life(1)).isEqualTo(first);
        assertThat(again.life(2)).isEqualTo(second);
    }

    @Test
    void anotherSeedGivesAnotherLife() {
        assertThat(simulator(Scenarios.groceryDelivery(), 1).life(0))
                .isNotEqualTo(simulator(Scenarios.groceryDelivery(), 2).life(0));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void eventsComeInOrderWithinTheTimeAndWithIdsOfTheirOwn(String name) {
        for (Life life : lives(scenario(name), 400)) {
            Event before = null;
            for (Told told : life.events()) {
                Event event = told.event();
                assertThat(event.time()).isBetween(FROM, TO.minusSeconds(1));
                assertThat(event.time()).isAfterOrEqualTo(life.truth().joinedAt());
                assertThat(event.customer()).isEqualTo(life.truth().customer());
                if (before != null) {
                    assertThat(event.time()).isAfterOrEqualTo(before.time());
                    assertThat(event.id()).isGreaterThan(before.id());
                }
                before = event;
            }
            assertThat(life.events().getFirst().event().type()).isIn(EventType.PURCHASE, EventType.VISIT);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whoeverHasLeftDoesNothingButWhatLeaversDo(String name) {
        for (Life life : lives(scenario(name), 1500)) {
            boolean gone = false;
            for (Told told : life.events()) {
                EventType type = told.event().type();
                if (gone) {
                    assertThat(type)
                            .as("%s of %s", type, life.truth().customer())
                            .isIn(AFTER_GOODBYE);
                }
                if (type == EventType.DEPARTED || type == EventType.PARTED) {
                    gone = true;
                } else if (type == EventType.RETURNED) {
                    gone = false;
                }
            }
        }
    }

    @Test
    void everyTypeOfEventHappensToSomebody() {
        Set<EventType> seen = EnumSet.noneOf(EventType.class);
        Simulator simulator = simulator(Scenarios.groceryDelivery(), SEED);
        for (long number = 0; number < 20_000 && seen.size() < EventType.values().length; number++) {
            simulator
                    .life(number)
                    .events()
                    .forEach(told -> seen.add(told.event().type()));
        }

        assertThat(seen).containsExactlyInAnyOrder(EventType.values());
    }

    /** Every purchase of somebody who has not left is theirs; the truth counts them. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void theTruthAgreesWithTheEvents(String name) {
        for (Life life : lives(scenario(name), 500)) {
            Truth truth = life.truth();
            assertThat(count(life, EventType.PURCHASE)).isEqualTo(truth.purchases());
            assertThat(count(life, EventType.COMPLAINT)).isEqualTo(truth.complaints());
            assertThat(count(life, EventType.FAILURE)
                            + count(life, EventType.PREFERENCE_VIOLATED)
                            + count(life, EventType.PROMISE_BROKEN))
                    .isEqualTo(truth.failures());
            assertThat(truth.leftAt() == null).isEqualTo(truth.leftReason() == null);
            Instant left = truth.leftAt();
            if (left != null) {
                assertThat(life.events().stream()
                                .map(Told::event)
                                .filter(event -> event.type() == EventType.PURCHASE)
                                .map(Event::time))
                        .allMatch(time -> !time.isAfter(left));
            }
        }
    }

    /** With nothing going wrong, r / alpha = 1.5 / 3.6 purchases a week, and nobody leaves but for reasons of their own. */
    @Test
    void withNothingGoingWrongCustomersBuyAtTheirRateUntilTheyDropOut() {
        List<Life> lives = lives(Scenarios.groceryDelivery().untroubled(), 4000);

        double expected = 0;
        double repeats = 0;
        for (Life life : lives) {
            Truth truth = life.truth();
            Instant end = truth.dropoutAt().isBefore(TO) ? truth.dropoutAt() : TO;
            expected += truth.ratePerWeek()
                    * Duration.between(truth.joinedAt(), end).toDays()
                    / 7;
            repeats += truth.purchases() - 1;
            assertThat(truth.failures()).isZero();
            assertThat(truth.leftReason()).isIn(null, Leaving.NATURAL);
            assertThat(truth.wouldHaveStayed()).isEqualTo(truth.leftAt() == null);
        }
        assertThat(lives.stream()
                        .mapToDouble(life -> life.truth().ratePerWeek())
                        .average()
                        .orElseThrow())
                .isCloseTo(1.5 / 3.6, within(0.02));
        assertThat(repeats / expected).isCloseTo(1, within(0.02));
    }

    /** Pareto survival: (beta / (beta + t))^s with s 0.5 and beta 220 weeks is 0.82 after two years of 52 weeks. */
    @Test
    void lifetimesAreLomaxDistributed() {
        List<Life> lives = lives(Scenarios.groceryDelivery().untroubled(), 4000);

        double survived = share(
                lives,
                life -> Duration.between(life.truth().joinedAt(), life.truth().dropoutAt())
                                .toDays()
                        >= 728);

        assertThat(survived).isCloseTo(Math.pow(220.0 / 324, 0.5), within(0.02));
    }

    /**
     * The latent parameters were r 1.5, alpha 3.6 weeks, s 0.5 and beta 220 weeks. What the purchases say well is the mean rate
     * r / alpha and the rate of dropping out at first, s / beta; s and beta alone are loosely determined.
     */
    @Test
    void fittingTheBaseModelToThePurchasesRecoversTheLatentProcess() {
        List<PurchaseHistory> histories = lives(Scenarios.groceryDelivery().untroubled(), 4000).stream()
                .map(SimulatorTest::history)
                .toList();

        ParetoNbd fitted = ParetoNbd.fit(Histories.of(histories)).model();

        assertThat(fitted.r()).isCloseTo(1.5, within(0.12));
        assertThat(fitted.alpha()).isCloseTo(3.6, within(0.35));
        assertThat(fitted.s() / fitted.beta()).isCloseTo(0.5 / 220, within(0.0005));
    }

    private static PurchaseHistory history(Life life) {
        List<Instant> purchases = life.events().stream()
                .map(Told::event)
                .filter(event -> event.type() == EventType.PURCHASE)
                .map(Event::time)
                .toList();
        return new PurchaseHistory(
                purchases.size() - 1,
                weeks(purchases.getFirst(), purchases.getLast()),
                weeks(purchases.getFirst(), TO));
    }

    private static double weeks(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / (7.0 * 86_400);
    }

    @Test
    void thoseWhoSpeakUpMoreReadilyComplainMore() {
        List<Life> failed = lives(Scenarios.groceryDelivery(), 6000).stream()
                .filter(life -> life.truth().failures() > 0)
                .toList();

        double readily = share(
                only(failed, life -> life.truth().voice() > 0.5),
                life -> life.truth().complaints() > 0);
        double hardly = share(
                only(failed, life -> life.truth().voice() < -0.5),
                life -> life.truth().complaints() > 0);

        assertThat(readily).isGreaterThan(1.5 * hardly);
    }

    @Test
    void moreFailuresMakeMoreLeave() {
        double few = leftOverSomething(Scenarios.groceryDelivery().withFailures(0.2));
        double some = leftOverSomething(Scenarios.groceryDelivery());
        double many = leftOverSomething(Scenarios.groceryDelivery().withFailures(4));

        assertThat(some).isGreaterThan(few);
        assertThat(many).isGreaterThan(1.5 * some);
    }

    private static double leftOverSomething(Scenario scenario) {
        return share(lives(scenario, 3000), life -> {
            String reason = life.truth().leftReason();
            return reason != null && !reason.equals(Leaving.NATURAL);
        });
    }

    /** Failures can only drive away: whoever stayed through them would have stayed without, unless won back or returned. */
    @Test
    void withoutFailuresNobodyLeavesWhoStayedThroughThem() {
        List<Life> stayed = only(
                lives(Scenarios.groceryDelivery(), 4000),
                life -> life.truth().leftAt() == null
                        && life.truth().returnedAt() == null
                        && count(life, EventType.DEPARTURE_ANNOUNCED) == 0);

        assertThat(stayed)
                .hasSizeGreaterThan(1500)
                .allMatch(life -> life.truth().wouldHaveStayed());
    }

    @Test
    void someWhoLeftWouldHaveStayed() {
        List<Life> left = only(
                lives(Scenarios.groceryDelivery(), 4000),
                life -> "acute_failure".equals(life.truth().leftReason()));

        assertThat(share(left, life -> life.truth().wouldHaveStayed())).isBetween(0.4, 0.98);
    }

    @Test
    void mostRelationshipsAreHealthyAndEveryModeOfBreakingOccurs() {
        List<Life> lives = lives(Scenarios.groceryDelivery(), 8000);

        assertThat(share(lives, life -> life.truth().leftAt() == null)).isBetween(0.55, 0.85);
        for (String mode :
                List.of("acute_failure", "accumulation", "fading", "competitor_pull", "betrayed_trust", "natural")) {
            assertThat(share(lives, life -> mode.equals(life.truth().leftReason())))
                    .as(mode)
                    .isPositive();
        }
    }

    @Test
    void complaintsAreWrittenInTheCustomersLanguage() {
        List<Told> complaints = new ArrayList<>();
        for (Life life : lives(Scenarios.groceryDelivery(), 1500)) {
            for (Told told : life.events()) {
                if (told.event() instanceof Event.Complaint) {
                    complaints.add(told);
                    assertThat(told.language()).isEqualTo(life.truth().language());
                    assertThat(told.text()).isNotBlank();
                    boolean cyrillic = Objects.requireNonNull(told.text())
                            .codePoints()
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
                    assertThat(cyrillic).isEqualTo("ru".equals(told.language()));
                }
            }
        }
        assertThat(complaints).hasSizeGreaterThan(100);
    }

    @Test
    void refusesATimeUnderADay() {
        assertThatThrownBy(() ->
                        new Simulator(Scenarios.telecom(), Policy.standard(), 1, FROM, FROM.plus(Duration.ofHours(5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least a day");
    }

    private static long count(Life life, EventType type) {
        return life.events().stream()
                .filter(told -> told.event().type() == type)
                .count();
    }

    private static List<Life> only(List<Life> lives, Predicate<Life> wanted) {
        return lives.stream().filter(wanted).toList();
    }

    private static double share(List<Life> lives, Predicate<Life> wanted) {
        return lives.stream().filter(wanted).count() / (double) lives.size();
    }
}
