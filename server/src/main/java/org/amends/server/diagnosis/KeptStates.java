package org.amends.server.diagnosis;

import org.amends.format.state.StateBytes;
import org.amends.policy.Policy;
import org.amends.relationship.FoldTerms;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;

/** Reads the states of relationships as the store keeps them. */
public final class KeptStates {

    private final FoldTerms terms;

    /** Reads states that were folded under this policy. */
    public KeptStates(Policy policy) {
        this.terms = FoldTerms.of(policy);
    }

    /** The relationship whose state these bytes are. */
    public Relationship read(byte[] state) {
        return RelationshipFold.continued(StateBytes.read(state).snapshot(), terms)
                .relationship();
    }
}
