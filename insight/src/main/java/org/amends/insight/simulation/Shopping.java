package org.amends.insight.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.amends.event.Event;
import org.amends.event.FailureKind;
import org.amends.event.Tier;
import org.amends.insight.simulation.Chance.Stream;
import org.amends.insight.simulation.CommonCauses.Strike;
import org.amends.insight.simulation.Scenario.Mishap;
import org.amends.insight.simulation.Scenario.Troubles;

/** The customer buys, things go wrong with what was bought, and the loyalty programme counts. */
final class Shopping {

    /** How often the loyalty programme is reviewed. */
    private static final long REVIEW = 91 * Walk.DAY;

    private static final double SMALL_SHARE = Wound.SMALL;

    private record Spent(long at, double amount) {}

    private final Walk walk;
    private final Handling handling;
    private final Troubles troubles;
    private final Chance rhythm;
    private final Chance mishaps;
    private final double misfortune;
    private final double[] kindWeights;
    private final double[] smallWeights;
    private final Deque<Spent> lastYear = new ArrayDeque<>();

    private Tier tier = Tier.NONE;
    private int purchases;
    private boolean wishKnown;

    Shopping(Walk walk, Handling handling, long seed, long number) {
        this.walk = walk;
        this.handling = handling;
        this.troubles = walk.scenario.troubles();
        this.rhythm = Chance.of(seed, number, Stream.RHYTHM);
        this.mishaps = Chance.of(seed, number, Stream.MISHAPS);
        this.misfortune = walk.who.luck() * walk.causes.trouble(walk.who.region());
        this.kindWeights = weights(troubles.kinds());
        this.smallWeights = weights(troubles.smallKinds());
    }

    private static double[] weights(List<Mishap> kinds) {
        return kinds.stream().mapToDouble(Mishap::weight).toArray();
    }

    /** A time of the same day between seven and twenty-two o'clock. */
    static long daytime(long at, Chance chance) {
        return Math.floorDiv(at, Walk.DAY) * Walk.DAY + (long) (chance.between(7, 22) * Walk.HOUR);
    }

    void plan() {
        Traits who = walk.who;
        long end = Math.min(who.dropout(), walk.to);
        double billing = walk.scenario.rhythm().billingDays() * Walk.DAY;
        double meanGap = 7 * Walk.DAY / who.ratePerWeek();
        walk.plan(who.joined(), this::buy);
        double at = who.joined();
        while (true) {
            at += billing > 0 ? billing : rhythm.exponential(meanGap);
            if (!(at < end)) {
                break;
            }
            walk.plan(Math.max(daytime((long) at, rhythm), who.joined() + 1), this::buy);
        }
        walk.plan(who.joined() + REVIEW, this::review);
        planWish();
        for (Strike outage : walk.causes.outages()) {
            if (outage.region() == who.region() && mishaps.happens(troubles.outageReach())) {
                walk.plan(outage.at() + mishaps.below(6 * (int) Walk.HOUR), () -> outage(outage));
            }
        }
    }

    int purchases() {
        return purchases;
    }

    Tier tier() {
        return tier;
    }

    private void planWish() {
        String wish = walk.who.preference();
        if (wish == null) {
            return;
        }
        walk.plan(walk.who.joined() + (long) (rhythm.exponential(20) * Walk.DAY), () -> {
            if (!walk.left) {
                wishKnown = true;
                walk.tell(new Event.PreferenceStated(walk.header(), wish));
                if (rhythm.happens(walk.scenario.wishes().withdrawn())) {
                    walk.planIn(rhythm.between(60, 400), () -> withdraw(wish));
                }
            }
        });
    }

    private void withdraw(String wish) {
        if (!walk.left) {
            wishKnown = false;
            walk.tell(new Event.PreferenceWithdrawn(walk.header(), wish));
        }
    }

    private void buy() {
        if (walk.left) {
            return;
        }
        if (rhythm.happens(walk.scenario.basket().page())) {
            walk.tell(new Event.Visit(walk.header(), "shop"));
        }
        double amount = Math.max(
                1,
                walk.who.meanPurchase()
                        * rhythm.lognormal(1, walk.scenario.basket().spreadWithin()));
        String category = Traits.drawn(walk.scenario.basket().categories(), rhythm);
        purchases++;
        String ref = walk.numbered("order-", purchases);
        walk.tell(new Event.Purchase(walk.header(), ref, walk.money(amount), category));
        lastYear.addLast(new Spent(walk.now(), amount));
        handling.survey(ref);
        follow(ref, amount);
    }

    /** What becomes of an order: at most one thing goes wrong, so that its reference names one failure. */
    private void follow(String ref, double amount) {
        double lag = mishaps.exponential(troubles.lagDays());
        double draw = mishaps.unit();
        double failure = Math.min(0.5, troubles.perPurchase() * misfortune);
        double small = Math.min(0.5, troubles.smallPerPurchase() * misfortune);
        double violation =
                wishKnown ? walk.scenario.wishes().perPurchase() * walk.causes.trouble(walk.who.region()) : 0;
        if ((draw -= failure) < 0) {
            walk.planIn(lag, () -> fail(troubles.kinds().get(mishaps.pick(kindWeights)), ref, amount, 1));
        } else if ((draw -= small) < 0) {
            walk.planIn(
                    lag, () -> fail(troubles.smallKinds().get(mishaps.pick(smallWeights)), ref, amount, SMALL_SHARE));
        } else if ((draw -= violation) < 0) {
            walk.planIn(lag, () -> violate(ref, amount));
        } else if ((draw -= troubles.cancelled()) < 0) {
            walk.planIn(
                    Math.min(lag, 0.2),
                    () -> walk.tell(new Event.PurchaseCancelled(walk.header(), ref, walk.money(amount))));
        } else if ((draw -= troubles.returned()) < 0) {
            walk.planIn(
                    lag + 2,
                    () -> walk.tell(new Event.Return(walk.header(), ref, walk.money(amount * 0.4), "not_needed")));
        }
    }

    private void fail(Mishap mishap, String ref, double amount, double severityShare) {
        double severity = rounded(Math.max(0.02, severityShare * mishaps.beta(mishap.severityA(), mishap.severityB())));
        boolean controllable = mishaps.happens(mishap.controllable());
        boolean stable = mishaps.happens(mishap.stable());
        double atStake = amount * mishap.atStake() * mishaps.between(0.5, 1.5);
        Wound wound = new Wound(ref, walk.policy.failure(mishap.kind()), severity, controllable, atStake, walk.now());
        walk.tell(new Event.Failure(
                walk.header(),
                ref,
                mishap.kind(),
                severity,
                atStake < 0.01 ? null : walk.money(atStake),
                controllable,
                stable));
        handling.suffered(wound);
    }

    private void violate(String ref, double amount) {
        double severity = rounded(mishaps.beta(6, 3));
        walk.tell(new Event.PreferenceViolated(walk.header(), ref, walk.who.preference(), severity));
        handling.suffered(new Wound(
                ref, walk.policy.failure(FailureKind.PREFERENCE_VIOLATION), severity, true, amount * 0.15, walk.now()));
    }

    private void outage(Strike outage) {
        if (walk.left || walk.now() < walk.who.joined()) {
            return;
        }
        double severity = rounded(outage.severity());
        String ref = "outage-" + outage.region() + "-" + outage.at() / Walk.DAY + "-"
                + walk.customer().value();
        walk.tell(new Event.Failure(walk.header(), ref, FailureKind.SERVICE_OUTAGE, severity, null, false, false));
        handling.struck(
                new Wound(ref, walk.policy.failure(FailureKind.SERVICE_OUTAGE), severity, false, 0, walk.now()));
    }

    private void review() {
        if (walk.saidGoodbye) {
            return;
        }
        double spent = 0;
        while (!lastYear.isEmpty() && walk.daysSince(lastYear.getFirst().at()) > 365) {
            lastYear.removeFirst();
        }
        for (Spent each : lastYear) {
            spent += each.amount();
        }
        Tier earned = spent >= walk.scenario.loyalty().gold()
                ? Tier.GOLD
                : spent >= walk.scenario.loyalty().silver() ? Tier.SILVER : Tier.NONE;
        if (earned != tier) {
            tier = earned;
            walk.tell(new Event.MembershipChanged(walk.header(), earned));
        }
        walk.plan(walk.now() + REVIEW, this::review);
    }

    /** Severities are told to two decimals, as a person would. */
    private static double rounded(double severity) {
        return Math.round(severity * 100) / 100.0;
    }
}
