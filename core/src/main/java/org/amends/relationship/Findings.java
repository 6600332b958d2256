package org.amends.relationship;

import java.util.List;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;

/** What is named and flagged: the way of breaking, the silent, the neglected, the paradox, and the answer that fits. */
final class Findings {

    private final Circumstances circumstances;
    private final Relationship relationship;
    private final List<Injury> injuries;
    private final BaseOutlook base;

    Findings(Circumstances circumstances, List<Injury> injuries, BaseOutlook base) {
        this.circumstances = circumstances;
        this.relationship = circumstances.relationship();
        this.injuries = injuries;
        this.base = base;
    }

    /** The way of breaking that contributes most, or null when none reaches the policy's threshold. */
    @Nullable
    BreakMode mode(List<Contribution> contributions) {
        double[] sums = new double[BreakMode.values().length];
        for (Contribution contribution : contributions) {
            BreakMode mode = contribution.mode();
            if (mode != null) {
                sums[mode.ordinal()] += contribution.logit();
            }
        }
        BreakMode most = null;
        double greatest = 0;
        for (BreakMode mode : BreakMode.values()) {
            double sum = sums[mode.ordinal()];
            if (sum > greatest && sum > threshold(mode)) {
                greatest = sum;
                most = mode;
            }
        }
        return most;
    }

    private double threshold(BreakMode mode) {
        return circumstances.get(mode == BreakMode.FADING ? Parameter.FADING_THRESHOLD : Parameter.MODE_THRESHOLD);
    }

    /** Something failed them lately, badly enough to matter, is not made good, and they spoke of nothing. */
    boolean silentSufferer() {
        boolean suffered = false;
        for (Injury injury : injuries) {
            if (injury.ageDays() <= circumstances.get(Parameter.SILENT_DAYS)) {
                if (!injury.unvoiced()) {
                    return false;
                }
                boolean matters = injury.severity() >= circumstances.get(Parameter.SILENT_SEVERITY);
                boolean unmended = injury.open() ? injury.undone() < 0.3 : injury.failedRecovery();
                suffered |= matters && unmended;
            }
        }
        return suffered && !relationship.over();
    }

    /** A customer of long standing, still there, to whom the company has given no attention for long. */
    boolean neglectedLoyal() {
        return circumstances.situation().attentionRecorded()
                && !relationship.over()
                && circumstances.tenureYears() >= circumstances.get(Parameter.LOYAL_YEARS)
                && base.alive() >= 0.5
                && new Pulls(circumstances).inattentiveDays() >= circumstances.get(Parameter.NEGLECTED_DAYS);
    }

    /** The conditions of the paradox, all of them: one failure only, mild, unstable, uncontrolled, and excellently recovered. */
    Paradox paradox() {
        if (injuries.size() != 1 || !relationship.smallIssues().isEmpty()) {
            return Paradox.NONE;
        }
        Injury only = injuries.get(0);
        Double quality = only.quality();
        boolean holds = new Recoveries(circumstances).paradoxical(only.severity(), only.controllable(), only.stable())
                && quality != null
                && quality >= circumstances.get(Parameter.PARADOX_QUALITY)
                && !only.failedRecovery();
        return holds
                ? new Paradox(
                        true,
                        circumstances.get(Parameter.PARADOX_SATISFACTION),
                        circumstances.get(Parameter.PARADOX_LOYALTY))
                : Paradox.NONE;
    }

    /**
     * Parting wins where the brand was part of who the customer is and they have left, or trust is betrayed and a recovery has failed,
     * they are bent on harm, and little can be undone: winning back would make it worse (Johnson, Matear and Thomson 2011).
     */
    boolean parts(@Nullable BreakMode mode, Risks risks, double recoveryPower) {
        double self = circumstances.bond().selfRelevance();
        double attached = circumstances.get(Parameter.PARTING_SELF_RELEVANCE);
        boolean betrayed = mode == BreakMode.BETRAYED_TRUST;
        return switch (relationship.standing()) {
            case PARTED, ERASED -> true;
            case LEFT -> self >= (betrayed ? 0.75 * attached : attached);
            case ACTIVE, LEAVING ->
                !relationship.vulnerable()
                        && self >= attached
                        && betrayed
                        && risks.doublyDeviated()
                        && risks.retaliation() >= circumstances.get(Parameter.PARTING_RETALIATION)
                        && recoveryPower <= circumstances.get(Parameter.PARTING_POWER);
        };
    }

    int openIssues() {
        int open = relationship.smallIssues().size();
        for (Injury injury : injuries) {
            open += injury.open() ? 1 : 0;
        }
        return open;
    }

    /** What the customer has paid a year; a relationship of less than a quarter counts as one of a quarter. */
    double yearlyValue() {
        Purchases purchases = relationship.purchases();
        return purchases == null ? 0 : purchases.total() / Math.max(0.25, circumstances.tenureYears());
    }

    /** One word; whoever has parted, or left a brand that was part of them, is left in peace. */
    Answer answer(@Nullable BreakMode mode, boolean silent, boolean neglected, boolean parts) {
        if (parts) {
            return Answer.PART;
        }
        if (relationship.standing() == Standing.LEFT) {
            return Answer.INVITE;
        }
        if (mode == null) {
            return neglected ? Answer.THANK : silent ? Answer.ASK : Answer.KEEP;
        }
        return switch (mode) {
            case ACUTE_FAILURE -> silent ? Answer.ASK : Answer.RECOVER;
            case ACCUMULATION -> Answer.RESOLVE;
            case FADING -> neglected ? Answer.THANK : silent ? Answer.ASK : Answer.REKINDLE;
            case COMPETITOR_PULL -> Answer.MATCH;
            case BETRAYED_TRUST -> Answer.RESTORE;
        };
    }
}
