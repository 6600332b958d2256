package org.amends.insight.simulation;

import org.amends.event.FailureKind;
import org.amends.policy.FailureProfile;

/** A failure as the customer carries it. */
final class Wound {

    /** Below this a failure is a small issue. */
    static final double SMALL = 0.25;

    final String ref;
    final FailureKind kind;
    final FailureProfile profile;
    final double severity;
    final boolean controllable;
    final double atStake;
    final long at;

    /** 0 to 1: how much of the harm a recovery undid. */
    double relief;

    /** A recovery was tried and failed. */
    boolean deviated;

    boolean open = true;
    boolean complained;
    int contacts;

    /**
     * @param ref the order or case
     * @param profile what the catalogue knows of the kind
     * @param severity 0 to 1
     * @param controllable whether the company could have prevented it
     * @param atStake what was lost, main currency units
     * @param at seconds since 1970, UTC
     */
    Wound(String ref, FailureProfile profile, double severity, boolean controllable, double atStake, long at) {
        this.ref = ref;
        this.kind = profile.kind();
        this.profile = profile;
        this.severity = severity;
        this.controllable = controllable;
        this.atStake = atStake;
        this.at = at;
    }

    boolean isSmall() {
        return severity < SMALL;
    }

    /** Whether its harm is a breach of trust more than a loss. */
    boolean isBetrayal() {
        return profile.betrayal() >= 0.6;
    }

    /** A good recovery, or any recovery that did something. */
    void relieve(double quality) {
        relief = Math.max(relief, 0.9 * quality);
    }
}
