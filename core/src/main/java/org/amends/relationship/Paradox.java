package org.amends.relationship;

/**
 * The service recovery paradox: after an excellent recovery satisfaction can exceed that of a customer who was never failed.
 * It needs a mild, first failure of an unstable cause over which the company had little control (Magnini et al. 2007).
 * Satisfaction is never reported as loyalty.
 *
 * @param possible whether all conditions hold
 * @param satisfactionLift rise of satisfaction above the time before the failure, 0 to 1
 * @param loyaltyLift rise of loyalty, in logits; 0 unless a company's own data say otherwise
 */
public record Paradox(boolean possible, double satisfactionLift, double loyaltyLift) {

    /** No paradox. */
    public static final Paradox NONE = new Paradox(false, 0, 0);
}
