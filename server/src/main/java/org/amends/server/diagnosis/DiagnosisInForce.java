package org.amends.server.diagnosis;

import java.util.concurrent.atomic.AtomicReference;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Diagnoses under what is in force now. The same one is given until the policy or the base model changes. */
@Component
public final class DiagnosisInForce {

    private final PolicyInForce policies;
    private final BaseModels models;
    private final AtomicReference<@Nullable Diagnosing> latest = new AtomicReference<>();

    DiagnosisInForce(PolicyInForce policies, BaseModels models) {
        this.policies = policies;
        this.models = models;
    }

    /** Under the policy and the base model in force. */
    public Diagnosing diagnosing() {
        Diagnosing known = latest.get();
        Policy policy = policies.policy();
        if (known == null) {
            return renewed();
        }
        if (known.policy() == policy) {
            return known;
        }
        Diagnosing next = new Diagnosing(policy, known.base());
        latest.set(next);
        return next;
    }

    /** Takes the base model that was fitted last, by this server or another. */
    public Diagnosing renewed() {
        Diagnosing known = latest.get();
        BaseInForce base = models.latest();
        Policy policy = policies.policy();
        if (known != null && known.base().id() == base.id() && known.policy() == policy) {
            return known;
        }
        Diagnosing next = new Diagnosing(policy, base);
        latest.set(next);
        return next;
    }
}
