package org.amends.relationship;

import java.util.List;
import org.amends.event.EventId;
import org.amends.failure.BrokenWord;
import org.amends.failure.Episode;
import org.amends.failure.Voice;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;

/** What failures add to the logit of leaving, and what recoveries take off: acute failure and betrayed trust. */
final class Harms {

    private final Circumstances circumstances;
    private final @Nullable Double promisedDays;

    /** @param promisedDays the answer time promised for the current failure, or null when none was */
    Harms(Circumstances circumstances, @Nullable Double promisedDays) {
        this.circumstances = circumstances;
        this.promisedDays = promisedDays;
    }

    void addTo(List<Contribution> contributions, List<Injury> injuries) {
        for (Injury injury : injuries) {
            failure(contributions, injury);
            breach(contributions, injury);
            handling(contributions, injury);
            if (injury.current() && promisedDays != null) {
                lateAnswer(contributions, injury, promisedDays);
            }
        }
    }

    private void failure(List<Contribution> contributions, Injury injury) {
        EventId event = injury.episode().event();
        add(contributions, event, Cause.FAILURE, injury.harm());
        add(contributions, event, Cause.REPEATED_FAILURE, injury.repeatHarm());
        add(
                contributions,
                injury.recoveryEvent(),
                Cause.RECOVERY,
                -(injury.harm() + injury.repeatHarm()) * injury.undone());
    }

    private void breach(List<Contribution> contributions, Injury injury) {
        add(contributions, injury.episode().event(), Cause.BREACH_OF_TRUST, injury.breach());
        add(contributions, injury.recoveryEvent(), Cause.TRUST_RESTORED, -injury.breach() * injury.undoneBreach());
        for (BrokenWord word : injury.episode().brokenWords()) {
            double fading = Decay.remaining(
                    circumstances.daysSince(word.at()), circumstances.get(Parameter.BETRAYAL_HALF_LIFE));
            add(
                    contributions,
                    word.event(),
                    Cause.BROKEN_PROMISE,
                    circumstances.get(Parameter.BROKEN_PROMISE) * (0.4 + 0.6 * word.severity()) * fading * ease());
        }
    }

    private void handling(List<Contribution> contributions, Injury injury) {
        double weight = (0.3 + 0.7 * injury.severity()) * injury.fading() * ease() * (1 - 0.7 * injury.undone());
        Voice voice = injury.episode().voice();
        EventId complaint = voice == null ? injury.episode().event() : voice.event();
        if (injury.failedRecovery() && injury.episode().brokenWords().isEmpty()) {
            add(
                    contributions,
                    injury.recoveryEvent(),
                    Cause.FAILED_RECOVERY,
                    circumstances.get(Parameter.DOUBLE_DEVIATION)
                            * (0.4 + 0.6 * injury.severity())
                            * injury.fading()
                            * ease());
        }
        add(contributions, complaint, Cause.SLOW_REPLY, slowness(injury.waitedDays()) * weight);
        add(
                contributions,
                complaint,
                Cause.HOSTILITY,
                circumstances.get(Parameter.HOSTILITY_HARM) * injury.rage() * weight);
        if (injury.unvoiced() && injury.open()) {
            add(
                    contributions,
                    injury.episode().event(),
                    Cause.UNVOICED,
                    circumstances.get(Parameter.UNVOICED) * injury.severity() * injury.fading());
        }
    }

    private void lateAnswer(List<Contribution> contributions, Injury injury, double promised) {
        Double waited = injury.waitedDays();
        if (waited != null && waited > promised) {
            Episode episode = injury.episode();
            double late = 0.3 + 0.7 * Decay.saturating(waited - promised, 10);
            add(
                    contributions,
                    episode.event(),
                    Cause.BROKEN_PROMISE,
                    circumstances.get(Parameter.BROKEN_PROMISE) * late * (0.4 + 0.6 * injury.severity()) * ease());
        }
    }

    /** In logits for the gravest failure: nothing at once, the parameter after a month, growing ever more slowly. */
    private double slowness(@Nullable Double waitedDays) {
        double scale = circumstances.get(Parameter.REPLY_DELAY_SCALE);
        return waitedDays == null
                ? 0
                : circumstances.get(Parameter.REPLY_DELAY)
                        * StrictMath.log1p(waitedDays / scale)
                        / StrictMath.log1p(30 / scale);
    }

    private double ease() {
        return circumstances.ease();
    }

    static void add(List<Contribution> contributions, @Nullable EventId event, Cause cause, double logit) {
        if (logit != 0) {
            contributions.add(new Contribution(event, cause, logit));
        }
    }
}
