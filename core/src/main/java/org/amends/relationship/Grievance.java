package org.amends.relationship;

import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.failure.Voice;
import org.amends.policy.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * A failure that is not made good: open, or closed by a recovery that failed.
 *
 * @param complaint the event in which the customer spoke up about it; null where they did not, or where facts tell of it
 * @param kind what went wrong
 * @param type what was lost in it
 * @param severity 0 to 1
 * @param controllable whether the company could have prevented it
 * @param stable whether the cause is likely to recur
 * @param betrayal 0 to 1: the share that is a breach of trust
 * @param voiced whether the customer spoke up about it
 * @param want what they want about it
 * @param hostility their tone
 * @param loss what they lost, in the currency's main unit; 0 when not known
 * @param late whether an answer came, or is still awaited, after the time that was promised
 * @param failedRecovery whether a recovery was tried and failed, or a promise about it was broken
 * @param likeness 0 to 1: how much it repeats an earlier failure
 * @param current whether it is what the customer speaks of now
 */
public record Grievance(
        @Nullable EventId complaint,
        FailureKind kind,
        FailureType type,
        double severity,
        boolean controllable,
        boolean stable,
        double betrayal,
        boolean voiced,
        Want want,
        Hostility hostility,
        double loss,
        boolean late,
        boolean failedRecovery,
        double likeness,
        boolean current) {

    /** Whether making good failed once more: a recovery went wrong, a promise about it was broken, or the answer came too late. */
    public boolean deviated() {
        return failedRecovery || late;
    }

    static Grievance of(Injury injury, boolean late) {
        Voice voice = injury.episode().voice();
        return new Grievance(
                voice == null ? null : voice.event(),
                injury.profile().kind(),
                injury.profile().type(),
                injury.severity(),
                injury.controllable(),
                injury.stable(),
                injury.profile().betrayal(),
                !injury.unvoiced(),
                injury.want(),
                Hostility.values()[(int) Math.round(injury.rage() * 3)],
                injury.episode().loss(),
                late,
                injury.failedRecovery(),
                injury.likeness(),
                injury.current());
    }
}
