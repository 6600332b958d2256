package org.amends.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.amends.cli.report.Foremost.Rank;
import org.amends.cli.report.ReportData.Findings;
import org.amends.cli.report.ReportData.Group;
import org.amends.cli.report.ReportData.ModeFinding;
import org.amends.cli.report.ReportData.TenureFinding;
import org.amends.event.Event;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Diagnosis;
import org.amends.story.CustomerFacts;
import org.amends.story.Story;
import org.amends.story.StoryTaker;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a report says while customers stream by, in memory that does not grow with their number.
 *
 * <p>Confined to one thread; several can each fill their own and {@link #merge} them. The findings depend neither on the order
 * of the customers nor on how they were divided.
 */
public final class ReportCollector {

    /** A relationship counts as breaking when it is more likely to end than not. */
    public static final double USUAL_THRESHOLD = 0.5;

    private static final int MOST_FIRST = 25;
    private static final int MOST_IN_GROUP = 15;
    private static final int BINS = 10;
    private static final int[] TENURE_YEARS = {0, 1, 2, 5};
    private static final double DAYS_PER_YEAR = 365.25;

    private final Instant now;
    private final double threshold;
    private final StoryTaker taker;

    private long customers;
    private long left;
    private long breaking;
    private final ExactSum expectedLost = new ExactSum();
    private final ExactSum residualValue = new ExactSum();
    private final ExactSum valueAtRisk = new ExactSum();
    private final Map<String, Long> currencies = new TreeMap<>();
    private final long[] distribution = new long[BINS];
    private final long[] tenureCustomers = new long[TENURE_YEARS.length];
    private final long[] tenureBreaking = new long[TENURE_YEARS.length];
    private final Map<BreakMode, ModeTally> modes = new EnumMap<>(BreakMode.class);
    private final Foremost first = new Foremost(MOST_FIRST);
    private final GroupTally accumulations = new GroupTally();
    private final GroupTally silentSufferers = new GroupTally();
    private final GroupTally neglectedLoyal = new GroupTally();
    private final FailureTally failures = new FailureTally();

    private static final class ModeTally {
        private long customers;
        private final ExactSum probability = new ExactSum();
        private final ExactSum valueAtRisk = new ExactSum();
    }

    private static final class GroupTally {
        private long customers;
        private final ExactSum valueAtRisk = new ExactSum();
        private final ExactSum residualValue = new ExactSum();
        private final Foremost foremost = new Foremost(MOST_IN_GROUP);

        void add(Diagnosis diagnosis, Rank rank, Supplier<Story> story) {
            customers++;
            valueAtRisk.add(diagnosis.valueAtRisk());
            residualValue.add(diagnosis.residualValue());
            foremost.offer(rank, story);
        }

        void addAll(GroupTally other) {
            customers += other.customers;
            valueAtRisk.add(other.valueAtRisk);
            residualValue.add(other.residualValue);
            foremost.offerAll(other.foremost);
        }

        Group group() {
            return new Group(customers, valueAtRisk.total(), residualValue.total(), foremost.stories());
        }
    }

    /**
     * @param now the moment at which the relationships are looked at
     * @param threshold a relationship counts as breaking from this probability on, 0 to 1; see {@link #USUAL_THRESHOLD}
     */
    public ReportCollector(Instant now, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be between 0 and 1 but was %s.".formatted(threshold));
        }
        this.now = now;
        this.threshold = threshold;
        this.taker = new StoryTaker(now);
        for (BreakMode mode : BreakMode.values()) {
            modes.put(mode, new ModeTally());
        }
    }

    /**
     * Adds one customer.
     *
     * @param facts who, for how long, how often
     * @param diagnosis what is the matter
     * @param history the customer's events in any order, read before this returns; those that nothing is told of (purchases,
     *     visits, engagement) may be left out. An event that a contribution names and that is not among them is told without a
     *     date.
     */
    public void add(CustomerFacts facts, Diagnosis diagnosis, Iterable<? extends Event> history) {
        customers++;
        failures.add(diagnosis, history);
        if (facts.left()) {
            left++;
            return;
        }
        addTotals(facts, diagnosis);
        BreakMode mode = diagnosis.mode();
        boolean breaks = mode != null && diagnosis.leaveProbability() >= threshold;
        addTenure(facts, breaks);
        Supplier<Story> story = once(() -> taker.take(facts, diagnosis, history));
        if (mode != null && breaks) {
            addBreaking(facts, mode, diagnosis, story);
        }
        addToGroups(facts, diagnosis, story);
    }

    private void addTotals(CustomerFacts facts, Diagnosis diagnosis) {
        expectedLost.add(diagnosis.leaveProbability());
        residualValue.add(diagnosis.residualValue());
        valueAtRisk.add(diagnosis.valueAtRisk());
        distribution[Math.min(BINS - 1, (int) (diagnosis.leaveProbability() * BINS))]++;
        Currency currency = facts.currency();
        if (currency != null) {
            currencies.merge(currency.getCurrencyCode(), 1L, Long::sum);
        }
    }

    private void addTenure(CustomerFacts facts, boolean breaks) {
        Instant firstSeen = facts.firstSeen();
        if (firstSeen == null) {
            return;
        }
        double years = Duration.between(firstSeen, now).toDays() / DAYS_PER_YEAR;
        int band = TENURE_YEARS.length - 1;
        while (band > 0 && years < TENURE_YEARS[band]) {
            band--;
        }
        tenureCustomers[band]++;
        tenureBreaking[band] += breaks ? 1 : 0;
    }

    private void addBreaking(CustomerFacts facts, BreakMode mode, Diagnosis diagnosis, Supplier<Story> story) {
        breaking++;
        ModeTally tally = tally(mode);
        tally.customers++;
        tally.probability.add(diagnosis.leaveProbability());
        tally.valueAtRisk.add(diagnosis.valueAtRisk());
        first.offer(new Rank(diagnosis.priority(), diagnosis.valueAtRisk(), facts.customer()), story);
    }

    private void addToGroups(CustomerFacts facts, Diagnosis diagnosis, Supplier<Story> story) {
        double piledUp = diagnosis.contributionOf(BreakMode.ACCUMULATION);
        if (piledUp > 0 && (diagnosis.mode() == BreakMode.ACCUMULATION || diagnosis.openIssues() >= 2)) {
            accumulations.add(diagnosis, new Rank(piledUp, diagnosis.valueAtRisk(), facts.customer()), story);
        }
        if (diagnosis.silentSufferer()) {
            Rank rank = new Rank(diagnosis.valueAtRisk(), diagnosis.leaveProbability(), facts.customer());
            silentSufferers.add(diagnosis, rank, story);
        }
        if (diagnosis.neglectedLoyal()) {
            Rank rank = new Rank(diagnosis.residualValue(), diagnosis.leaveProbability(), facts.customer());
            neglectedLoyal.add(diagnosis, rank, story);
        }
    }

    /**
     * Adds all that another collector has gathered; the other is not to be used any more.
     *
     * @throws IllegalArgumentException when it looks at another moment or draws the line elsewhere
     */
    public void merge(ReportCollector other) {
        if (!now.equals(other.now) || threshold != other.threshold) {
            throw new IllegalArgumentException("Cannot merge a collector at %s over %s into one at %s over %s."
                    .formatted(other.now, other.threshold, now, threshold));
        }
        customers += other.customers;
        left += other.left;
        breaking += other.breaking;
        expectedLost.add(other.expectedLost);
        residualValue.add(other.residualValue);
        valueAtRisk.add(other.valueAtRisk);
        other.currencies.forEach((currency, count) -> currencies.merge(currency, count, Long::sum));
        addEach(distribution, other.distribution);
        addEach(tenureCustomers, other.tenureCustomers);
        addEach(tenureBreaking, other.tenureBreaking);
        other.modes.forEach((mode, theirs) -> {
            ModeTally ours = tally(mode);
            ours.customers += theirs.customers;
            ours.probability.add(theirs.probability);
            ours.valueAtRisk.add(theirs.valueAtRisk);
        });
        first.offerAll(other.first);
        accumulations.addAll(other.accumulations);
        silentSufferers.addAll(other.silentSufferers);
        neglectedLoyal.addAll(other.neglectedLoyal);
        failures.addAll(other.failures);
    }

    /** What was gathered so far. */
    public Findings findings() {
        return new Findings(
                customers,
                left,
                breaking,
                expectedLost.total(),
                residualValue.total(),
                valueAtRisk.total(),
                currency(),
                currencies.size() > 1,
                modeFindings(),
                Arrays.stream(distribution).boxed().toList(),
                tenureFindings(),
                first.stories(),
                accumulations.group(),
                silentSufferers.group(),
                neglectedLoyal.group(),
                failures.findings());
    }

    private @Nullable Currency currency() {
        return currencies.size() == 1
                ? Currency.getInstance(currencies.keySet().iterator().next())
                : null;
    }

    private List<ModeFinding> modeFindings() {
        List<ModeFinding> findings = new ArrayList<>();
        modes.forEach((mode, tally) -> findings.add(new ModeFinding(
                mode,
                tally.customers,
                tally.customers == 0 ? 0 : tally.probability.total() / tally.customers,
                tally.valueAtRisk.total())));
        return findings;
    }

    private List<TenureFinding> tenureFindings() {
        List<TenureFinding> findings = new ArrayList<>();
        for (int band = 0; band < TENURE_YEARS.length; band++) {
            Integer to = band + 1 < TENURE_YEARS.length ? TENURE_YEARS[band + 1] : null;
            findings.add(new TenureFinding(TENURE_YEARS[band], to, tenureCustomers[band], tenureBreaking[band]));
        }
        return findings;
    }

    private ModeTally tally(BreakMode mode) {
        return modes.computeIfAbsent(mode, ignored -> new ModeTally());
    }

    private static void addEach(long[] ours, long[] theirs) {
        for (int i = 0; i < ours.length; i++) {
            ours[i] += theirs[i];
        }
    }

    private static Supplier<Story> once(Supplier<Story> source) {
        return new Supplier<>() {
            private @Nullable Story taken;

            @Override
            public Story get() {
                Story story = taken;
                if (story == null) {
                    story = source.get();
                    taken = story;
                }
                return story;
            }
        };
    }
}
