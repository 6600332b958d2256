package org.amends.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.amends.event.Event;
import org.amends.event.EventRowReader;
import org.amends.event.EventRows;
import org.amends.event.EventType;
import org.amends.event.RowReading;
import org.amends.format.event.EventJsonReader;
import org.amends.insight.simulation.Scenarios;
import org.amends.insight.simulation.Simulator;
import org.amends.insight.simulation.Told;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedRowsTest {

    /** What is written is read back as the same event, for every event of several hundred lives. */
    @ParameterizedTest
    @ValueSource(strings = {"grocery-delivery", "online-retail", "telecom"})
    void whatIsWrittenIsReadBackAsTheSameEvent(String scenario) {
        Simulator simulator = new Simulator(
                Objects.requireNonNull(Scenarios.named(scenario)),
                Policy.standard(),
                3,
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z"));
        Set<EventType> types = EnumSet.noneOf(EventType.class);

        for (int number = 0; number < 800; number++) {
            for (Told told : simulator.life(number).events()) {
                Event event = told.event();
                types.add(event.type());
                assertThat(EventRowReader.read(EventRows.of(event))).isEqualTo(new RowReading.Accepted(event));
            }
        }

        assertThat(types).hasSizeGreaterThan(22);
    }

    /** The lines of NDJSON are CloudEvents that read as the same events. */
    @Test
    void cloudEventsAreReadBackAsTheSameEvents() {
        Simulator simulator = new Simulator(
                Scenarios.groceryDelivery(),
                Policy.standard(),
                4,
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z"));

        for (int number = 0; number < 60; number++) {
            for (Told told : simulator.life(number).events()) {
                Lines line = new Lines(512);
                HistoryFormat.NDJSON.append(line, told, "/test");
                assertThat(EventJsonReader.read(line.text())).isEqualTo(new RowReading.Accepted(told.event()));
            }
        }
    }
}
