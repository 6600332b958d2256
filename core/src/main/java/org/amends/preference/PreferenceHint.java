package org.amends.preference;

import java.time.Instant;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What another system read out of purchases and reported. Nobody stated it, so that it is never shown as a fact and cannot be
 * passed where a {@link Preference} is wanted; it is a reason to ask.
 *
 * @param value what is suggested
 * @param event the event that reports it
 * @param reportedAt when, UTC
 * @param until from when on it no longer counts: its validity has ended, or the customer contradicted; null while it counts
 */
public record PreferenceHint(
        StatedPreference value,
        EventId event,
        Instant reportedAt,
        @Nullable Instant until) {

    /** Whether it was reported and still counts at this moment. */
    public boolean countsAt(Instant now) {
        return !now.isBefore(reportedAt) && (until == null || now.isBefore(until));
    }
}
