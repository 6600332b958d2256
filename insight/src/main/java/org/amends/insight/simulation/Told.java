package org.amends.insight.simulation;

import org.amends.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event, with the words that came with it.
 *
 * @param event what happened
 * @param text what the customer wrote, or null
 * @param language of the text, ISO 639-1, or null
 */
public record Told(
        Event event, @Nullable String text, @Nullable String language) {

    /** An event without words. */
    static Told silently(Event event) {
        return new Told(event, null, null);
    }
}
