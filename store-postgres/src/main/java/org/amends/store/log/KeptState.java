package org.amends.store.log;

import java.util.Arrays;
import org.amends.format.state.StateBytes;
import org.amends.policy.Policy;
import org.amends.relationship.FoldTerms;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;

/** The state of a relationship as it lies in the database. Equal when all bytes are. */
public final class KeptState {

    private final byte[] bytes;

    KeptState(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The state understood.
     *
     * @param policy the one under which it was folded
     * @throws org.amends.format.state.UnreadableStateException when it was spoiled
     */
    public Relationship relationship(Policy policy) {
        return RelationshipFold.continued(StateBytes.read(bytes).snapshot(), FoldTerms.of(policy))
                .relationship();
    }

    /** Whether it was folded under the terms of this policy. */
    public boolean isOf(Policy policy) {
        return StateBytes.read(bytes).terms() == FoldTerms.of(policy).digest();
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptState state && Arrays.equals(bytes, state.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "state of %d bytes".formatted(bytes.length);
    }
}
