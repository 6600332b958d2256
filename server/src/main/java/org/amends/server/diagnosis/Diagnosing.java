package org.amends.server.diagnosis;

import java.time.Instant;
import org.amends.insight.outlook.BaseOutlooks;
import org.amends.policy.Policy;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Relationship;
import org.amends.relationship.Situation;
import org.amends.relationship.Substitutes;
import org.amends.relationship.SwitchingCost;

/** Diagnoses relationships under one policy and one base model, a quarter ahead. Safe for threads. */
public final class Diagnosing {

    private final Policy policy;
    private final BaseInForce base;
    private final Diagnostician diagnostician;
    private final BaseOutlooks outlooks;

    /** Diagnoses under this policy and base model. */
    public Diagnosing(Policy policy, BaseInForce base) {
        this.policy = policy;
        this.base = base;
        this.diagnostician = new Diagnostician(policy);
        this.outlooks = new BaseOutlooks(base.fit(), policy, Instant.EPOCH, Situation.QUARTER);
    }

    /** The policy. */
    public Policy policy() {
        return policy;
    }

    /** The base model. */
    public BaseInForce base() {
        return base;
    }

    /** Diagnoses as of this moment. */
    public At at(Instant now) {
        return new At(
                outlooks.at(now),
                new Situation(now, Situation.QUARTER, base.attentionRecorded(), Substitutes.FEW, SwitchingCost.LOW));
    }

    /** Diagnoses as of one moment. */
    public final class At {

        private final BaseOutlooks outlooks;
        private final Situation situation;

        private At(BaseOutlooks outlooks, Situation situation) {
            this.outlooks = outlooks;
            this.situation = situation;
        }

        /** The same in another market. */
        public At with(Substitutes substitutes, SwitchingCost switchingCost) {
            return new At(
                    outlooks,
                    new Situation(
                            situation.now(),
                            situation.horizon(),
                            situation.attentionRecorded(),
                            substitutes,
                            switchingCost));
        }

        /** The moment and the market. */
        public Situation situation() {
            return situation;
        }

        /** What the base model says of this relationship. */
        public BaseOutlook outlook(Relationship relationship) {
            return outlooks.of(relationship);
        }

        /** What is the matter with this relationship. */
        public Diagnosis diagnose(Relationship relationship) {
            return diagnostician.diagnose(relationship, outlooks.of(relationship), situation);
        }
    }
}
