package org.amends.relationship;

import java.time.Duration;
import java.time.Instant;

/**
 * What a diagnosis must know besides the relationship itself.
 *
 * @param now the moment of diagnosing
 * @param horizon how far ahead leaving is asked for
 * @param attentionRecorded whether the company records its attention at all; where it does not, neglect cannot be seen
 * @param substitutes alternatives that the customer has
 * @param switchingCost what leaving costs them
 */
public record Situation(
        Instant now,
        Duration horizon,
        boolean attentionRecorded,
        Substitutes substitutes,
        SwitchingCost switchingCost) {

    /** A quarter: what the defaults of the policy are set for. */
    public static final Duration QUARTER = Duration.ofDays(90);

    public Situation {
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("horizon must be positive but was %s.".formatted(horizon));
        }
    }

    /** A situation of which only time is known: attention is not recorded, few substitutes, low cost of switching. */
    public static Situation at(Instant now, Duration horizon) {
        return new Situation(now, horizon, false, Substitutes.FEW, SwitchingCost.LOW);
    }
}
