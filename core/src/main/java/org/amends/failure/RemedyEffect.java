package org.amends.failure;

import java.util.Map;
import org.amends.policy.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * How far a remedy on record is taken to have been felt, by what it was called.
 *
 * <p>It is not made from the policy's remedy catalogue. That one predicts a plan, from shares of three dimensions that belong to one
 * policy. This one understands a history, which is folded once for all policies: what was lost counts as made good by kind and amount,
 * handling by the time that it took, so that of the three dimensions only respect is left to the name; it is added up over the remedies
 * given, and names that only records use are understood ({@code call}, {@code correction}, {@code recognition}).
 *
 * @param matches the failure type that it makes good in kind, or null when it makes none good in kind
 * @param money whether it is money or worth money
 * @param interactional 0 to 1: how far it restores respect
 */
record RemedyEffect(@Nullable FailureType matches, boolean money, double interactional) {

    /** A remedy of a name that the vocabulary does not have: something was given. */
    private static final RemedyEffect OTHER = new RemedyEffect(null, true, 0.2);

    private static final Map<String, RemedyEffect> BY_NAME = Map.ofEntries(
            Map.entry("statutory_remedy", new RemedyEffect(FailureType.MONETARY, true, 0)),
            Map.entry("refund", new RemedyEffect(FailureType.MONETARY, true, 0)),
            Map.entry("price_reduction", new RemedyEffect(FailureType.MONETARY, true, 0)),
            Map.entry("compensation", new RemedyEffect(FailureType.MONETARY, true, 0)),
            Map.entry("credit", new RemedyEffect(null, true, 0)),
            Map.entry("gift", new RemedyEffect(null, true, 0.3)),
            Map.entry("replacement", new RemedyEffect(FailureType.PRODUCT, false, 0)),
            Map.entry("repair", new RemedyEffect(FailureType.PRODUCT, false, 0)),
            Map.entry("redo_service", new RemedyEffect(FailureType.SERVICE, false, 0)),
            Map.entry("correction", new RemedyEffect(FailureType.MONETARY, false, 0)),
            Map.entry("apology", new RemedyEffect(FailureType.ATTENTION, false, 0.7)),
            Map.entry("personal_apology", new RemedyEffect(FailureType.ATTENTION, false, 1)),
            Map.entry("explanation", new RemedyEffect(null, false, 0.4)),
            Map.entry("voice", new RemedyEffect(null, false, 0.4)),
            Map.entry("recognition", new RemedyEffect(FailureType.ATTENTION, false, 0.6)),
            Map.entry("status_gesture", new RemedyEffect(FailureType.ATTENTION, false, 0.6)),
            Map.entry("named_contact", new RemedyEffect(null, false, 0.5)),
            Map.entry("human_contact", new RemedyEffect(null, false, 0.5)),
            Map.entry("call", new RemedyEffect(null, false, 0.5)),
            Map.entry("proactive_contact", new RemedyEffect(null, false, 0.5)),
            Map.entry("preference_fix", new RemedyEffect(FailureType.ATTENTION, false, 0.5)),
            Map.entry("breach_notice", new RemedyEffect(null, false, 0.3)),
            Map.entry("process_fix_report", new RemedyEffect(null, false, 0.4)),
            Map.entry("clean_exit", new RemedyEffect(null, false, 0.3)));

    /** The effect of a remedy by its name. */
    static RemedyEffect of(String name) {
        return BY_NAME.getOrDefault(name, OTHER);
    }
}
