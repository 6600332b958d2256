package org.amends.insight.simulation;

import org.amends.event.Event;
import org.amends.event.Hostility;
import org.amends.event.ReplyKind;
import org.amends.event.Want;
import org.amends.insight.simulation.Chance.Stream;
import org.amends.insight.simulation.Scenario.Care;
import org.amends.policy.FailureType;
import org.jspecify.annotations.Nullable;

/** After a failure: the customer speaks up or does not, and the company answers well, badly or never. */
final class Handling {

    /** Quality under which a recovery has failed. */
    static final double FAILED = 0.38;

    /** Quality from which a recovery is good. */
    static final double GOOD = 0.6;

    /** A customer who was not answered asks again at most so often. */
    private static final int MOST_CONTACTS = 4;

    private final Walk walk;
    private final Recovery recovery;
    private final Care care;
    private final Chance voice;
    private final Chance chance;
    private final double regionCare;

    private int complaints;

    Handling(Walk walk, Recovery recovery, long seed, long number) {
        this.walk = walk;
        this.recovery = recovery;
        this.care = walk.scenario.care();
        this.voice = Chance.of(seed, number, Stream.VOICE);
        this.chance = Chance.of(seed, number, Stream.CARE);
        this.regionCare = walk.causes.care(walk.who.region());
    }

    int complaints() {
        return complaints;
    }

    /** Something failed: it is repaired unasked, or complained of, or left lying. */
    void suffered(Wound wound) {
        walk.wounds.add(wound);
        double repaired = care.quietRepair() * regionCare * (wound.isSmall() ? 1 : 0.6);
        if (chance.happens(repaired) && !wound.isBetrayal()) {
            walk.planIn(chance.between(0.05, 1), () -> repairUnasked(wound));
            return;
        }
        double logit = walk.scenario.voice().intercept()
                + walk.scenario.voice().severity() * wound.severity
                + walk.who.voice()
                + (wound.controllable ? 0.4 : 0)
                - (wound.isSmall() ? 1 : 0);
        if (voice.happens(TrueHazard.probability(logit))) {
            walk.planIn(0.03 + voice.exponential(walk.scenario.voice().lagDays()), () -> complain(wound));
        }
    }

    /** An outage: it mostly ends by itself within the day, and then few speak of it. */
    void struck(Wound wound) {
        if (!chance.happens(0.8)) {
            suffered(wound);
            return;
        }
        walk.wounds.add(wound);
        walk.planIn(chance.between(0.05, 0.6), () -> close(wound, 0.4));
    }

    /** A purchase may be rated the day after; one that failed is then rated for what it was. */
    void survey(String ref) {
        if (!voice.happens(walk.scenario.voice().answersSurvey())) {
            return;
        }
        walk.planIn(voice.between(0.8, 1.5), () -> {
            if (walk.left) {
                return;
            }
            Wound wound = woundOf(ref);
            double score = wound == null ? 0.65 + 0.35 * walk.who.trust() : 1 - wound.severity - 0.2;
            // A rating that names a failed order would tell of its recovery; this one tells of the company.
            walk.tell(new Event.Feedback(walk.header(), wound == null ? ref : null, stars(score)));
        });
    }

    private @Nullable Wound woundOf(String ref) {
        for (Wound wound : walk.wounds) {
            if (wound.ref.equals(ref)) {
                return wound;
            }
        }
        return null;
    }

    /** A score as one to five stars, brought to 0 to 1, with some noise. */
    private double stars(double score) {
        double noisy = score + 0.15 * voice.gaussian();
        return Math.round(4 * Math.clamp(noisy, 0, 1)) / 4.0;
    }

    private void repairUnasked(Wound wound) {
        if (!wound.open) {
            return;
        }
        double quality = 0.55 + 0.4 * chance.unit();
        recovery.give(wound, matching(wound.profile.type()), 1, quality);
        close(wound, quality);
    }

    private void complain(Wound wound) {
        if (!wound.open || walk.saidGoodbye) {
            return;
        }
        complaints++;
        wound.complained = true;
        wound.contacts++;
        Hostility hostility = hostility(wound);
        walk.tell(
                new Event.Complaint(
                        walk.header(),
                        wound.ref,
                        wound.kind,
                        Math.round(100 * Math.clamp(wound.severity + 0.1 * voice.gaussian(), 0, 1)) / 100.0,
                        wound.atStake < 0.01 ? null : walk.money(wound.atStake * (1 + 0.3 * voice.unit())),
                        want(wound),
                        hostility),
                Phrases.complaint(walk.who.language(), wound.kind, hostility, voice));
        if (chance.happens(0.6)) {
            walk.planIn(0.002, () -> walk.tell(new Event.ReplySent(walk.header(), wound.ref, ReplyKind.AUTOMATIC)));
        }
        awaitAnswer(wound);
    }

    private void awaitAnswer(Wound wound) {
        double ignored = Math.min(0.6, care.ignored() / regionCare);
        double days = chance.happens(ignored)
                ? Double.POSITIVE_INFINITY
                : chance.lognormal(care.replyMedianDays() / regionCare, care.replySpread());
        double patience = Math.max(0.5, walk.who.patienceDays() * voice.between(0.7, 1.3));
        if (days <= patience || wound.contacts >= MOST_CONTACTS) {
            if (days < Double.POSITIVE_INFINITY) {
                walk.planIn(days, () -> answer(wound));
            }
            return;
        }
        walk.planIn(patience, () -> askAgain(wound));
    }

    private void askAgain(Wound wound) {
        if (!wound.open || walk.saidGoodbye) {
            return;
        }
        if (walk.left || voice.happens(0.35)) {
            return;
        }
        wound.contacts++;
        walk.tell(new Event.Contact(walk.header(), wound.ref, voice.happens(0.5) ? "phone" : "chat"));
        if (chance.happens(0.25)) {
            walk.planIn(0.1, () -> walk.tell(new Event.ReplySent(walk.header(), wound.ref, ReplyKind.STATUS_UPDATE)));
        }
        awaitAnswer(wound);
    }

    private void answer(Wound wound) {
        if (!wound.open) {
            return;
        }
        boolean explains = chance.happens(0.35);
        walk.tell(new Event.ReplySent(walk.header(), wound.ref, explains ? ReplyKind.EXPLANATION : ReplyKind.ANSWER));
        double again = wound.deviated ? 0.12 : 0;
        double quality =
                Math.clamp(chance.beta(care.qualityA(), care.qualityB()) - 0.25 * (1 - regionCare) + again, 0.02, 0.99);
        walk.planIn(chance.between(0.01, 0.8), () -> recover(wound, quality));
    }

    private void recover(Wound wound, double quality) {
        if (!wound.open) {
            return;
        }
        if (chance.happens(0.35 + 0.6 * quality)) {
            recovery.give(wound, "apology", 0, quality);
        }
        if (wound.profile.type() != FailureType.ATTENTION || chance.happens(0.5)) {
            recovery.give(wound, quality < FAILED ? "credit" : matching(wound.profile.type()), 0.3 + quality, quality);
        }
        if (chance.happens(care.promised())) {
            recovery.promise(wound);
        }
        if (quality >= FAILED) {
            close(wound, quality);
            rate(wound, quality);
            return;
        }
        failed(wound, quality);
    }

    /** A recovery that failed: the company often thinks the case closed, the customer does not. */
    private void failed(Wound wound, double quality) {
        boolean first = !wound.deviated;
        wound.deviated = true;
        rate(wound, quality);
        recovery.retaliate(wound);
        if (first && !walk.left && voice.happens(0.6)) {
            walk.planIn(voice.between(0.5, 4), () -> complain(wound));
        } else if (chance.happens(0.5)) {
            close(wound, quality);
        }
    }

    private void close(Wound wound, double quality) {
        wound.open = false;
        wound.relieve(quality);
        walk.tell(new Event.IssueResolved(walk.header(), wound.ref));
    }

    private void rate(Wound wound, double quality) {
        if (voice.happens(0.25)) {
            double score = stars(quality);
            walk.planIn(voice.between(0.2, 3), () -> walk.tell(new Event.Feedback(walk.header(), wound.ref, score)));
        }
    }

    private Want want(Wound wound) {
        if (wound.profile.type() == FailureType.ATTENTION) {
            return voice.happens(0.7) ? Want.ESTEEM : Want.BOTH;
        }
        return voice.happens(0.75) ? Want.ECONOMIC : voice.happens(0.5) ? Want.BOTH : Want.UNKNOWN;
    }

    private Hostility hostility(Wound wound) {
        double heat = 2.2 * wound.severity
                + 1.2 * wound.profile.betrayal() * walk.who.selfRelevance()
                + (wound.deviated ? 0.9 : 0)
                + 0.6 * voice.gaussian()
                - 0.4;
        return Hostility.values()[Math.clamp(Math.round(heat), 0, 3)];
    }

    private static String matching(FailureType type) {
        return switch (type) {
            case MONETARY -> "refund";
            case PRODUCT -> "replacement";
            case SERVICE -> "redo_service";
            case ATTENTION -> "explanation";
        };
    }
}
