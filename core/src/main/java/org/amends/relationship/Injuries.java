package org.amends.relationship;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.failure.Episode;
import org.amends.failure.Voice;
import org.amends.policy.Confidence;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Weighs each failure of a history: its harm today, how much of it repeats another, and how much is undone. */
final class Injuries {

    /** A complaint of which nobody said what it is about. */
    static final FailureProfile UNNAMED = new FailureProfile(
            new FailureKind("unnamed"),
            FailureType.SERVICE,
            0.3,
            true,
            false,
            0,
            0.4,
            List.of(),
            "no kind given",
            Confidence.CHOSEN);

    private final Circumstances circumstances;
    private final Recoveries recoveries;

    private final Plea plea;

    Injuries(Circumstances circumstances, Plea plea) {
        this.circumstances = circumstances;
        this.plea = plea;
        this.recoveries = new Recoveries(circumstances);
    }

    /** All of them, oldest first; failures of the same moment by severity, so that their order in a file means nothing. */
    List<Injury> all() {
        List<Episode> episodes = new ArrayList<>(circumstances.relationship().episodes());
        if (episodes.isEmpty()) {
            return List.of();
        }
        if (episodes.size() > 1) {
            episodes.sort(Comparator.comparing(Episode::at)
                    .thenComparingDouble(this::severity)
                    .thenComparing(Episode::toString));
        }
        int current = currentOf(episodes);
        List<Injury> injuries = new ArrayList<>(episodes.size());
        boolean deviated = false;
        for (int i = 0; i < episodes.size(); i++) {
            Injury injury = injury(episodes.get(i), injuries, deviated, i == current);
            injuries.add(injury);
            deviated |= injury.failedRecovery();
        }
        return injuries;
    }

    private Injury injury(Episode episode, List<Injury> earlier, boolean deviatedBefore, boolean current) {
        FailureProfile profile = profile(episode);
        double severity = severity(episode);
        boolean controllable = episode.controllable() == null ? profile.controllable() : episode.controllable();
        boolean stable = episode.stable() == null ? profile.stable() : episode.stable();
        double ageDays = circumstances.daysSince(episode.at());
        double likeness = likeness(episode, profile, earlier);
        double fading = fading(episode, ageDays);
        double ease = circumstances.ease();
        double freshBreach = breach(profile, severity, controllable, likeness) * ease;
        Hostility tone = tone(episode, current);
        double rage = tone.ordinal() / 3.0;
        Recoveries.Undoing undoing = recoveries.undoing(
                new Recoveries.Wound(
                        episode, profile, severity, controllable, stable, likeness, rage, earlier.isEmpty()),
                deviatedBefore);
        return new Injury(
                episode,
                profile,
                severity,
                controllable,
                stable,
                ageDays,
                likeness,
                harm(profile, severity, controllable, stable) * loss(episode) * fading * ease,
                circumstances.get(Parameter.REPEAT_HARM) * likeness * severity * fading * ease,
                freshBreach * breachFading(ageDays),
                freshBreach,
                undoing.quality(),
                undoing.failed(),
                fading,
                undoing.undone(),
                undoing.undoneBreach(),
                recoveries.waitedDays(episode),
                rage,
                want(episode, current),
                earlier.isEmpty(),
                current);
    }

    /** The tone of the complaint, or of what is said about the current failure where nobody complained. */
    private Hostility tone(Episode episode, boolean current) {
        Voice voice = episode.voice();
        return voice != null ? voice.hostility() : current ? plea.hostility() : Hostility.CALM;
    }

    private Want want(Episode episode, boolean current) {
        Voice voice = episode.voice();
        return voice != null ? voice.want() : current ? plea.want() : Want.UNKNOWN;
    }

    private FailureProfile profile(Episode episode) {
        return profile(episode.kind(), circumstances.policy());
    }

    /** The catalogue's row for a kind; one that it lacks weighs as what nobody named. */
    private static FailureProfile profile(@Nullable FailureKind kind, Policy policy) {
        return kind == null || !policy.knows(kind) ? UNNAMED : policy.failure(kind);
    }

    private double severity(Episode episode) {
        return severity(episode.severity(), episode.kind(), circumstances.policy());
    }

    /** The severity that was given, else the catalogue's. */
    static double severity(@Nullable Double given, @Nullable FailureKind kind, Policy policy) {
        return given == null ? profile(kind, policy).severity() : given;
    }

    /** A settled failure fades fast, an unsettled one slowly. */
    private double fading(Episode episode, double ageDays) {
        return Decay.remaining(
                ageDays,
                circumstances.get(episode.open() ? Parameter.OPEN_FAILURE_HALF_LIFE : Parameter.COMPLAINT_HALF_LIFE));
    }

    private double breachFading(double ageDays) {
        return Decay.remaining(ageDays, circumstances.get(Parameter.BETRAYAL_HALF_LIFE));
    }

    /** A strong relationship buffers what is mild and fair and magnifies what is grave and unfair. */
    private double harm(FailureProfile profile, double severity, boolean controllable, boolean stable) {
        double size = circumstances.get(Parameter.ACUTE_HARM)
                * StrictMath.pow(severity, circumstances.get(Parameter.SEVERITY_EXPONENT))
                * (1 - profile.betrayal())
                * (controllable ? 1 : circumstances.get(Parameter.UNCONTROLLABLE_SHARE))
                * (stable ? circumstances.get(Parameter.STABLE_FACTOR) : 1);
        double unfairness = controllable ? profile.unfairness() : 0.4 * profile.unfairness();
        double strength = circumstances.strength();
        double relation = 1
                - circumstances.get(Parameter.BUFFER) * strength * (1 - unfairness) * (1 - severity)
                + circumstances.get(Parameter.MAGNIFIER) * strength * unfairness * severity
                + circumstances.get(Parameter.TIER_MAGNIFIER) * circumstances.standingLevel() * severity;
        return size * relation * ratchet();
    }

    /** A large loss makes the same failure worse. */
    private double loss(Episode episode) {
        return 1 + circumstances.get(Parameter.LOSS_HARM) * Decay.saturating(episode.loss(), Risks.NOTABLE_LOSS);
    }

    /** After good recoveries the next failure feels graver. */
    private double ratchet() {
        int successes = circumstances.relationship().successfulComplaints();
        return 1 + circumstances.get(Parameter.RATCHET) * Decay.saturating(successes, 2);
    }

    private double breach(FailureProfile profile, double severity, boolean controllable, double likeness) {
        return circumstances.get(Parameter.BETRAYAL_HARM)
                * severity
                * profile.betrayal()
                * (controllable ? 1 : circumstances.get(Parameter.UNCONTROLLABLE_SHARE))
                * (1
                        + circumstances.get(Parameter.BETRAYAL_SELF_RELEVANCE)
                                * circumstances.bond().selfRelevance()
                        + circumstances.get(Parameter.BETRAYAL_TENURE) * circumstances.longStanding()
                        + circumstances.get(Parameter.BETRAYAL_TIER) * circumstances.standingLevel())
                * (1 + 0.5 * likeness);
    }

    /** The earlier failure that this one repeats most: alike in kind, close in time, and grave. */
    private double likeness(Episode episode, FailureProfile profile, List<Injury> earlier) {
        double most = 0;
        for (Injury other : earlier) {
            double alike = other.profile().kind().equals(profile.kind())
                    ? 1
                    : other.profile().type() == profile.type() ? 0.6 : 0.35;
            double apart = Decay.days(other.episode().at(), episode.at());
            double close = Decay.remaining(apart, circumstances.get(Parameter.CLOSENESS_HALF_LIFE));
            most = Math.max(most, alike * close * StrictMath.sqrt(other.severity()));
        }
        return most;
    }

    /** What the customer speaks of now: what the plea names, else the latest open failure, or the latest at all. */
    private int currentOf(List<Episode> oldestFirst) {
        Episode about = plea.about();
        if (about != null) {
            return oldestFirst.indexOf(about);
        }
        int latest = 0;
        for (int i = 1; i < oldestFirst.size(); i++) {
            if (oldestFirst.get(i).open() || !oldestFirst.get(latest).open()) {
                latest = i;
            }
        }
        return latest;
    }

    /** What the customer speaks of now, or null when nothing failed. */
    static @Nullable Injury current(List<Injury> injuries) {
        for (Injury injury : injuries) {
            if (injury.current()) {
                return injury;
            }
        }
        return null;
    }
}
