package org.amends.server.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What another policy would say of a sample of relationships, beside what the one in force says of them.
 *
 * @param at the moment of diagnosing, the same for both
 * @param sampled how many relationships were looked at
 * @param all about how many there are
 * @param changeMode how many of the sample would be breaking in another way
 * @param crossUp how many would cross the risk line upwards
 * @param crossDown how many would cross it downwards
 * @param riskLine the probability of leaving that counts as at risk
 * @param leavingBefore mean probability of leaving under the policy in force
 * @param leavingAfter the same under the other
 * @param currency of the values at risk: that of the company's base model; empty when it has no name
 * @param atRiskBefore sum of the values at risk under the policy in force, in the currency's main unit
 * @param atRiskAfter the same under the other
 * @param modes how many break in which way, before and after
 * @param moved those whose probability of leaving moves most, the farthest first; ten at most
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DryRun(
        Instant at,
        int sampled,
        long all,
        int changeMode,
        int crossUp,
        int crossDown,
        double riskLine,
        double leavingBefore,
        double leavingAfter,
        String currency,
        double atRiskBefore,
        double atRiskAfter,
        List<ModeCount> modes,
        List<Moved> moved) {

    public DryRun {
        modes = List.copyOf(modes);
        moved = List.copyOf(moved);
    }

    /**
     * How many of the sample break in one way.
     *
     * @param mode its stable name, or null for none
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record ModeCount(@Nullable String mode, int before, int after) {}

    /**
     * One relationship that would be seen differently.
     *
     * @param causes what moves it most, the strongest first
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Moved(
            String customer,
            String brand,
            @Nullable String modeBefore,
            @Nullable String modeAfter,
            double leavingBefore,
            double leavingAfter,
            List<MovedCause> causes) {
        public Moved {
            causes = List.copyOf(causes);
        }
    }

    /**
     * What one cause adds to the logit of leaving.
     *
     * @param cause its stable name
     * @param before sum of its contributions under the policy in force
     * @param after the same under the other
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record MovedCause(String cause, double before, double after) {}
}
