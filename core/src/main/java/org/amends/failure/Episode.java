package org.amends.failure;

import java.time.Instant;
import java.util.List;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * One failure, or one complaint of which no failure is known, with all that followed from it.
 *
 * @param event the event that opened it; null when it comes from facts rather than events
 * @param kind what went wrong; null when nobody said
 * @param severity 0 to 1; null takes the catalogue's default
 * @param at when it happened
 * @param controllable whether the company could have prevented it; null takes the catalogue's default
 * @param stable whether the cause is likely to recur; null takes the catalogue's default
 * @param loss what the customer lost, in the currency's main unit; 0 when not known
 * @param voice the complaint; null while the customer is silent
 * @param repliedAt the first real answer; null when none came
 * @param updated whether a status update was sent while the customer waited
 * @param explained whether an explanation was sent while the customer waited
 * @param contacts how often the customer got in touch about it, the complaint included
 * @param attempt what was done to make it good; null when nothing
 * @param resolvedAt when the case was closed; null while it is open
 * @param brokenWords promises about it that were not kept
 * @param purchasesBefore how often the customer had bought when it happened
 */
public record Episode(
        @Nullable EventId event,
        @Nullable FailureKind kind,
        @Nullable Double severity,
        Instant at,
        @Nullable Boolean controllable,
        @Nullable Boolean stable,
        double loss,
        @Nullable Voice voice,
        @Nullable Instant repliedAt,
        boolean updated,
        boolean explained,
        int contacts,
        @Nullable Attempt attempt,
        @Nullable Instant resolvedAt,
        List<BrokenWord> brokenWords,
        long purchasesBefore) {

    public Episode {
        brokenWords = List.copyOf(brokenWords);
    }

    /** Whether the case is not closed yet. */
    public boolean open() {
        return resolvedAt == null;
    }
}
