package org.amends.cli.simulate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.amends.event.EventType;

/**
 * What a simulation wrote.
 *
 * @param counts events by type
 */
record SimulationResult(
        Path events, Path truth, Path scenario, int customers, TimeSpan span, Map<EventType, Long> counts) {

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** For a person: what is there, and what is in it. */
    String told() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d events of %,d customers from %s to %s%n",
                count(),
                customers,
                span.from(),
                span.to()));
        for (EventType type : EventType.values()) {
            Long count = counts.get(type);
            if (count != null) {
                text.append(String.format(Locale.ROOT, "  %-22s %,12d%n", type.stableName(), count));
            }
        }
        text.append("events:   ").append(events).append(System.lineSeparator());
        text.append("truth:    ").append(truth).append(System.lineSeparator());
        text.append("scenario: ").append(scenario).append(System.lineSeparator());
        return text.toString();
    }
}
