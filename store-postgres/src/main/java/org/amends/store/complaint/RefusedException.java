package org.amends.store.complaint;

import org.amends.complaint.CaseRules;

/** Something may not be done to a case in its state. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CaseRules.Refusal refusal;

    RefusedException(String reference, CaseRules.Refusal refusal) {
        super("Case %s: %s".formatted(reference, refusal));
        this.refusal = refusal;
    }

    /** Why not. */
    public CaseRules.Refusal refusal() {
        return refusal;
    }
}
