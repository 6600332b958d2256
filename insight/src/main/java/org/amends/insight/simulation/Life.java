package org.amends.insight.simulation;

import java.util.List;

/**
 * One simulated customer.
 *
 * @param events in order of time, then id
 * @param truth what no company knows
 */
public record Life(List<Told> events, Truth truth) {

    public Life {
        events = List.copyOf(events);
    }
}
