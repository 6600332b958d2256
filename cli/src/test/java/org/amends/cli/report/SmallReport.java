package org.amends.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.amends.cli.report.ReportData.BaseModel;
import org.amends.cli.report.ReportData.Findings;
import org.amends.cli.report.ReportData.Group;
import org.amends.cli.report.ReportData.KindFinding;
import org.amends.cli.report.ReportData.ModeFinding;
import org.amends.cli.report.ReportData.ModelParameter;
import org.amends.cli.report.ReportData.Run;
import org.amends.cli.report.ReportData.TenureFinding;
import org.amends.event.CustomerId;
import org.amends.event.EventId;
import org.amends.event.EventType;
import org.amends.event.FailureKind;
import org.amends.money.Money;
import org.amends.relationship.Answer;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.story.CustomerFacts;
import org.amends.story.Story;
import org.amends.story.Story.Addend;
import org.amends.story.Story.CauseSum;
import org.amends.story.Story.Happening;

/** Small reports written by hand. */
final class SmallReport {

    static final Instant NOW = Instant.parse("2026-06-30T22:00:00Z");
    static final Currency EUR = Currency.getInstance("EUR");
    static final String HOSTILE_ID = "<script>alert(\"1\")</script>&\u202Ekcatta";

    private SmallReport() {}

    /** One of everything: 20 customers, 2 gone, 3 breaking. */
    static ReportData ofEverything() {
        Findings findings = new Findings(
                20,
                2,
                3,
                4.6,
                12_340,
                2_468,
                EUR,
                false,
                modes(1, 0, 1, 0, 1),
                List.of(9L, 3L, 2L, 1L, 0L, 0L, 1L, 1L, 1L, 0L),
                List.of(
                        new TenureFinding(0, 1, 8, 1),
                        new TenureFinding(1, 2, 4, 0),
                        new TenureFinding(2, 5, 5, 2),
                        new TenureFinding(5, null, 1, 0)),
                List.of(lateDelivery(), betrayed(), faded()),
                new Group(0, 0, 0, List.of()),
                new Group(1, 410, 500, List.of(faded())),
                new Group(1, 120, 800, List.of(betrayed())),
                List.of(
                        new KindFinding(FailureKind.LATE_DELIVERY, 4, 2, 3.2),
                        new KindFinding(new FailureKind("soggy_bread"), 1, 1, 0.8),
                        new KindFinding(FailureKind.BILLING_ERROR, 1, 0, 0)));
        return new ReportData(run(), findings);
    }

    /** Nobody breaks, nothing failed, nothing has a price. */
    static ReportData ofNothingWrong() {
        Findings findings = new Findings(
                3,
                0,
                0,
                0.1,
                0,
                0,
                null,
                false,
                modes(0, 0, 0, 0, 0),
                List.of(3L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L),
                List.of(new TenureFinding(0, 1, 3, 0), new TenureFinding(1, null, 0, 0)),
                List.of(),
                new Group(0, 0, 0, List.of()),
                new Group(0, 0, 0, List.of()),
                new Group(0, 0, 0, List.of()),
                List.of());
        return new ReportData(run(), findings);
    }

    static ReportData ofNobody() {
        ReportCollector nobody = new ReportCollector(NOW, 0.5);
        return new ReportData(run(), nobody.findings());
    }

    static Run run() {
        return new Run(
                NOW,
                Duration.ofDays(90),
                0.5,
                "amends-default-1",
                List.of("orders <2026>.csv"),
                1_234,
                2,
                1,
                0,
                new BaseModel(
                        "MBG/NBD", List.of(new ModelParameter("r", 0.52412), new ModelParameter("alpha", 6.1834))));
    }

    static List<ModeFinding> modes(long acute, long piled, long faded, long pulled, long betrayed) {
        long[] customers = {acute, piled, faded, pulled, betrayed};
        return List.of(BreakMode.values()).stream()
                .map(mode -> {
                    long count = customers[mode.ordinal()];
                    return new ModeFinding(mode, count, count == 0 ? 0 : 0.7, count * 400.0);
                })
                .toList();
    }

    /** Came late on 12 March, complained of on 14 March, answered on 20 March with 12 euro. */
    static Story lateDelivery() {
        return new Story(
                facts(HOSTILE_ID, "2023-05-02T10:00:00Z", 41, "2026-06-20T10:00:00Z"),
                0.82,
                BreakMode.ACUTE_FAILURE,
                0.1,
                70,
                1_000,
                820,
                0,
                false,
                Answer.RECOVER,
                List.of(
                        new Addend(Cause.FAILURE, 2.4, failure(FailureKind.LATE_DELIVERY, "2026-03-12T09:00:00Z")),
                        new Addend(
                                Cause.SLOW_REPLY,
                                0.9,
                                new Happening(
                                        new EventId("complaint"),
                                        Instant.parse("2026-03-14T09:00:00Z"),
                                        EventType.COMPLAINT,
                                        FailureKind.LATE_DELIVERY,
                                        null,
                                        Duration.ofDays(6),
                                        true)),
                        new Addend(
                                Cause.RECOVERY,
                                -0.8,
                                new Happening(
                                        new EventId("refund"),
                                        Instant.parse("2026-03-20T09:00:00Z"),
                                        EventType.REMEDY_GIVEN,
                                        null,
                                        new Money(EUR, 1_250),
                                        null,
                                        true))),
                List.of(
                        new CauseSum(Cause.HABIT, -0.6, 1),
                        new CauseSum(Cause.GOODWILL, -0.4, 1),
                        new CauseSum(Cause.FAILURE, 2.4, 1),
                        new CauseSum(Cause.SLOW_REPLY, 0.9, 1),
                        new CauseSum(Cause.RECOVERY, -0.8, 1),
                        new CauseSum(Cause.MEMBERSHIP, 0.016, 1)));
    }

    /** A known wish disregarded on 1 May, and nothing done. */
    static Story betrayed() {
        return new Story(
                facts("M. Durand", "2025-06-30T22:00:00Z", 12, "2026-06-01T10:00:00Z"),
                0.64,
                BreakMode.BETRAYED_TRUST,
                0.45,
                60,
                800,
                120,
                1,
                false,
                Answer.RESTORE,
                List.of(new Addend(
                        Cause.BREACH_OF_TRUST, 2.2, failure(FailureKind.PREFERENCE_VIOLATION, "2026-05-01T12:00:00Z"))),
                List.of(new CauseSum(Cause.HABIT, -1.6, 1), new CauseSum(Cause.BREACH_OF_TRUST, 2.2, 1)));
    }

    /** Bought every ten days, last on 21 May: forty days ago. */
    static Story faded() {
        CustomerFacts facts = new CustomerFacts(
                new CustomerId("Анна 7"),
                false,
                Instant.parse("2025-12-01T12:00:00Z"),
                12,
                Instant.parse("2026-01-31T22:00:00Z"),
                Instant.parse("2026-05-21T22:00:00Z"),
                EUR);
        return new Story(
                facts,
                0.995,
                BreakMode.FADING,
                0.02,
                50,
                500,
                410,
                0,
                true,
                Answer.ASK,
                List.of(new Addend(Cause.SILENCE, 6.3, null)),
                List.of(new CauseSum(Cause.HABIT, -1, 1), new CauseSum(Cause.SILENCE, 6.3, 1)));
    }

    static CustomerFacts facts(String customer, String firstSeen, long purchases, String lastPurchase) {
        Instant first = Instant.parse(firstSeen);
        return new CustomerFacts(
                new CustomerId(customer), false, first, purchases, first, Instant.parse(lastPurchase), EUR);
    }

    private static Happening failure(FailureKind kind, String time) {
        Instant at = Instant.parse(time);
        return new Happening(
                new EventId("failure " + time), at, EventType.FAILURE, kind, null, Duration.between(at, NOW), false);
    }
}
