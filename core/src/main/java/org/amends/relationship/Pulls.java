package org.amends.relationship;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.EventId;
import org.amends.failure.Episode;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;

/** What adds to the logit of leaving without any one great failure: accumulation, fading, competitor pull, departures. */
final class Pulls {

    private final Circumstances circumstances;
    private final Relationship relationship;

    Pulls(Circumstances circumstances) {
        this.circumstances = circumstances;
        this.relationship = circumstances.relationship();
    }

    void addTo(List<Contribution> contributions, List<Injury> injuries, BaseOutlook base) {
        openIssues(contributions, injuries);
        contacts(contributions, injuries);
        cancellations(contributions);
        fading(contributions, base);
        competitors(contributions);
        announced(contributions);
    }

    /** One open issue with its weight among the others. */
    private record Weighted(@Nullable EventId event, double weight) {}

    /** Several issues harm more than their sum; each bears its share of the whole. */
    private void openIssues(List<Contribution> contributions, List<Injury> injuries) {
        List<Weighted> issues = new ArrayList<>();
        for (SmallIssue issue : relationship.smallIssues()) {
            issues.add(new Weighted(null, aged(circumstances.daysSince(issue.since()))));
        }
        double largeShare = circumstances.get(Parameter.LARGE_ISSUE_SHARE);
        for (Injury injury : injuries) {
            if (injury.open()) {
                double size = 1 - (1 - largeShare) * injury.severity();
                issues.add(new Weighted(
                        injury.episode().event(),
                        size * (1 - injury.undone()) * aged(injury.ageDays()) * undigested(injury.episode())));
            }
        }
        double sum = 0;
        for (Weighted issue : issues) {
            sum += issue.weight();
        }
        if (sum > 0) {
            double ceiling = circumstances.get(Parameter.ACCUMULATION_CEILING);
            double whole = circumstances.ease()
                    * ceiling
                    * Decay.saturating(
                            circumstances.get(Parameter.ISSUE_HARM)
                                    * StrictMath.pow(sum, circumstances.get(Parameter.ISSUE_EXPONENT)),
                            ceiling);
            for (Weighted issue : issues) {
                Harms.add(contributions, issue.event(), Cause.OPEN_ISSUE, whole * issue.weight() / sum);
            }
        }
    }

    /** Whoever went on buying has put up with it: each purchase since then takes off a little. */
    private double undigested(Episode episode) {
        Purchases purchases = relationship.purchases();
        long since = purchases == null ? 0 : purchases.count() - episode.purchasesBefore();
        return Decay.remaining((double) since, circumstances.get(Parameter.ISSUE_DIGESTED));
    }

    private double aged(double days) {
        return 1
                + circumstances.get(Parameter.ISSUE_AGE)
                        * Decay.saturating(days, circumstances.get(Parameter.ISSUE_AGE_SCALE));
    }

    private void contacts(List<Contribution> contributions, List<Injury> injuries) {
        for (Injury injury : injuries) {
            int again = injury.episode().contacts() - 1;
            if (again > 0) {
                double fading = Decay.remaining(injury.ageDays(), circumstances.get(Parameter.COMPLAINT_HALF_LIFE));
                Harms.add(
                        contributions,
                        injury.episode().event(),
                        Cause.REPEATED_CONTACT,
                        circumstances.get(Parameter.REPEATED_CONTACT) * Math.min(again, 6) * fading);
            }
        }
    }

    /** The share of purchases undone, with one uneventful purchase added so that one cancellation of one is not everything. */
    private void cancellations(List<Contribution> contributions) {
        double halfLife = circumstances.get(Parameter.COMPLAINT_HALF_LIFE);
        double undone = relationship.cancelled().at(circumstances.now(), halfLife);
        if (undone > 0) {
            double bought = relationship.bought().at(circumstances.now(), halfLife);
            double share = undone / (1 + Math.max(undone, bought));
            Harms.add(contributions, null, Cause.CANCELLATIONS, circumstances.get(Parameter.CANCELLATION) * share);
        }
    }

    private void fading(List<Contribution> contributions, BaseOutlook base) {
        Purchases purchases = relationship.purchases();
        if (!relationship.over()) {
            Harms.add(
                    contributions,
                    purchases == null ? null : purchases.lastId(),
                    Cause.SILENCE,
                    circumstances.get(Parameter.SILENCE)
                            * (Decay.logit(base.endNow()) - Decay.logit(base.endOnRhythm())));
        }
        if (circumstances.situation().attentionRecorded()) {
            double beyond = inattentiveDays() - circumstances.get(Parameter.NEGLECT_GRACE);
            Harms.add(
                    contributions,
                    null,
                    Cause.NEGLECT,
                    circumstances.get(Parameter.NEGLECT)
                            * Decay.saturating(beyond, circumstances.get(Parameter.NEGLECT_SCALE)));
        }
    }

    /** Days since the company last gave attention; since the beginning when it never did. */
    double inattentiveDays() {
        return circumstances.daysSince(
                relationship.lastAttention() == null ? relationship.firstSeen() : relationship.lastAttention());
    }

    private void competitors(List<Contribution> contributions) {
        double halfLife = circumstances.get(Parameter.COMPETITOR_HALF_LIFE);
        double sum = 0;
        for (Sign sign : relationship.competitorSignals()) {
            sum += strength(sign, halfLife);
        }
        if (sum > 0) {
            double ceiling = circumstances.get(Parameter.COMPETITOR_CEILING);
            double whole = ceiling
                    * Decay.saturating(circumstances.get(Parameter.COMPETITOR_SIGNAL) * sum, ceiling)
                    * circumstances.ease();
            for (Sign sign : relationship.competitorSignals()) {
                Harms.add(contributions, sign.event(), Cause.COMPETITOR_SIGNAL, whole * strength(sign, halfLife) / sum);
            }
        }
    }

    private double strength(Sign sign, double halfLife) {
        return sign.strength() * Decay.remaining(circumstances.daysSince(sign.at()), halfLife);
    }

    private void announced(List<Contribution> contributions) {
        Turn turn = relationship.turn();
        if (relationship.standing() == Standing.LEAVING && turn != null) {
            boolean price = "price".equals(turn.reason()) || "competitor".equals(turn.reason());
            Harms.add(
                    contributions,
                    turn.event(),
                    price ? Cause.DEPARTURE_FOR_PRICE : Cause.DEPARTURE_ANNOUNCED,
                    circumstances.get(Parameter.ANNOUNCED)
                            * Decay.remaining(
                                    circumstances.daysSince(turn.at()),
                                    circumstances.get(Parameter.OPEN_FAILURE_HALF_LIFE)));
        }
    }
}
