package org.amends.event;

/**
 * The identity of one event. Two events with the same id are one event that arrived twice.
 *
 * @param value any non-blank text that the sender keeps unique
 */
public record EventId(String value) implements Comparable<EventId> {

    public EventId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("event_id must not be blank.");
        }
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
