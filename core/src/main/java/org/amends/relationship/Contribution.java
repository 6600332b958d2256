package org.amends.relationship;

import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * One addend of the logit of leaving.
 *
 * @param event the event that made it, or null where none single did
 * @param cause why it is there
 * @param logit what it adds; negative when it holds the relationship
 */
public record Contribution(@Nullable EventId event, Cause cause, double logit) {

    /** The way of breaking that it belongs to, or null for the base. */
    public @Nullable BreakMode mode() {
        return cause.mode();
    }
}
