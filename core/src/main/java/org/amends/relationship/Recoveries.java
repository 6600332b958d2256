package org.amends.relationship;

import java.time.Instant;
import org.amends.failure.Attempt;
import org.amends.failure.Episode;
import org.amends.failure.Voice;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;

/** How good a recovery was, and what share of the harm it undid or could undo. */
final class Recoveries {

    /** The quality of a good recovery given now, for questions of what could still be undone. */
    static final double GOOD = 0.95;

    /** A recovery never undoes everything (Knox and van Oest 2014). */
    private static final double ALMOST_ALL = 0.97;

    private final Circumstances circumstances;

    Recoveries(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    /**
     * What was undone.
     *
     * @param quality 0 to 1 of what was done, or null when nothing was
     * @param failed a recovery was tried and failed, or a promise about it was broken
     * @param undone share of the harm undone
     * @param undoneBreach share of the breach of trust undone
     */
    record Undoing(@Nullable Double quality, boolean failed, double undone, double undoneBreach) {}

    /** What is known of a failure before its recovery is weighed; the terms are those of {@link Injury}. */
    record Wound(
            Episode episode,
            FailureProfile profile,
            double severity,
            boolean controllable,
            boolean stable,
            double likeness,
            double rage,
            boolean first) {}

    Undoing undoing(Wound wound, boolean deviatedBefore) {
        Episode episode = wound.episode();
        Attempt attempt = episode.attempt();
        Double tried = attempt == null ? null : quality(attempt, episode, wound.profile());
        boolean failed = (tried != null && tried < get(Parameter.POOR_QUALITY))
                || !episode.brokenWords().isEmpty();
        double lag = attempt == null ? closedLag(episode) : Decay.days(begun(episode), attempt.at());
        double ceiling = ceiling(wound.severity(), wound.likeness(), deviatedBefore || failed, wound.rage(), lag);
        if (tried == null && episode.open()) {
            return new Undoing(null, failed, 0, 0);
        }
        double quality = tried == null ? get(Parameter.CLOSED_ONLY) : tried;
        if (failed) {
            return new Undoing(quality, true, 0, 0);
        }
        double finished = episode.open() ? get(Parameter.OPEN_CASE) : 1;
        boolean paradox = wound.first()
                && paradoxical(wound.severity(), wound.controllable(), wound.stable())
                && quality >= get(Parameter.PARADOX_QUALITY);
        double share = paradox ? get(Parameter.PARADOX_RESTORES) : ceiling * quality;
        return new Undoing(quality, false, share * finished, breachShare(ceiling) * quality * finished);
    }

    /** Share of a breach of trust that a recovery of this ceiling undoes. */
    double breachShare(double ceiling) {
        double most = get(Parameter.RECOVERY_CEILING);
        return most == 0 ? 0 : get(Parameter.BETRAYAL_CEILING) * ceiling / most;
    }

    /** Whether the failure allows the paradox: mild, of an unstable cause, under little control. Being first is asked apart. */
    boolean paradoxical(double severity, boolean controllable, boolean stable) {
        return severity <= get(Parameter.PARADOX_MILD) && !controllable && !stable;
    }

    /** The share of harm that the best recovery undoes, given what makes recovery hard. */
    double ceiling(double severity, double likeness, boolean deviated, double rage, double lagDays) {
        double late = 1 - Decay.remaining(lagDays, get(Parameter.LATE_HALF_TIME));
        double market = switch (circumstances.situation().substitutes()) {
            case NONE -> 1 - get(Parameter.MARKET_GAIN);
            case FEW -> 1;
            case MANY -> 1 + get(Parameter.MARKET_GAIN);
        };
        double satisfied = 2 * circumstances.bond().trust() - 1;
        double warmth = circumstances.goodwillShare();
        double share = get(Parameter.RECOVERY_CEILING)
                * (1 - get(Parameter.SEVERITY_LOSS) * severity)
                * (1 - get(Parameter.REPEAT_LOSS) * likeness)
                * (deviated ? 1 - get(Parameter.DEVIATION_LOSS) : 1)
                * (1 - get(Parameter.LATE_LOSS) * late)
                * (1 - get(Parameter.HOSTILITY_LOSS) * rage)
                * (1 - get(Parameter.EXPECTATION_LOSS) * accustomed())
                * market
                * (1 + get(Parameter.SATISFACTION_GAIN) * (0.5 * satisfied + 0.25 * warmth));
        return Math.min(ALMOST_ALL, share);
    }

    /** 0 to 1: how well the recovery was done. What the customer felt outranks what the company recorded and what we infer. */
    private double quality(Attempt attempt, Episode episode, FailureProfile profile) {
        if (attempt.felt() != null) {
            return attempt.felt();
        }
        if (attempt.judgedQuality() != null) {
            return attempt.judgedQuality();
        }
        double waited = Decay.days(begun(episode), attempt.at());
        double procedural = Decay.remaining(waited, get(Parameter.LATE_HALF_TIME));
        double weights = get(Parameter.DISTRIBUTIVE) + get(Parameter.INTERACTIONAL) + get(Parameter.PROCEDURAL);
        return weights == 0
                ? 0
                : (get(Parameter.DISTRIBUTIVE) * distributive(attempt, episode.loss(), profile.type())
                                + get(Parameter.INTERACTIONAL) * attempt.interactional()
                                + get(Parameter.PROCEDURAL) * procedural)
                        / weights;
    }

    /** What was given, matched to what was lost: in kind it counts fully, out of kind by half. */
    private double distributive(Attempt attempt, double loss, FailureType type) {
        double inKind = attempt.matched().contains(type) ? 1 : attempt.matched().isEmpty() ? 0 : 0.5;
        if (!attempt.gaveMoney()) {
            return inKind;
        }
        double size = loss > 0 && attempt.money() > 0 ? offerEffect(attempt.money() / loss) : 0.7;
        return Math.max(inKind < 1 ? inKind : 0, (type == FailureType.MONETARY ? 1 : 0.75) * size);
    }

    /**
     * The effect of compensation divided by loss: S-shaped, steepest between 60 % and 120 %, 1 at the cap, less beyond it.
     * The curve is taken relative to its ends, so that nothing given has no effect.
     */
    double offerEffect(double ratio) {
        double cap = get(Parameter.OFFER_CAP);
        double none = logistic(0);
        double effect = (logistic(Math.min(ratio, cap)) - none) / (logistic(cap) - none);
        return Math.max(0, effect - get(Parameter.OVERCOMPENSATION_LOSS) * Math.max(0, ratio - cap));
    }

    /** After a data breach compensation must meet the expectation, here the loss: less and more both hurt, less hurts more. */
    double breachOfferEffect(double ratio) {
        return ratio <= 1
                ? Math.max(0, 1 - get(Parameter.BREACH_STEEPNESS) * (1 - ratio))
                : Math.max(0, 1 - get(Parameter.BREACH_EXCESS) * (ratio - 1));
    }

    /** Days until the first real answer, still counting when none came; null when the customer did not speak. */
    @Nullable
    Double waitedDays(Episode episode) {
        Voice voice = episode.voice();
        Instant replied = episode.repliedAt();
        if (voice == null && replied == null) {
            return null;
        }
        if (replied != null) {
            return Decay.days(begun(episode), replied);
        }
        return episode.open() ? circumstances.daysSince(begun(episode)) : null;
    }

    /** When the company could begin to answer: when it was told, or when it happened. */
    private static Instant begun(Episode episode) {
        Voice voice = episode.voice();
        return voice == null ? episode.at() : voice.at();
    }

    private double closedLag(Episode episode) {
        Instant closed = episode.resolvedAt();
        return closed == null ? circumstances.daysSince(begun(episode)) : Decay.days(begun(episode), closed);
    }

    /** 0 to 1: how much good recovery the customer is used to, by membership, tenure and earlier success. */
    private double accustomed() {
        return (circumstances.standingLevel()
                        + circumstances.longStanding()
                        + Decay.saturating(circumstances.relationship().successfulComplaints(), 2))
                / 3;
    }

    private double logistic(double ratio) {
        return Decay.probability(get(Parameter.OFFER_STEEPNESS) * (ratio - get(Parameter.OFFER_MIDPOINT)));
    }

    private double get(Parameter parameter) {
        return circumstances.get(parameter);
    }
}
