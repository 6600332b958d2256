package org.amends.relationship;

import org.amends.event.EventId;
import org.amends.event.Want;
import org.amends.failure.Attempt;
import org.amends.failure.Episode;
import org.amends.policy.FailureProfile;
import org.jspecify.annotations.Nullable;

/**
 * One failure as it weighs on the relationship now. All harm is in logits and before anything is undone.
 *
 * @param episode what happened
 * @param profile the catalogue's row for its kind
 * @param severity 0 to 1
 * @param controllable whether the company could have prevented it
 * @param stable whether the cause is likely to recur
 * @param ageDays since it happened
 * @param likeness 0 to 1: how much it repeats an earlier failure, by kind, closeness and weight
 * @param harm of the failure as such
 * @param repeatHarm because it repeats another
 * @param breach of trust
 * @param freshBreach the same as it was when it happened
 * @param quality 0 to 1: the recovery as it was, or null when nothing was tried and nothing closed
 * @param failedRecovery a recovery was tried and failed, or a promise about it was broken
 * @param fading the share of harm that time has left
 * @param undone share of harm that is undone
 * @param undoneBreach share of the breach of trust that is undone
 * @param waitedDays until the first real answer, so far; null when nobody waits for one
 * @param rage 0 calm to 1 raging
 * @param want what the customer wants about it
 * @param first whether no failure came before it
 * @param current whether it is what the customer speaks of now: what facts say it is, the latest open failure, or the latest at all
 */
record Injury(
        Episode episode,
        FailureProfile profile,
        double severity,
        boolean controllable,
        boolean stable,
        double ageDays,
        double likeness,
        double harm,
        double repeatHarm,
        double breach,
        double freshBreach,
        @Nullable Double quality,
        boolean failedRecovery,
        double fading,
        double undone,
        double undoneBreach,
        @Nullable Double waitedDays,
        double rage,
        Want want,
        boolean first,
        boolean current) {

    boolean open() {
        return episode.open();
    }

    /** Whether nobody told the company. */
    boolean unvoiced() {
        return episode.voice() == null;
    }

    /** The event of what was done to make it good. */
    @Nullable
    EventId recoveryEvent() {
        Attempt attempt = episode.attempt();
        return attempt == null ? episode.event() : attempt.last();
    }

    /** Failure, repetition and breach of trust together, in logits. */
    double total() {
        return harm + repeatHarm + breach;
    }
}
