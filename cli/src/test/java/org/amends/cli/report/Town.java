package org.amends.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.ReplyKind;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.amends.money.Money;
import org.amends.policy.Policy;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.amends.relationship.Situation;
import org.amends.story.CustomerFacts;

/** The customers of an invented shop, drawn from a seed: enough of everything that a report can tell of. */
final class Town {

    static final Instant NOW = Instant.parse("2026-06-30T22:00:00Z");
    static final Duration HORIZON = Duration.ofDays(90);

    private static final FailureKind[] KINDS = {
        FailureKind.LATE_DELIVERY,
        FailureKind.LATE_DELIVERY,
        FailureKind.LATE_DELIVERY,
        FailureKind.MISSING_ITEM,
        FailureKind.MISSING_ITEM,
        FailureKind.WRONG_ITEM,
        FailureKind.DEFECTIVE_PRODUCT,
        FailureKind.BILLING_ERROR,
        FailureKind.RUDE_CONTACT,
        FailureKind.LONG_WAIT,
        FailureKind.IGNORED_CONTACT,
        FailureKind.PRIVACY_BREACH,
        FailureKind.QUALITY_DECLINE,
        FailureKind.MISLEADING_INFORMATION,
    };

    private final Currency currency;
    private final Diagnostician diagnostician = new Diagnostician(Policy.standard());
    private int ids;

    Town(Currency currency) {
        this.currency = currency;
    }

    /** Customers from..to, each the same in every call. */
    void stream(int from, int to, ReportCollector collector) {
        for (int i = from; i < to; i++) {
            List<Event> history = history(i, new SplittableRandom(7_919L * i + 13));
            Relationship relationship = RelationshipFold.replay(history, Policy.standard());
            Diagnosis diagnosis = diagnostician.diagnose(
                    relationship,
                    outlook(relationship),
                    new Situation(
                            NOW,
                            HORIZON,
                            true,
                            org.amends.relationship.Substitutes.FEW,
                            org.amends.relationship.SwitchingCost.LOW));
            collector.add(CustomerFacts.of(relationship, relationship.over()), diagnosis, history);
        }
    }

    private static BaseOutlook outlook(Relationship relationship) {
        Purchases purchases = relationship.purchases();
        double span = Math.max(
                10, Duration.between(purchases.first(), purchases.last()).toDays());
        double gap = span / Math.max(1, purchases.repeats());
        double silence = Duration.between(purchases.last(), NOW).toDays();
        double onRhythm = Math.min(0.4, 0.06 + 0.3 / (1 + purchases.repeats()));
        double beyond = Math.max(0, silence / gap - 2);
        double endNow = 1 - (1 - onRhythm) * Math.exp(-beyond / 6);
        double worth = purchases.total() / purchases.count() * Math.min(40, 365 / gap * 1.2) * (1 - endNow * 0.5);
        return new BaseOutlook(onRhythm, Math.max(onRhythm, endNow), 1 - endNow, 90 / gap * (1 - endNow), worth);
    }

    private List<Event> history(int customer, SplittableRandom random) {
        ids = 0;
        List<Event> events = new ArrayList<>();
        String id = "K-" + (100_000 + customer * 37 % 900_000);
        double days = 40 + random.nextDouble() * random.nextDouble() * 2600;
        double gap = 6 + random.nextDouble() * 40;
        double stops = random.nextDouble() < 0.10
                ? random.nextDouble() * 0.3 * days
                : Math.min(days / 2, random.nextDouble() * gap);
        for (double ago = days; ago > stops; ago -= gap * (0.4 + 1.2 * random.nextDouble())) {
            events.add(new Event.Purchase(header(id, ago), null, money(15 + random.nextDouble() * 90), "food"));
        }
        if (random.nextDouble() < 0.7) {
            events.add(new Event.AttentionGiven(header(id, random.nextDouble() * Math.min(days, 300)), "call"));
        }
        if (random.nextDouble() < 0.15) {
            events.add(new Event.MembershipChanged(header(id, days * 0.5), Tier.GOLD));
        }
        int failures = random.nextDouble() < 0.14 ? random.nextInt(1, 3) : 0;
        for (int i = 0; i < failures; i++) {
            double severity = 0.15 + 0.75 * random.nextDouble();
            failure(events, id, Math.min(days, 2 + random.nextDouble() * 150), severity, random);
        }
        int small = random.nextDouble() < 0.06 ? random.nextInt(4, 9) : 0;
        for (int i = 0; i < small; i++) {
            failure(
                    events,
                    id,
                    Math.min(days, 20 + random.nextDouble() * 120),
                    0.02 + 0.08 * random.nextDouble(),
                    random);
        }
        extras(events, id, days, random);
        return events;
    }

    private void failure(List<Event> events, String id, double ago, double severity, SplittableRandom random) {
        String ref = id + "-case-" + events.size();
        FailureKind kind = KINDS[random.nextInt(KINDS.length)];
        events.add(new Event.Failure(
                header(id, ago), ref, kind, severity, money(5 + random.nextDouble() * 60), null, null));
        if (random.nextDouble() < 0.45) {
            return;
        }
        double complained = ago * 0.97;
        Hostility tone = Hostility.values()[random.nextInt(random.nextInt(1, 5))];
        events.add(new Event.Complaint(header(id, complained), ref, kind, severity, null, Want.ECONOMIC, tone));
        if (random.nextDouble() < 0.6) {
            double replied = complained * (0.5 + 0.5 * random.nextDouble());
            events.add(new Event.ReplySent(header(id, replied), ref, ReplyKind.ANSWER));
            if (random.nextDouble() < 0.7) {
                double quality = random.nextDouble();
                events.add(new Event.RemedyGiven(
                        header(id, replied * 0.95), ref, "refund", money(4 + random.nextDouble() * 30), quality));
                if (quality > 0.4) {
                    events.add(new Event.IssueResolved(header(id, replied * 0.9), ref));
                }
            }
        }
    }

    private void extras(List<Event> events, String id, double days, SplittableRandom random) {
        double chance = random.nextDouble();
        double ago = Math.min(days, random.nextDouble() * 60);
        if (chance < 0.03) {
            events.add(new Event.CompetitorSignal(header(id, ago), "price_match", 0.9));
            events.add(new Event.CompetitorSignal(header(id, ago * 0.5), "portability", 1));
        } else if (chance < 0.05) {
            events.add(new Event.PreferenceStated(header(id, days * 0.9), "vegetarian"));
            events.add(new Event.PreferenceViolated(header(id, ago), null, "vegetarian", 0.9));
        } else if (chance < 0.06) {
            events.add(new Event.DepartureAnnounced(header(id, ago), "service"));
        } else if (chance < 0.08) {
            events.add(new Event.Departed(header(id, ago), "moved"));
        } else if (chance < 0.085) {
            events.add(new Event.PublicCriticism(header(id, ago), "review", 0.8));
        }
    }

    private EventHeader header(String customer, double daysAgo) {
        Instant time = NOW.minusSeconds((long) (daysAgo * 86_400));
        return new EventHeader(new EventId(customer + "/" + ids++), new CustomerId(customer), null, time);
    }

    private Money money(double amount) {
        return new Money(currency, Math.round(amount * 100));
    }
}
