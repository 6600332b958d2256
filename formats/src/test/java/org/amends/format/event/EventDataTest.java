package org.amends.format.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.amends.event.EventRow;
import org.junit.jupiter.api.Test;

class EventDataTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void readsBackEveryColumn() {
        EventRow row = row("order 1", new BigDecimal("12.50"), 0.4, Map.of("text", "Où est-il ? \"Ici\"", "b", "2"));
        String data = EventData.write(row);
        assertThat(data)
                .isEqualTo("{\"ref\":\"order 1\",\"amount\":12.50,\"currency\":\"EUR\",\"kind\":\"late_delivery\","
                        + "\"severity\":0.4,\"attributes\":{\"b\":\"2\",\"text\":\"Où est-il ? \\\"Ici\\\"\"}}");
        assertThat(read(data)).isEqualTo(row);
    }

    @Test
    void leavesOutWhatIsAbsent() {
        EventRow row = new EventRow("e", "c", null, NOON, "visit", null, null, null, null, null, Map.of());
        assertThat(EventData.write(row)).isEqualTo("{}");
        assertThat(EventData.read("{}", "e", "c", null, NOON, "visit")).isEqualTo(row);
    }

    @Test
    void keepsTextThatNoDatabaseCouldHoldRaw() {
        EventRow row = row("a\u0000b", null, null, Map.of("text", "half \ud83d and whole \ud83d\ude00"));
        String data = EventData.write(row);
        assertThat(data).doesNotContain("\u0000");
        assertThat(EventData.isUnicode(data)).isTrue();
        assertThat(read(data)).isEqualTo(row);
    }

    @Test
    void keepsAmountsOfAnySizeAndNumbersThatAreNone() {
        EventRow row = row(null, new BigDecimal("1E+400000"), Double.NaN, Map.of());
        assertThat(read(EventData.write(row))).isEqualTo(row);
    }

    private static EventRow row(String ref, BigDecimal amount, Double severity, Map<String, String> attributes) {
        return new EventRow(
                "e-1", "c-7", "north", NOON, "failure", ref, amount, "EUR", "late_delivery", severity, attributes);
    }

    private static EventRow read(String data) {
        return EventData.read(data, "e-1", "c-7", "north", NOON, "failure");
    }
}
