package org.amends.insight.simulation;

import org.amends.event.Event;
import org.amends.insight.simulation.Chance.Stream;
import org.amends.insight.simulation.CommonCauses.Strike;
import org.amends.insight.simulation.Scenario.Rivals;

/** What goes on round a customer whatever fails: attention given and withheld, rivals, and signs of affection. */
final class Surroundings {

    private final Walk walk;
    private final Chance attention;
    private final Chance market;
    private final Chance affection;

    private long lastAttention;
    private long temptedUntil;

    Surroundings(Walk walk, long seed, long number) {
        this.walk = walk;
        this.attention = Chance.of(seed, number, Stream.ATTENTION);
        this.market = Chance.of(seed, number, Stream.MARKET);
        this.affection = Chance.of(seed, number, Stream.AFFECTION);
        this.lastAttention = walk.who.joined();
    }

    void plan() {
        walk.plan(walk.who.joined() + nextAttention(), this::attend);
        Rivals rivals = walk.scenario.rivals();
        for (Strike offer : walk.causes.offers()) {
            if (offer.region() == walk.who.region() && market.happens(rivals.tempted())) {
                tempt(offer.at() + (long) (market.exponential(10) * Walk.DAY));
            }
        }
        if (rivals.perYear() > 0) {
            double gap = 365 * (double) Walk.DAY / rivals.perYear();
            for (double at = walk.who.joined() + market.exponential(gap); at < walk.to; at += market.exponential(gap)) {
                tempt((long) at);
            }
        }
        double warmth = walk.who.trust() * walk.who.selfRelevance();
        repeat(1.2 * walk.who.selfRelevance(), () -> {
            String kind = affection.happens(0.6) ? "product_review" : "community";
            walk.tell(new Event.Engagement(walk.header(), kind));
        });
        repeat(0.8 * warmth, () -> {
            String kind = affection.happens(0.7) ? "referral" : "defended_in_public";
            walk.tell(new Event.Advocacy(walk.header(), kind));
        });
    }

    double daysWithoutAttention() {
        return walk.daysSince(lastAttention);
    }

    boolean isTempted() {
        return walk.now() < temptedUntil;
    }

    private long nextAttention() {
        return (long) (walk.scenario.attention().everyDays() * attention.between(0.6, 1.4) * Walk.DAY);
    }

    private void attend() {
        if (walk.now() >= walk.who.neglectedFrom()) {
            return;
        }
        lastAttention = walk.now();
        String kind = Traits.drawn(walk.scenario.attention().kinds(), attention);
        // Whoever has left gets none, and yet it counts in the world where nothing failed and they stayed.
        if (!walk.saidGoodbye) {
            walk.tell(new Event.AttentionGiven(walk.header(), kind));
        }
        walk.plan(walk.now() + nextAttention(), this::attend);
    }

    private void tempt(long at) {
        if (at < walk.who.joined() || at >= walk.who.dropout()) {
            return;
        }
        long pull = (long) (walk.scenario.rivals().pullDays() * Walk.DAY);
        walk.plan(at, () -> temptedUntil = Math.max(temptedUntil, walk.now() + pull));
        // A quarter of the temptations are never seen by the company.
        int signs = market.happens(0.25) ? 0 : market.happens(0.4) ? 2 : 1;
        for (int i = 0; i < signs; i++) {
            String kind = Traits.drawn(walk.scenario.rivals().signs(), market);
            double strength = Math.round(100 * market.between(0.35, 0.95)) / 100.0;
            walk.plan(at + (long) (market.exponential(8) * Walk.DAY), () -> {
                if (!walk.left) {
                    walk.tell(new Event.CompetitorSignal(walk.header(), kind, strength));
                }
            });
        }
    }

    /** A Poisson process while the customer is one. */
    private void repeat(double perYear, Runnable happening) {
        double gap = 365 * (double) Walk.DAY / Math.max(perYear, 1e-6);
        double end = Math.min(walk.to, walk.who.dropout());
        for (double at = walk.who.joined() + affection.exponential(gap); at < end; at += affection.exponential(gap)) {
            walk.plan((long) at, () -> {
                if (!walk.left) {
                    happening.run();
                }
            });
        }
    }
}
