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
import org.amends.failure.BrokenWord;
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
    private final List<Episode> episodes;

    FactsHistory(RelationshipFacts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
        this.episodes = episodes();
    }

    Situation situation(Duration horizon) {
        return new Situation(NOW, horizon, true, facts.substitutes(), facts.switchingCost());
    }

    Plea plea() {
        return new Plea(
                episodes.isEmpty() ? null : episodes.getFirst(),
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
                episodes,
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

    /** The complaint, the tone, the loss and the answer belong to the current failure, which comes first. */
    private List<Episode> episodes() {
        List<FailureFact> currentFirst = facts.failures().stream()
                .sorted(Comparator.comparing(FailureFact::resolved)
                        .thenComparing(Comparator.comparingDouble(this::weight).reversed())
                        .thenComparingDouble(FailureFact::daysAgo)
                        .thenComparing(FailureFact::toString))
                .toList();
        List<Episode> all = new ArrayList<>();
        for (FailureFact failure : currentFirst) {
            all.add(episode(failure, all.isEmpty()));
        }
        if (all.isEmpty() && somethingIsTheMatter()) {
            all.add(unnamed());
        }
        return all;
    }

    /** How much of a failure is still felt: one more that is milder, or older, does not take the complaint away from the gravest. */
    private double weight(FailureFact failure) {
        return severity(failure) * Decay.remaining(failure.daysAgo(), policy.get(Parameter.COMPLAINT_HALF_LIFE));
    }

    private double severity(FailureFact failure) {
        return Injuries.severity(failure.severity(), failure.kind(), policy);
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
                current || failure.resolved() ? List.of() : brokenWords(at, severity(failure)),
                0);
    }

    /** An answer that was promised and never came is a broken promise about whatever was open by then, new failures or not. */
    private List<BrokenWord> brokenWords(Instant at, double severity) {
        return isOverdue(at) ? List.of(new BrokenWord(null, NOW, severity)) : List.of();
    }

    private boolean isOverdue(Instant at) {
        Double promised = facts.promisedResponseDays();
        return facts.daysToResponse() == null && promised != null && Decay.days(at, NOW) > promised;
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
     * counts as at once: what is not known harms nobody; but where the promised time has passed and nothing is settled, none came:
     * who was promised an answer waits for it, whether they complained or not.
     */
    private @Nullable Instant replied(Instant at, boolean open) {
        Double days = facts.daysToResponse();
        if (days != null) {
            return at.plusMillis(Math.round(days * 86_400_000.0));
        }
        if (open && isOverdue(at)) {
            return facts.complained() ? null : NOW;
        }
        return facts.complained() ? at : null;
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
