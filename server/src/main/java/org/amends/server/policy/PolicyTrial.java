package org.amends.server.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.amends.event.Event;
import org.amends.policy.Policy;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.amends.server.diagnosis.BaseModels;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.policy.DryRun.ModeCount;
import org.amends.server.policy.DryRun.Moved;
import org.amends.server.policy.DryRun.MovedCause;
import org.amends.store.log.LogReader;
import org.amends.store.log.StoredRelationship;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tries a policy on relationships as they are: a sample that is the same each time, spread evenly over all of them. Nothing is
 * stored. Restricted relationships are left out.
 */
@Component
public class PolicyTrial {

    /** Shares of a few per cent are seen well in so many. */
    public static final int USUAL_SAMPLE = 2_000;

    /** The largest sample: more takes longer than somebody waits. */
    public static final int LARGEST_SAMPLE = 20_000;

    /** From this probability on, a relationship counts as at risk. */
    static final double RISK_LINE = 0.5;

    private static final int MOST_MOVED = 10;
    private static final int MOST_CAUSES = 3;
    private static final int AT_ONCE = 500;
    private static final double NO_MOVE = 1e-9;

    private final Policies policies;
    private final BaseModels bases;
    private final LogReader log;
    private final JdbcClient database;
    private final InstantSource clock;

    PolicyTrial(Policies policies, BaseModels bases, LogReader log, JdbcClient database, InstantSource clock) {
        this.policies = policies;
        this.bases = bases;
        this.log = log;
        this.database = database;
        this.clock = clock;
    }

    /** One relationship under both policies. */
    private record Pair(StoredRelationship whose, Diagnosis before, Diagnosis after) {

        double move() {
            return after.leaveProbability() - before.leaveProbability();
        }
    }

    /** What would change under this policy. */
    public DryRun run(Policy proposed, int sample) {
        Policy inForce = policies.current().policy();
        Instant now = clock.instant();
        var base = bases.latest();
        Diagnosing.At before = new Diagnosing(inForce, base).at(now);
        Diagnosing.At after = new Diagnosing(proposed, base).at(now);
        boolean refold = PolicyPublished.changesStates(inForce, proposed);
        long greatest = greatestNumber();
        List<Long> numbers = numbers(greatest, sample);
        List<Pair> pairs = new ArrayList<>(numbers.size());
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE));
            log.find(some).stream()
                    .filter(each -> !each.restricted() && each.state() != null)
                    .sorted(Comparator.comparingLong(StoredRelationship::id))
                    .forEach(each -> pairs.add(pair(each, inForce, proposed, refold, before, after)));
        }
        return summed(pairs, now, greatest, base.fit().currency());
    }

    private Pair pair(
            StoredRelationship whose,
            Policy inForce,
            Policy proposed,
            boolean refold,
            Diagnosing.At before,
            Diagnosing.At after) {
        Relationship state = whose.relationship(inForce);
        if (state == null) {
            throw new IllegalStateException("Relationship %d has no state.".formatted(whose.id()));
        }
        Relationship anew = refold ? refolded(whose, proposed, state) : state;
        return new Pair(whose, before.diagnose(state), after.diagnose(anew));
    }

    /** The state as it would be under the other policy. */
    private Relationship refolded(StoredRelationship whose, Policy proposed, Relationship state) {
        List<Event> history = log.history(whose.id());
        return history.isEmpty() ? state : RelationshipFold.replay(history, proposed);
    }

    private long greatestNumber() {
        return database.sql("select coalesce(max(id), 0) from relationship")
                .query(Long.class)
                .single();
    }

    /** Numbers spread evenly; the same as long as no relationship is added. */
    private static List<Long> numbers(long greatest, int sample) {
        long step = Math.max(1, (greatest + sample - 1) / sample);
        return LongStream.iterate(1, number -> number <= greatest, number -> number + step)
                .boxed()
                .toList();
    }

    private static DryRun summed(List<Pair> pairs, Instant now, long all, String currency) {
        int changeMode = 0;
        int up = 0;
        int down = 0;
        double leavingBefore = 0;
        double leavingAfter = 0;
        double atRiskBefore = 0;
        double atRiskAfter = 0;
        for (Pair pair : pairs) {
            boolean riskBefore = pair.before().leaveProbability() >= RISK_LINE;
            boolean riskAfter = pair.after().leaveProbability() >= RISK_LINE;
            changeMode += pair.before().mode() == pair.after().mode() ? 0 : 1;
            up += !riskBefore && riskAfter ? 1 : 0;
            down += riskBefore && !riskAfter ? 1 : 0;
            leavingBefore += pair.before().leaveProbability();
            leavingAfter += pair.after().leaveProbability();
            atRiskBefore += pair.before().valueAtRisk();
            atRiskAfter += pair.after().valueAtRisk();
        }
        int some = Math.max(1, pairs.size());
        return new DryRun(
                now,
                pairs.size(),
                all,
                changeMode,
                up,
                down,
                RISK_LINE,
                leavingBefore / some,
                leavingAfter / some,
                currency,
                atRiskBefore,
                atRiskAfter,
                modes(pairs),
                moved(pairs));
    }

    private static List<ModeCount> modes(List<Pair> pairs) {
        List<ModeCount> modes = new ArrayList<>();
        List<@Nullable BreakMode> all = new ArrayList<>(List.of(BreakMode.values()));
        all.add(null);
        for (BreakMode mode : all) {
            int before = (int)
                    pairs.stream().filter(pair -> pair.before().mode() == mode).count();
            int after = (int)
                    pairs.stream().filter(pair -> pair.after().mode() == mode).count();
            modes.add(new ModeCount(name(mode), before, after));
        }
        return modes;
    }

    private static @Nullable String name(@Nullable BreakMode mode) {
        return mode == null ? null : mode.name().toLowerCase(Locale.ROOT);
    }

    private static List<Moved> moved(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> Math.abs(pair.move()) > NO_MOVE)
                .sorted(Comparator.comparingDouble((Pair pair) -> -Math.abs(pair.move()))
                        .thenComparingLong(pair -> pair.whose().id()))
                .limit(MOST_MOVED)
                .map(pair -> new Moved(
                        pair.whose().customer(),
                        pair.whose().brand(),
                        name(pair.before().mode()),
                        name(pair.after().mode()),
                        pair.before().leaveProbability(),
                        pair.after().leaveProbability(),
                        causes(pair)))
                .toList();
    }

    private static List<MovedCause> causes(Pair pair) {
        Map<String, Double> before = byCause(pair.before());
        Map<String, Double> after = byCause(pair.after());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new MovedCause(name, before.getOrDefault(name, 0.0), after.getOrDefault(name, 0.0)))
                .filter(cause -> Math.abs(cause.after() - cause.before()) > NO_MOVE)
                .sorted(Comparator.comparingDouble(cause -> -Math.abs(cause.after() - cause.before())))
                .limit(MOST_CAUSES)
                .toList();
    }

    private static Map<String, Double> byCause(Diagnosis diagnosis) {
        Map<String, Double> sums = new HashMap<>();
        for (Contribution contribution : diagnosis.contributions()) {
            sums.merge(contribution.cause().name().toLowerCase(Locale.ROOT), contribution.logit(), Double::sum);
        }
        return sums;
    }
}
