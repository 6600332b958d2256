package org.amends.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.amends.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventRowsTest {

    private static final EventHeader HEADER =
            new EventHeader(new EventId("e1"), new CustomerId("c1"), null, Instant.parse("2026-03-01T12:00:00Z"));

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatIsWrittenIsReadBackAsTheSameEvent(EventType type) {
        RandomEvents events = new RandomEvents(20261122);
        for (int i = 0; i < 500; i++) {
            Event event = events.next(type);
            assertThat(EventRowReader.read(EventRows.of(event)))
                    .as("case %d", i)
                    .isEqualTo(new RowReading.Accepted(event));
        }
    }

    @Test
    void moneyHasTheDecimalsOfItsCurrency() {
        Money yen = new Money(Currency.getInstance("JPY"), 1250);
        Money unnamed = new Money(Money.UNNAMED_CURRENCY, 1250);

        EventRow inYen = EventRows.of(new Event.Purchase(HEADER, null, yen, null));
        EventRow inNone = EventRows.of(new Event.Purchase(HEADER, null, unnamed, null));

        assertThat(inYen.amount()).isEqualTo(new BigDecimal("1250"));
        assertThat(inYen.currency()).isEqualTo("JPY");
        assertThat(inNone.amount()).isEqualTo(new BigDecimal("12.50"));
        assertThat(inNone.currency()).isNull();
    }

    @Test
    void whatGoesWithoutSayingIsNotWritten() {
        Event.Complaint complaint = new Event.Complaint(HEADER, null, null, null, null, Want.UNKNOWN, Hostility.CALM);

        assertThat(EventRows.of(complaint).attributes()).isEqualTo(Map.of());
    }
}
