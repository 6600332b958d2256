package org.amends.insight.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.money.Money;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;

class TimeSplitTest {

    private static final TimeSplit SPLIT = new TimeSplit(Instant.parse("2026-04-01T00:00:00Z"), Duration.ofDays(90));

    @Test
    void knowsNothingOfWhatComesAfter() {
        Standpoint standpoint = SPLIT.standpoint(
                List.of(
                        purchase("1", "2026-01-01T10:00:00Z"),
                        purchase("2", "2026-03-05T10:00:00Z"),
                        failure("3", "2026-04-02T10:00:00Z"),
                        purchase("4", "2026-05-01T10:00:00Z")),
                Policy.standard());

        assertThat(standpoint.relationship().purchases().count()).isEqualTo(2);
        assertThat(standpoint.relationship().episodes()).isEmpty();
        assertThat(standpoint.monetary()).isEqualTo(40);
        assertThat(standpoint.silent()).isFalse();
    }

    @Test
    void measuresRecencyAndAgeInWeeksAndCountsADayOnce() {
        Standpoint standpoint = SPLIT.standpoint(
                List.of(
                        purchase("1", "2026-03-04T10:00:00Z"),
                        purchase("2", "2026-03-11T09:00:00Z"),
                        purchase("3", "2026-03-11T17:00:00Z")),
                Policy.standard());

        assertThat(standpoint.history().repeats()).isEqualTo(1);
        assertThat(standpoint.history().recency()).isEqualTo(1, within(1e-12));
        assertThat(standpoint.history().age()).isEqualTo(4, within(1e-12));
        assertThat(standpoint.daysSilent()).isEqualTo(20 + 7 / 24.0, within(1e-9));
    }

    @Test
    void isSilentWithoutAPurchaseInTheWindow() {
        Standpoint before = SPLIT.standpoint(
                List.of(purchase("1", "2026-03-04T10:00:00Z"), failure("2", "2026-05-01T10:00:00Z")),
                Policy.standard());
        Standpoint beyond = SPLIT.standpoint(
                List.of(purchase("1", "2026-03-04T10:00:00Z"), purchase("2", "2026-06-30T00:00:00Z")),
                Policy.standard());

        assertThat(before.silent()).isTrue();
        assertThat(beyond.silent()).isTrue();
    }

    @Test
    void knowsNobodyWhoBoughtNothingBefore() {
        assertThat(SPLIT.standpoint(List.of(purchase("1", "2026-04-01T00:00:00Z")), Policy.standard()))
                .isNull();
        assertThat(SPLIT.standpoint(List.of(failure("1", "2026-03-01T00:00:00Z")), Policy.standard()))
                .isNull();
    }

    @Test
    void dropsRepeatedIdsInWhateverOrderTheyCome() {
        Standpoint standpoint = SPLIT.standpoint(
                List.of(
                        purchase("2", "2026-03-11T09:00:00Z"),
                        purchase("1", "2026-03-04T10:00:00Z"),
                        purchase("1", "2026-04-10T10:00:00Z")),
                Policy.standard());

        assertThat(standpoint.relationship().purchases().count()).isEqualTo(2);
        assertThat(standpoint.silent()).isTrue();
    }

    private static Event purchase(String id, String time) {
        return new Event.Purchase(header(id, time), null, new Money(Currency.getInstance("EUR"), 2000), null);
    }

    private static Event failure(String id, String time) {
        return new Event.Failure(header(id, time), null, FailureKind.LATE_DELIVERY, 0.5, null, null, null);
    }

    private static EventHeader header(String id, String time) {
        return new EventHeader(new EventId(id), new CustomerId("anna"), null, Instant.parse(time));
    }
}
