package org.amends.cli.score;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.Event;
import org.jspecify.annotations.Nullable;

/** Whole histories of a few customers, ready to be folded by one thread. */
final class EventBatch {

    /** Large enough to make handing over cheap, small enough to keep few events in memory. */
    private static final int ENOUGH_EVENTS = 8_192;

    /**
     * One history.
     *
     * @param events all of it in order of time; empty when it was too long to be kept
     * @param begun the fold over a history that was too long, or null
     */
    record OneHistory(List<Event> events, @Nullable CustomerFold begun) {}

    private final List<OneHistory> histories = new ArrayList<>();
    private int events;

    void add(OneHistory history) {
        histories.add(history);
        events += Math.max(1, history.events().size());
    }

    boolean isFull() {
        return events >= ENOUGH_EVENTS;
    }

    boolean isEmpty() {
        return histories.isEmpty();
    }

    List<OneHistory> histories() {
        return histories;
    }
}
