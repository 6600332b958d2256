package org.amends.server.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.amends.event.EventId;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a probability of leaving is made of.
 *
 * @param logit the sum of the logits of all items; the probability is 1 / (1 + exp(-logit))
 * @param logits the sums by way of breaking, and {@code base} for what belongs to none
 * @param items every addend, in the order in which they are added
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ContributionsAnswer(
        Instant at, double leaveProbability, double logit, Map<String, Double> logits, List<Item> items) {

    /** One addend. */
    record Item(
            @Nullable String event, String cause, @Nullable String mode, double logit) {

        static Item of(Contribution contribution) {
            EventId event = contribution.event();
            BreakMode mode = contribution.mode();
            return new Item(
                    event == null ? null : event.value(),
                    contribution.cause().stableName(),
                    mode == null ? null : mode.stableName(),
                    contribution.logit());
        }
    }

    static ContributionsAnswer of(Instant at, Diagnosis diagnosis) {
        double logit = 0;
        for (Contribution contribution : diagnosis.contributions()) {
            logit += contribution.logit();
        }
        return new ContributionsAnswer(
                at,
                diagnosis.leaveProbability(),
                logit,
                DiagnosisAnswer.logits(diagnosis),
                diagnosis.contributions().stream().map(Item::of).toList());
    }
}
