package org.amends.store.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One relationship in the course of an append. */
final class Touched {

    private final StoredRelationship before;
    private final boolean known;
    private final List<Pending> pending = new ArrayList<>(1);
    private long id;
    private byte @Nullable [] state;
    private long foldedTo;

    private Touched(StoredRelationship before, boolean known) {
        this.before = before;
        this.known = known;
        this.id = before.id();
        this.foldedTo = before.foldedTo();
    }

    static Touched known(StoredRelationship stored) {
        return new Touched(stored, true);
    }

    static Touched unknown(String customer, String brand) {
        return new Touched(new StoredRelationship(0, brand, customer, null, 0, null, false), false);
    }

    long id() {
        return id;
    }

    void numbered(long number) {
        id = number;
    }

    /** Whether it has a row already. */
    boolean isKnown() {
        return known;
    }

    String brand() {
        return before.brand();
    }

    String customer() {
        return before.customer();
    }

    @Nullable
    Long mergedInto() {
        return before.mergedInto();
    }

    @Nullable
    KeptState stateBefore() {
        return before.state();
    }

    /** The new events to be folded into its state. */
    List<Pending> pending() {
        return pending;
    }

    /** The state with the new events; null while there are none. */
    byte @Nullable [] state() {
        return state;
    }

    void folded(byte @Nullable [] newState) {
        state = newState;
    }

    long foldedTo() {
        return foldedTo;
    }

    void foldedTo(long position) {
        foldedTo = Math.max(foldedTo, position);
    }
}
