package org.amends.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.amends.event.FailureKind;
import org.amends.relationship.BreakMode;
import org.amends.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the report says, before it is put into words.
 *
 * <p>It names no company and holds no clock: the same data give the same page, byte for byte.
 *
 * @param run what was read, and how it was looked at
 * @param findings what was found
 */
public record ReportData(Run run, Findings findings) {

    /**
     * One run over one or more files.
     *
     * @param at the moment at which the relationships were looked at
     * @param horizon how far ahead the probabilities look; positive
     * @param threshold a relationship counts as breaking from this probability on, 0 to 1
     * @param policyVersion the policy that was applied
     * @param sources names of the files that were read, without their folders
     * @param events events that were accepted
     * @param rejected rows that were refused, each with its reason in {@code rejected.csv}
     * @param duplicates events that arrived more than once and were counted once
     * @param skipped rows of an unknown type that a lenient run left out
     * @param base the customer base model, or null when none could be fitted
     */
    public record Run(
            Instant at,
            Duration horizon,
            double threshold,
            String policyVersion,
            List<String> sources,
            long events,
            long rejected,
            long duplicates,
            long skipped,
            @Nullable BaseModel base) {

        public Run {
            if (!horizon.isPositive()) {
                throw new IllegalArgumentException("horizon must be positive but was %s.".formatted(horizon));
            }
            requireProbability("threshold", threshold);
            requireCount("events", events);
            requireCount("rejected", rejected);
            requireCount("duplicates", duplicates);
            requireCount("skipped", skipped);
            sources = List.copyOf(sources);
        }
    }

    /**
     * The model of how customers live when nothing goes wrong.
     *
     * @param name as printed, for example {@code MBG/NBD}
     * @param parameters in the model's own order
     */
    public record BaseModel(String name, List<ModelParameter> parameters) {
        public BaseModel {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * One fitted number.
     *
     * @param name for example {@code alpha}
     * @param value in the model's own unit
     */
    public record ModelParameter(String name, double value) {}

    /**
     * What was found over all relationships.
     *
     * @param customers all of them, whoever has left included
     * @param left customers who have left, were parted from or were erased; they are in no other number below
     * @param breaking relationships with a leading way of breaking and a probability at or over the threshold
     * @param expectedLost customers expected to leave within the horizon: the sum of the probabilities
     * @param residualValue discounted value still to come, main unit of {@code currency}
     * @param valueAtRisk the part of it that leaving puts at risk
     * @param currency the one currency of the data; null when none was named or there are several
     * @param severalCurrencies whether amounts are in several currencies, so that their sums mean nothing
     * @param modes one for each way of breaking, in the order of {@link BreakMode}
     * @param distribution how many relationships have a probability in [0, 0.1), [0.1, 0.2) ... [0.9, 1]
     * @param tenures risk by length of the relationship, youngest first
     * @param first the ones to act on first, most urgent first
     * @param accumulations relationships in which small things pile up
     * @param silentSufferers customers who were failed and never spoke
     * @param neglectedLoyal customers of long standing to whom no attention was given
     * @param failureKinds what went wrong, most harmful first
     */
    public record Findings(
            long customers,
            long left,
            long breaking,
            double expectedLost,
            double residualValue,
            double valueAtRisk,
            @Nullable Currency currency,
            boolean severalCurrencies,
            List<ModeFinding> modes,
            List<Long> distribution,
            List<TenureFinding> tenures,
            List<Story> first,
            Group accumulations,
            Group silentSufferers,
            Group neglectedLoyal,
            List<KindFinding> failureKinds) {

        public Findings {
            modes = List.copyOf(modes);
            distribution = List.copyOf(distribution);
            tenures = List.copyOf(tenures);
            first = List.copyOf(first);
            failureKinds = List.copyOf(failureKinds);
        }

        /** Relationships that are still alive and were looked at. */
        public long living() {
            return customers - left;
        }
    }

    /**
     * One way of breaking.
     *
     * @param mode which
     * @param customers relationships that are breaking with this as the leading way
     * @param meanProbability their mean probability of ending, 0 to 1; 0 when there are none
     * @param valueAtRisk theirs, main unit
     */
    public record ModeFinding(BreakMode mode, long customers, double meanProbability, double valueAtRisk) {}

    /**
     * Relationships of one age.
     *
     * @param fromYears youngest, inclusive
     * @param toYears oldest, exclusive; null is without end
     * @param customers living relationships of this age
     * @param breaking how many of them are breaking
     */
    public record TenureFinding(int fromYears, @Nullable Integer toYears, long customers, long breaking) {}

    /**
     * Relationships that share something, the foremost of them with their stories.
     *
     * @param customers all that share it
     * @param valueAtRisk theirs, main unit
     * @param residualValue theirs, main unit
     * @param stories the foremost
     */
    public record Group(long customers, double valueAtRisk, double residualValue, List<Story> stories) {
        public Group {
            stories = List.copyOf(stories);
        }
    }

    /**
     * One kind of failure over all relationships.
     *
     * @param kind what went wrong
     * @param failures how often
     * @param relationshipsHarmed relationships in which it still pulls towards leaving
     * @param harm the sum of what it adds to the logits of leaving; 0 or more
     */
    public record KindFinding(FailureKind kind, long failures, long relationshipsHarmed, double harm) {}

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be between 0 and 1 but was %s.".formatted(name, value));
        }
    }

    private static void requireCount(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("%s must not be negative but was %d.".formatted(name, value));
        }
    }
}
