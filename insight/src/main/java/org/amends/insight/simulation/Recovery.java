package org.amends.insight.simulation;

import java.time.Instant;
import org.amends.event.Event;
import org.amends.event.FailureKind;
import org.amends.insight.simulation.Chance.Stream;

/** What the company gives and promises, and the punishment when it goes wrong. */
final class Recovery {

    private final Walk walk;
    private final Chance chance;

    private int promises;
    private int good;

    Recovery(Walk walk, long seed, long number) {
        this.walk = walk;
        this.chance = Chance.of(seed, number, Stream.RECOVERY);
    }

    /** How many recoveries were good. */
    int good() {
        return good;
    }

    /**
     * Gives one element.
     *
     * @param share of what was at stake; 0 where words are given
     */
    void give(Wound wound, String remedy, double share, double quality) {
        double worth = wound.atStake * share;
        walk.tell(new Event.RemedyGiven(
                walk.header(),
                wound.ref,
                remedy,
                worth < 0.01 ? null : walk.money(worth),
                Math.round(quality * 100) / 100.0));
        if (quality >= Handling.GOOD && wound.relief < Handling.GOOD * 0.9) {
            good++;
        }
        wound.relieve(quality);
    }

    /** Promises a correction within three days; it is kept or broken by then. */
    void promise(Wound wound) {
        String ref = walk.numbered("promise-", ++promises);
        Instant due = walk.instant().plusSeconds(3 * Walk.DAY);
        walk.tell(new Event.PromiseMade(walk.header(), ref, wound.ref, due));
        double kept = walk.scenario.care().kept() * (0.5 + 0.5 * walk.causes.care(walk.who.region()));
        if (chance.happens(kept)) {
            walk.planIn(chance.between(0.3, 2.9), () -> {
                walk.tell(new Event.PromiseKept(walk.header(), ref));
                wound.relieve(Handling.GOOD);
            });
        } else {
            walk.planIn(3.05, () -> breakPromise(ref));
        }
    }

    private void breakPromise(String ref) {
        double severity = Math.round(100 * chance.beta(4, 4)) / 100.0;
        walk.tell(new Event.PromiseBroken(walk.header(), ref, severity));
        Wound wound = new Wound(ref, walk.policy.failure(FailureKind.BROKEN_PROMISE), severity, true, 0, walk.now());
        walk.wounds.add(wound);
        retaliate(wound);
        if (chance.happens(0.5)) {
            walk.planIn(chance.between(1, 6), () -> {
                give(wound, "personal_apology", 0, 0.7);
                wound.open = false;
                walk.tell(new Event.IssueResolved(walk.header(), ref));
            });
        }
    }

    /** A customer for whom the brand was part of their life punishes a breach of trust in public. */
    void retaliate(Wound wound) {
        double selfRelevance = walk.who.selfRelevance();
        double logit = -4.3
                + 1.8 * selfRelevance
                + 1.7 * wound.profile.betrayal() * wound.severity
                + (wound.controllable ? 1.2 * wound.severity : 0)
                + (wound.deviated ? 0.9 : 0)
                + (walk.left ? 0.8 : 0)
                - walk.who.trust() * (1 - selfRelevance);
        if (chance.happens(TrueHazard.probability(logit))) {
            double severity = Math.round(100 * Math.clamp(wound.severity + 0.15 * chance.gaussian(), 0.05, 1)) / 100.0;
            String where = chance.happens(0.55) ? "review_site" : "social_media";
            walk.planIn(
                    0.2 + chance.exponential(6),
                    () -> walk.tell(new Event.PublicCriticism(walk.header(), where, severity)));
        }
    }
}
