package org.amends.preference;

import java.time.Instant;
import org.amends.event.EventId;
import org.amends.event.PreferenceSource;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a need or wish: a fact, with from whom it is known and when it holds. What purchases suggest is none: it is an
 * {@link InferredPreference} or a {@link PreferenceHint}.
 *
 * @param value what was stated
 * @param source from whom it is known; never {@link PreferenceSource#PURCHASES}
 * @param event the event that states it
 * @param statedAt when it was stated, UTC
 * @param validFrom from when on it holds
 * @param validUntil until when it holds, exclusive; null without end
 * @param ending what ended it before; null while nothing has
 */
public record Preference(
        StatedPreference value,
        PreferenceSource source,
        EventId event,
        Instant statedAt,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Ending ending) {

    /**
     * What ended a statement.
     *
     * @param at from when on it no longer holds
     * @param event the event that ended it
     * @param replacedBy what was stated instead; null when it was withdrawn
     */
    public record Ending(
            Instant at, EventId event, @Nullable StatedPreference replacedBy) {}

    public Preference {
        if (source == PreferenceSource.PURCHASES) {
            throw new IllegalArgumentException(
                    "%s is only suggested by purchases, which is no statement.".formatted(value.text()));
        }
    }

    /** Whether it was stated, is valid and has not ended at this moment. */
    public boolean holdsAt(Instant now) {
        return !now.isBefore(statedAt)
                && !now.isBefore(validFrom)
                && (validUntil == null || now.isBefore(validUntil))
                && (ending == null || now.isBefore(ending.at()));
    }
}
