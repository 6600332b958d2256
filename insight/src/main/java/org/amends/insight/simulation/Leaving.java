package org.amends.insight.simulation;

import java.time.Instant;
import org.amends.event.Event;
import org.amends.insight.simulation.Chance.Stream;
import org.amends.insight.simulation.Scenario.Exit;
import org.amends.relationship.BreakMode;
import org.jspecify.annotations.Nullable;

/**
 * Once a week the customer decides whether to go on. The same random number decides in the world that happened and in the
 * world where nothing failed, so that one customer's two fates differ by the failures alone.
 */
final class Leaving {

    private static final long WEEK = 7 * Walk.DAY;

    /** The reason of those who stop for reasons of their own. */
    static final String NATURAL = "natural";

    private final Walk walk;
    private final Surroundings surroundings;
    private final Recovery recovery;
    private final TrueHazard hazard;
    private final Exit exit;
    private final Chance decisions;
    private final Chance chance;

    private boolean leftWithoutFailures;
    private @Nullable Instant leftAt;
    private @Nullable String reason;
    private @Nullable Instant returnedAt;

    Leaving(Walk walk, Surroundings surroundings, Recovery recovery, long seed, long number) {
        this.walk = walk;
        this.surroundings = surroundings;
        this.recovery = recovery;
        this.hazard = walk.scenario.hazard();
        this.exit = walk.scenario.exit();
        this.decisions = Chance.of(seed, number, Stream.DECISIONS);
        this.chance = Chance.of(seed, number, Stream.DEPARTURE);
    }

    void plan() {
        walk.plan(walk.who.joined() + WEEK, this::decide);
        walk.plan(walk.who.dropout(), this::stop);
    }

    @Nullable
    Instant leftAt() {
        return leftAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Instant returnedAt() {
        return returnedAt;
    }

    /** Whether the customer would be one at the end, had nothing failed. */
    boolean wouldHaveStayed() {
        return !leftWithoutFailures && walk.who.dropout() >= walk.to;
    }

    private void decide() {
        if (walk.now() >= walk.who.dropout()) {
            return;
        }
        double draw = decisions.unit();
        double neglect = surroundings.daysWithoutAttention() > hazard.neglectDays() ? hazard.neglect() : 0;
        double pull = surroundings.isTempted() ? hazard.pull() : 0;
        double calm = hazard.intercept() - hazard.trustHold() * (walk.who.trust() - 0.5) + neglect + pull;
        leftWithoutFailures |= draw < TrueHazard.probability(calm);
        if (!walk.left) {
            double acute = acute();
            double issues = hazard.perIssue() * Math.max(0, openIssues() - hazard.freeIssues());
            double betrayal = betrayal();
            if (draw < TrueHazard.probability(calm + acute + issues + betrayal)) {
                leave(mode(acute, issues, neglect, pull, betrayal));
            }
        }
        walk.plan(walk.now() + WEEK, this::decide);
    }

    private double acute() {
        double sum = 0;
        for (Wound wound : walk.wounds) {
            if (!wound.isSmall() && !wound.isBetrayal()) {
                double harm = wound.severity * (1 - wound.relief) * (wound.deviated ? 1 + hazard.deviation() : 1);
                sum += hazard.acute() * harm * TrueHazard.faded(walk.daysSince(wound.at), hazard.acuteHalfLifeDays());
            }
        }
        return sum;
    }

    int openIssues() {
        int open = 0;
        for (Wound wound : walk.wounds) {
            if (wound.open) {
                open++;
            }
        }
        return open;
    }

    private double betrayal() {
        double sum = 0;
        for (Wound wound : walk.wounds) {
            if (wound.isBetrayal()) {
                sum += hazard.betrayal()
                        * wound.severity
                        * (0.4 + 0.6 * walk.who.selfRelevance())
                        * (1 - 0.6 * wound.relief)
                        * TrueHazard.faded(walk.daysSince(wound.at), hazard.betrayalHalfLifeDays());
            }
        }
        return sum;
    }

    /** What weighed most; nothing at all is fading. */
    private static BreakMode mode(double acute, double issues, double neglect, double pull, double betrayal) {
        double[] weights = {acute, issues, neglect, pull, betrayal};
        int most = 2;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > weights[most]) {
                most = i;
            }
        }
        return BreakMode.values()[most];
    }

    private void leave(BreakMode mode) {
        boolean says = chance.happens(exit.saysGoodbye());
        boolean announces = says && chance.happens(exit.announces());
        if (announces) {
            walk.tell(new Event.DepartureAnnounced(walk.header(), told(mode)));
            if (chance.happens(0.15)) {
                walk.planIn(chance.between(0.5, 3), this::wonBack);
                return;
            }
        }
        gone(mode.stableName());
        Wound worst = worst();
        if (worst != null) {
            recovery.retaliate(worst);
        }
        if (says) {
            if (chance.happens(0.4)) {
                walk.tell(new Event.Visit(walk.header(), "cancel_page"));
            }
            walk.planIn(announces ? chance.between(3, 14) : 0.01, () -> sayGoodbye(mode));
        }
    }

    /** A manager calls, makes good what can be made good, and the customer stays. */
    private void wonBack() {
        walk.tell(new Event.AttentionGiven(walk.header(), "personal_call"));
        for (Wound wound : walk.wounds) {
            if (wound.open || wound.relief < 0.5) {
                wound.relief = Math.max(wound.relief, 0.8);
                if (wound.open) {
                    wound.open = false;
                    recovery.give(wound, "personal_apology", 0, 0.85);
                    walk.tell(new Event.IssueResolved(walk.header(), wound.ref));
                }
            }
        }
    }

    private @Nullable Wound worst() {
        Wound worst = null;
        for (Wound wound : walk.wounds) {
            if (worst == null || wound.severity * (1 - wound.relief) > worst.severity * (1 - worst.relief)) {
                worst = wound;
            }
        }
        return worst;
    }

    private void gone(String why) {
        walk.left = true;
        leftAt = walk.instant();
        reason = why;
    }

    private void sayGoodbye(BreakMode mode) {
        walk.saidGoodbye = true;
        boolean parted = mode == BreakMode.BETRAYED_TRUST && walk.who.selfRelevance() > 0.4 && chance.happens(0.35);
        if (parted) {
            walk.tell(new Event.Parted(walk.header()));
            return;
        }
        walk.tell(new Event.Departed(walk.header(), told(mode)));
        if (chance.happens(exit.comesBack())) {
            walk.planIn(chance.between(40, 200), this::comeBack);
        } else if (chance.happens(exit.asksErasure())) {
            walk.planIn(chance.between(5, 40), () -> walk.tell(new Event.Erased(walk.header())));
        }
    }

    private void comeBack() {
        if (walk.now() >= walk.who.dropout()) {
            return;
        }
        walk.left = false;
        walk.saidGoodbye = false;
        leftAt = null;
        reason = null;
        returnedAt = walk.instant();
        for (Wound wound : walk.wounds) {
            wound.relief = Math.max(wound.relief, 0.7);
        }
        walk.tell(new Event.Returned(walk.header()));
    }

    private void stop() {
        if (walk.left) {
            return;
        }
        gone(NATURAL);
        if (chance.happens(exit.closesQuietly())) {
            walk.planIn(chance.between(1, 25), () -> {
                walk.saidGoodbye = true;
                walk.tell(new Event.Departed(walk.header(), chance.happens(0.5) ? "moved" : "no_longer_needed"));
            });
        }
    }

    /** The reason as customers give it. */
    private static String told(BreakMode mode) {
        return switch (mode) {
            case ACUTE_FAILURE, ACCUMULATION -> "service";
            case FADING -> "no_longer_needed";
            case COMPETITOR_PULL -> "price";
            case BETRAYED_TRUST -> "trust";
        };
    }
}
