package org.amends.relationship;

import org.amends.policy.Parameter;
import org.amends.policy.Policy;

/**
 * The numbers of a policy that the fold reads. A kept state that was folded under other terms must be folded anew; all other
 * numbers of a policy are read only when a diagnosis is made.
 *
 * @param goodwillHalfLife days
 * @param complaintHalfLife days
 * @param purchaseMoment what one purchase adds to goodwill
 * @param engagementMoment what taking part once adds to goodwill
 */
public record FoldTerms(
        double goodwillHalfLife, double complaintHalfLife, double purchaseMoment, double engagementMoment) {

    /** Raised whenever the fold keeps something else, or otherwise, of the same events. */
    private static final long FOLD_VERSION = 1;

    private static final long MIXER = 0x9E3779B97F4A7C15L;

    /** The terms of this policy. */
    public static FoldTerms of(Policy policy) {
        return new FoldTerms(
                policy.get(Parameter.GOODWILL_HALF_LIFE),
                policy.get(Parameter.COMPLAINT_HALF_LIFE),
                policy.get(Parameter.PURCHASE_MOMENT),
                policy.get(Parameter.ENGAGEMENT_MOMENT));
    }

    /** 64 bits that tell these terms, and this version of the fold, from others. The same on every machine. */
    public long digest() {
        long mixed = FOLD_VERSION * MIXER;
        for (double term : new double[] {goodwillHalfLife, complaintHalfLife, purchaseMoment, engagementMoment}) {
            mixed = (mixed ^ Double.doubleToLongBits(term)) * MIXER;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }
}
