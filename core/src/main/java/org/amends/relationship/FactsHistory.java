package org.amends.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.amends.event.CustomerId;
import org.amends.event.Hostility;
import org.amends.failure.Attempt;
import org.amends.failure.Episode;
import org.amends.failure.FeltRecovery;
import org.amends.failure.Voice;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Builds the state that a history would have left, from a few facts; from there on nothing differs. */
final class FactsHistory {

    /** The moment to which facts refer. Only differences of time matter, so any fixed one serves. */
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final double DAYS_A_YEAR = 365.25;
    private static final double LN_2 = 0.6931471805599453;

    /** How plain a noticed rival is. */
    private static final double NOTICED = 0.8;

    private final RelationshipFacts facts;
    private final Policy policy;

    FactsHistory(RelationshipFacts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    Situation situation(Duration horizon) {
        return new Situation(NOW, horizon, true, facts.substitutes(), facts.switchingCost());
    }

    Plea plea() {
        return new Plea(
                facts.promisedResponseDays(),
                facts.offerRatio(),
                facts.annualValue(),
                facts.motive(),
                facts.hostility());
    }

    Relationship relationship() {
        Instant begun = ago(facts.tenureYears() * DAYS_A_YEAR);
        DecayedSum nothing = new DecayedSum(0, NOW);
        return new Relationship(
                new CustomerId("facts"),
                null,
                begun,
                NOW,
                facts.alreadyLeft() ? Standing.LEFT : Standing.ACTIVE,
                facts.alreadyLeft() ? new Turn(null, NOW, null) : null,
                facts.tier(),
                null,
                new DecayedSum(facts.recentPositiveMoments() + purchaseMoments(), NOW),
                nothing,
                nothing,
                nothing,
                nothing,
                nothing,
                nothing,
                ago(facts.companyAttentionLastDays()),
                episodes(),
                smallIssues(),
                facts.competitorSignal() ? List.of(new Sign(null, NOW, NOTICED)) : List.of(),
                List.of(),
                Set.of(),
                facts.pastComplaintsSuccessful(),
                facts.vulnerable(),
                new Bond(facts.selfRelevance(), facts.trust()));
    }

    BaseOutlook outlook(Duration horizon) {
        BaseOutlook living =
                new AgeBase(policy).outlook(facts.tenureYears(), facts.ordersPerYear(), facts.annualValue(), horizon);
        return facts.alreadyLeft() ? new BaseOutlook(living.endOnRhythm(), living.endNow(), 0, 0, 0) : living;
    }

    /** What steady purchases since the beginning would have left of goodwill. */
    private double purchaseMoments() {
        double halfLifeYears = policy.get(Parameter.GOODWILL_HALF_LIFE) / DAYS_A_YEAR;
        double mean = halfLifeYears / LN_2;
        double fullness = Decay.saturating(facts.tenureYears(), mean);
        return policy.get(Parameter.PURCHASE_MOMENT) * facts.ordersPerYear() * mean * fullness;
    }

    /** The complaint, the tone, the loss and the answer belong to the current failure. */
    private List<Episode> episodes() {
        List<FailureFact> latestFirst = facts.failures().stream()
                .sorted(Comparator.comparing(FailureFact::resolved)
                        .thenComparingDouble(FailureFact::daysAgo)
                        .thenComparing(FailureFact::toString))
                .toList();
        List<Episode> episodes = new ArrayList<>();
        for (FailureFact failure : latestFirst) {
            episodes.add(episode(failure, episodes.isEmpty()));
        }
        if (episodes.isEmpty() && somethingIsTheMatter()) {
            episodes.add(unnamed());
        }
        return episodes;
    }

    private boolean somethingIsTheMatter() {
        return facts.complained()
                || facts.hostility() != Hostility.CALM
                || facts.lossAmount() > 0
                || facts.daysToResponse() != null
                || facts.offerRatio() != null;
    }

    private Episode episode(FailureFact failure, boolean current) {
        Instant at = ago(failure.daysAgo());
        Voice voice = current ? voice(at) : null;
        Instant replied = current ? replied(at, !failure.resolved()) : null;
        return new Episode(
                null,
                failure.kind(),
                failure.severity(),
                at,
                failure.controllable(),
                null,
                current ? facts.lossAmount() : 0,
                voice,
                replied,
                false,
                false,
                voice == null ? 0 : 1,
                attempt(failure.recovery(), replied == null ? at : replied),
                failure.resolved() ? at : null,
                List.of(),
                0);
    }

    private Episode unnamed() {
        return new Episode(
                null,
                null,
                null,
                NOW,
                null,
                null,
                facts.lossAmount(),
                voice(NOW),
                replied(NOW, true),
                false,
                false,
                1,
                null,
                null,
                List.of(),
                0);
    }

    private @Nullable Voice voice(Instant at) {
        return facts.complained() ? new Voice(null, at, facts.motive(), facts.hostility()) : null;
    }

    /**
     * After the failure by as many days; that may lie ahead, when somebody asks what if the answer took so long. Not known
     * counts as at once: what is not known harms nobody; but where the promised time has passed and nothing is settled, none came.
     */
    private @Nullable Instant replied(Instant at, boolean open) {
        Double days = facts.daysToResponse();
        if (days == null) {
            Double promised = facts.promisedResponseDays();
            boolean overdue = open && promised != null && Decay.days(at, NOW) > promised;
            return facts.complained() && !overdue ? at : null;
        }
        return at.plusMillis(Math.round(days * 86_400_000.0));
    }

    private @Nullable Attempt attempt(FeltRecovery recovery, Instant at) {
        Double felt = switch (recovery) {
            case NONE -> null;
            case POOR -> 0.1;
            case GOOD -> 0.7;
            case EXCELLENT -> 1.0;
        };
        return felt == null ? null : Attempt.felt(null, at, felt);
    }

    /** Ages spread evenly up to the oldest; an age that nothing explains is one small issue more. */
    private List<SmallIssue> smallIssues() {
        List<SmallIssue> issues = new ArrayList<>();
        int count = Math.min(facts.openSmallIssues(), 1_000);
        for (int i = 0; i < count; i++) {
            issues.add(new SmallIssue(ago(facts.oldestOpenIssueDays() * (count - i) / count)));
        }
        double explained = facts.failures().stream()
                .filter(failure -> !failure.resolved())
                .mapToDouble(FailureFact::daysAgo)
                .max()
                .orElse(0);
        if (count == 0 && facts.oldestOpenIssueDays() > explained) {
            issues.add(new SmallIssue(ago(facts.oldestOpenIssueDays())));
        }
        return issues;
    }

    private static Instant ago(double days) {
        return NOW.minusMillis(Math.round(days * 86_400_000.0));
    }
}
