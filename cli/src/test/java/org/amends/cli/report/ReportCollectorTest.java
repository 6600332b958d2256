package org.amends.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.amends.cli.report.ReportData.Findings;
import org.amends.cli.report.ReportData.KindFinding;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.relationship.Answer;
import org.amends.relationship.Bond;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Paradox;
import org.amends.story.CustomerFacts;
import org.amends.story.Story;
import org.junit.jupiter.api.Test;

class ReportCollectorTest {

    private static final Instant NOW = SmallReport.NOW;

    private final ReportCollector collector = new ReportCollector(NOW, 0.5);

    @Test
    void countsWhoIsBreakingAndSumsWhatIsAtRisk() {
        add("a", diagnosis(0.8, BreakMode.ACUTE_FAILURE, 100));
        add("b", diagnosis(0.6, BreakMode.ACUTE_FAILURE, 200));
        add("c", diagnosis(0.2, BreakMode.FADING, 300));

        Findings findings = collector.findings();

        assertThat(findings.breaking()).isEqualTo(2);
        assertThat(findings.expectedLost()).isEqualTo(1.6);
        assertThat(findings.valueAtRisk()).isEqualTo(80 + 120 + 60);
        assertThat(findings.modes().get(0).customers()).isEqualTo(2);
        assertThat(findings.modes().get(0).meanProbability()).isEqualTo(0.7);
        assertThat(findings.modes().get(0).valueAtRisk()).isEqualTo(200);
        assertThat(findings.modes().get(2).customers()).isZero();
        assertThat(findings.distribution()).containsExactly(0L, 0L, 1L, 0L, 0L, 0L, 1L, 0L, 1L, 0L);
    }

    @Test
    void countsNobodyAsBreakingWithoutAWayOfBreaking() {
        add("a", diagnosis(0.9, null, 100));

        assertThat(collector.findings().breaking()).isZero();
    }

    @Test
    void countsCertaintyInTheLastBin() {
        add("a", diagnosis(1, BreakMode.FADING, 0));

        assertThat(collector.findings().distribution().get(9)).isEqualTo(1);
    }

    @Test
    void countsWhoHasLeftAndNothingElseOfThem() {
        CustomerFacts gone = new CustomerFacts(new CustomerId("gone"), true, NOW, 1, NOW, NOW, SmallReport.EUR);

        collector.add(gone, diagnosis(0.9, BreakMode.BETRAYED_TRUST, 100), List.of());

        Findings findings = collector.findings();
        assertThat(findings.customers()).isEqualTo(1);
        assertThat(findings.left()).isEqualTo(1);
        assertThat(findings.living()).isZero();
        assertThat(findings.first()).isEmpty();
        assertThat(findings.valueAtRisk()).isZero();
    }

    @Test
    void putsTheMostUrgentFirstAndTiesInOrderOfCustomer() {
        add("z", diagnosis(0.6, BreakMode.FADING, 100));
        add("b", diagnosis(0.9, BreakMode.FADING, 100));
        add("a", diagnosis(0.6, BreakMode.FADING, 100));

        assertThat(collector.findings().first())
                .extracting(story -> story.customer().value())
                .containsExactly("b", "a", "z");
    }

    @Test
    void keepsTwentyFiveStoriesOfAnyNumberOfCustomers() {
        for (int i = 0; i < 1_000; i++) {
            add("c%04d".formatted(i), diagnosis(0.5 + i / 2_500.0, BreakMode.FADING, 100));
        }

        assertThat(collector.findings().first()).hasSize(25);
        assertThat(collector.findings().first().get(0).customer().value()).isEqualTo("c0999");
        assertThat(collector.findings().first().get(24).customer().value()).isEqualTo("c0975");
    }

    @Test
    void findsTheSameHoweverTheCustomersAreDividedAndOrdered() {
        Town town = new Town(SmallReport.EUR);
        ReportCollector whole = new ReportCollector(Town.NOW, 0.5);
        town.stream(0, 400, whole);
        ReportCollector parts = new ReportCollector(Town.NOW, 0.5);
        for (int from : List.of(300, 0, 200, 100)) {
            ReportCollector part = new ReportCollector(Town.NOW, 0.5);
            town.stream(from, from + 100, part);
            parts.merge(part);
        }

        assertThat(parts.findings()).isEqualTo(whole.findings());
    }

    @Test
    void refusesToMergeWhatWasSeenAtAnotherMoment() {
        ReportCollector later = new ReportCollector(NOW.plusSeconds(1), 0.5);

        assertThatThrownBy(() -> collector.merge(later))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-06-30T22:00:01Z");
    }

    @Test
    void namesACurrencyOnlyWhenThereIsOne() {
        add("a", diagnosis(0.1, null, 100));
        assertThat(collector.findings().currency()).isEqualTo(SmallReport.EUR);

        CustomerFacts abroad =
                new CustomerFacts(new CustomerId("b"), false, NOW, 1, NOW, NOW, Currency.getInstance("RUB"));
        collector.add(abroad, diagnosis(0.1, null, 100), List.of());

        assertThat(collector.findings().currency()).isNull();
        assertThat(collector.findings().severalCurrencies()).isTrue();
    }

    @Test
    void takesTheNamelessCurrencyForNone() {
        CustomerFacts facts =
                new CustomerFacts(new CustomerId("b"), false, NOW, 1, NOW, NOW, Currency.getInstance("XXX"));

        assertThat(facts.currency()).isNull();
    }

    @Test
    void weighsEachKindOfFailureByTheHarmStillFelt() {
        List<Event> history = List.of(
                failure("1", FailureKind.LATE_DELIVERY),
                failure("2", FailureKind.LATE_DELIVERY),
                failure("3", FailureKind.BILLING_ERROR));
        Diagnosis diagnosis = diagnosis(
                0.7,
                BreakMode.ACUTE_FAILURE,
                100,
                new Contribution(new EventId("1"), Cause.FAILURE, 0.5),
                new Contribution(new EventId("2"), Cause.FAILURE, 0.25),
                new Contribution(new EventId("3"), Cause.RECOVERY, -0.25));

        collector.add(facts("a"), diagnosis, history);

        assertThat(collector.findings().failureKinds())
                .containsExactly(
                        new KindFinding(FailureKind.LATE_DELIVERY, 2, 1, 0.75),
                        new KindFinding(FailureKind.BILLING_ERROR, 1, 0, 0));
    }

    @Test
    void knowsHowLongAComplaintWaited() {
        EventHeader complained = header("c", NOW.minus(Duration.ofDays(10)));
        Event complaint = new Event.Complaint(
                complained, "case 1", null, null, null, org.amends.event.Want.UNKNOWN, org.amends.event.Hostility.CALM);
        Event receipt = new Event.ReplySent(
                header("r0", NOW.minus(Duration.ofDays(9))), "case 1", org.amends.event.ReplyKind.AUTOMATIC);
        Event elsewhere = new Event.ReplySent(
                header("r1", NOW.minus(Duration.ofDays(8))), "case 2", org.amends.event.ReplyKind.ANSWER);
        Event reply = new Event.ReplySent(
                header("r2", NOW.minus(Duration.ofDays(3))), "case 1", org.amends.event.ReplyKind.ANSWER);
        Diagnosis diagnosis =
                diagnosis(0.7, BreakMode.ACUTE_FAILURE, 100, new Contribution(new EventId("c"), Cause.SLOW_REPLY, 0.5));

        collector.add(facts("a"), diagnosis, List.of(reply, elsewhere, receipt, complaint));

        Story.Happening happening =
                collector.findings().first().get(0).addends().get(0).happening();
        assertThat(happening.replyWait()).isEqualTo(Duration.ofDays(7));
        assertThat(happening.answered()).isTrue();
    }

    @Test
    void sumsWithoutRegardToOrder() {
        List<Double> values = new ArrayList<>(List.of(1e17, 0.1, -1e17, 0.2, 3e-7, 1e300, -1e300));
        ExactSum forwards = new ExactSum();
        values.forEach(forwards::add);
        ExactSum backwards = new ExactSum();
        values.reversed().forEach(backwards::add);

        assertThat(forwards.total()).isEqualTo(backwards.total()).isEqualTo(0.3);
    }

    private void add(String customer, Diagnosis diagnosis) {
        collector.add(facts(customer), diagnosis, List.of());
    }

    private static CustomerFacts facts(String customer) {
        return SmallReport.facts(customer, "2025-06-30T22:00:00Z", 3, "2026-06-01T00:00:00Z");
    }

    private static Event failure(String id, FailureKind kind) {
        return new Event.Failure(header(id, NOW), null, kind, null, null, null, null);
    }

    private static EventHeader header(String id, Instant time) {
        return new EventHeader(new EventId(id), new CustomerId("a"), null, time);
    }

    /** With a priority that is the probability. */
    private static Diagnosis diagnosis(
            double leaving, BreakMode mode, double residualValue, Contribution... contributions) {
        return new Diagnosis(
                leaving,
                mode,
                List.of(contributions),
                0,
                0,
                0,
                0,
                0,
                leaving,
                Paradox.NONE,
                false,
                false,
                false,
                0,
                new Bond(0.5, 0.5),
                0,
                1,
                1,
                residualValue,
                residualValue * leaving,
                Answer.RECOVER);
    }
}
