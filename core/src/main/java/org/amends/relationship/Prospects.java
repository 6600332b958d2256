package org.amends.relationship;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.FailureKind;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;

/** What a recovery given now, or the offer that is being weighed, could still undo. */
final class Prospects {

    private final Circumstances circumstances;
    private final Recoveries recoveries;

    Prospects(Circumstances circumstances) {
        this.circumstances = circumstances;
        this.recoveries = new Recoveries(circumstances);
    }

    /**
     * The share of the damage of failures that can still be undone.
     *
     * @param offerRatio compensation divided by loss, or null to ask for a good recovery
     * @return 0 to 1; 0 when nothing was damaged
     */
    double recoveryPower(List<Injury> injuries, @Nullable Double offerRatio) {
        double damage = 0;
        double power = 0;
        for (Injury injury : injuries) {
            damage += injury.total();
            power += still(injury, offerRatio);
        }
        double issues = circumstances.relationship().smallIssues().size() * circumstances.get(Parameter.ISSUE_HARM);
        double total = damage + issues;
        double closing = offerRatio == null ? Recoveries.GOOD * circumstances.get(Parameter.RECOVERY_CEILING) : 0;
        return total == 0 ? 0 : (power + issues * closing) / total;
    }

    /** Logits that a good recovery now could take off. */
    double recoverable(List<Injury> injuries) {
        double sum = 0;
        for (Injury injury : injuries) {
            sum += still(injury, null);
        }
        return sum;
    }

    /** What the offer takes off the logit of leaving, for each failure that it is made for. */
    List<Contribution> offered(List<Injury> injuries, double offerRatio) {
        List<Contribution> taken = new ArrayList<>();
        for (Injury injury : injuries) {
            if (injury.open()) {
                Harms.add(taken, injury.episode().event(), Cause.OFFER, -still(injury, offerRatio));
            }
        }
        return taken;
    }

    /** Logits that could still be undone of one failure, beyond what already is. */
    private double still(Injury injury, @Nullable Double offerRatio) {
        double effect = offerRatio == null ? 1 : offerEffect(injury, offerRatio);
        double best = share(injury) * effect;
        double bestBreach = recoveries.breachShare(ceilingNow(injury)) * Recoveries.GOOD * effect;
        return (injury.harm() + injury.repeatHarm()) * Math.max(0, best - injury.undone())
                + injury.breach() * Math.max(0, bestBreach - injury.undoneBreach());
    }

    private double share(Injury injury) {
        boolean paradox = injury.first()
                && injury.quality() == null
                && recoveries.paradoxical(injury.severity(), injury.controllable(), injury.stable());
        double ceiling = ceilingNow(injury);
        return paradox
                ? Math.max(ceiling, circumstances.get(Parameter.PARADOX_RESTORES)) * Recoveries.GOOD
                : ceiling * Recoveries.GOOD;
    }

    private double ceilingNow(Injury injury) {
        Double waited = injury.waitedDays();
        double lag = Math.max(injury.ageDays(), waited == null ? 0 : waited);
        return recoveries.ceiling(injury.severity(), injury.likeness(), injury.failedRecovery(), injury.rage(), lag);
    }

    /**
     * What the offered money does of what a good recovery would do. Money without words does about half; it does little where
     * the company was not responsible or respect was lost, and after a data breach it must meet the expectation.
     */
    private double offerEffect(Injury injury, double ratio) {
        FailureProfile profile = injury.profile();
        double money = profile.kind().equals(FailureKind.PRIVACY_BREACH)
                ? recoveries.breachOfferEffect(ratio)
                : recoveries.offerEffect(ratio);
        double fitting = profile.type() == FailureType.ATTENTION ? 0.7 : 1;
        double responsible = injury.controllable() ? 1 : circumstances.get(Parameter.UNCONTROLLABLE_OFFER);
        double wanted = switch (injury.want()) {
            case ESTEEM -> circumstances.get(Parameter.ESTEEM_OFFER);
            case BOTH -> (1 + circumstances.get(Parameter.ESTEEM_OFFER)) / 2;
            case ECONOMIC, UNKNOWN -> 1;
        };
        return circumstances.get(Parameter.MONEY_ALONE) * money * fitting * responsible * wanted;
    }
}
