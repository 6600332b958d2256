package org.amends.server.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How far the watch has come.
 *
 * @param position every event up to here is in the diagnoses
 * @param roundStartedAt when the last round over all relationships began; null before the first
 * @param roundAfter the relationship up to which it has come
 * @param roundEndedAt when it was done; null while it is under way
 * @param roundPolicy the policy version that it is made with
 * @param roundBaseModel the base model that it is made with
 * @param picturedAt when today's picture was drawn last; null before the first
 * @param pastEvents events that were old when they came, since the past was drawn last
 * @param pastDrawnAt when the past was drawn last; null before the first
 */
record WatchCursor(
        long position,
        @Nullable Instant roundStartedAt,
        long roundAfter,
        @Nullable Instant roundEndedAt,
        @Nullable String roundPolicy,
        long roundBaseModel,
        @Nullable Instant picturedAt,
        long pastEvents,
        @Nullable Instant pastDrawnAt) {

    /** Whether a round over all relationships is under way. */
    boolean isInRound() {
        return roundStartedAt != null && roundEndedAt == null;
    }

    /** Whether a round must begin: none today, or the last was made with other numbers. */
    boolean needsRound(Instant now, String policy, long baseModel) {
        return roundStartedAt == null
                || day(roundStartedAt).isBefore(day(now))
                || !policy.equals(roundPolicy)
                || baseModel != roundBaseModel;
    }

    WatchCursor at(long newPosition, long morePastEvents) {
        return new WatchCursor(
                newPosition,
                roundStartedAt,
                roundAfter,
                roundEndedAt,
                roundPolicy,
                roundBaseModel,
                picturedAt,
                pastEvents + morePastEvents,
                pastDrawnAt);
    }

    WatchCursor beginningRound(Instant now, String policy, long baseModel) {
        return new WatchCursor(position, now, 0, null, policy, baseModel, picturedAt, pastEvents, pastDrawnAt);
    }

    WatchCursor roundAt(long relationship, @Nullable Instant ended) {
        return new WatchCursor(
                position,
                roundStartedAt,
                relationship,
                ended,
                roundPolicy,
                roundBaseModel,
                picturedAt,
                pastEvents,
                pastDrawnAt);
    }

    WatchCursor pictured(Instant now) {
        return new WatchCursor(
                position,
                roundStartedAt,
                roundAfter,
                roundEndedAt,
                roundPolicy,
                roundBaseModel,
                now,
                pastEvents,
                pastDrawnAt);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
